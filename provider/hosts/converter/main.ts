/** `pulumi-converter-audiences`: turns an account into resources to import, for `pulumi import --from audiences`. */
import type { Surroundings } from "../accounts";
import { announce, beChild, nodeProblem } from "../child";
import { server } from "./server";

const host = async (): Promise<Surroundings> => {
  const problem = nodeProblem("the audiences converter");
  if (problem !== undefined) throw new Error(problem);
  const [{ vendors }, { transport }] = await Promise.all([
    import("../../registry.js"),
    import("../../http/send.js"),
  ]);
  return { vendors, transport, environment: process.env };
};

beChild();
announce(server(host));
