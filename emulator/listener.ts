import fastify, { type FastifyInstance } from "fastify";
import { bodyOf, exchange, type Surroundings, send } from "./exchange";
import type { RequestLog } from "./request-log";
import type { Vendor } from "./vendor";

/** The HTTP side: every vendor route behind the exchange, and a 404 with a sentence for the rest. */
export const newListener = (
  vendors: readonly Vendor[],
  surroundings: Surroundings,
): FastifyInstance => {
  const server = fastify({
    bodyLimit: 64 * 1024 * 1024,
    forceCloseConnections: true,
    exposeHeadRoutes: false,
  });
  // Bodies stay text: whether one is acceptable, and how to say that it is not, is the vendor's affair.
  server.removeAllContentTypeParsers();
  server.addContentTypeParser("*", { parseAs: "string" }, (_request, body, done) => {
    done(null, body);
  });
  for (const vendor of vendors) {
    for (const route of vendor.routes) {
      const handler = exchange(vendor, route, surroundings);
      server.route({ method: route.method, url: route.path, handler });
    }
  }
  addNotFound(server, surroundings.log);
  return server;
};

const addNotFound = (server: FastifyInstance, log: RequestLog): void => {
  server.setNotFoundHandler((request, reply) => {
    const { method, url: path, headers } = request;
    const nowhere = { route: null, vendor: null, operation: null };
    const facts = { method, path, ...nowhere, userAgent: headers["user-agent"] ?? null };
    log.begin(facts, bodyOf(request)).status = 404;
    const errors = [`The emulator has no path ${method} ${path}.`];
    return send(reply, { status: 404, body: { errors } });
  });
};

/** The address without a final slash. Fails with Node's own error when the port is taken. */
export const listen = async (server: FastifyInstance, port: number): Promise<string> => {
  await server.listen({ host: "127.0.0.1", port });
  const bound = server.server.address();
  return `http://127.0.0.1:${typeof bound === "object" && bound !== null ? bound.port : port}`;
};
