/** `pulumi-resource-audiences`: the provider as a process that the engine starts. */
import { announce, beChild, nodeProblem } from "../child";
import { engineAddress } from "./argv";
import type { Methods } from "./rpc";
import { server } from "./server";

let engine = engineAddress(process.argv.slice(2));

/** Everything but the server itself is loaded when the engine first asks: so it gets its answer to "are you there" sooner. */
const provider = async (): Promise<Methods> => {
  const { methods, refusal } = await import("./methods.js");
  const problem = nodeProblem("the audiences provider");
  if (problem !== undefined) return refusal(problem);
  const [{ vendors }, { transport }, { engineLog }] = await Promise.all([
    import("../../registry.js"),
    import("../../http/send.js"),
    import("./log.js"),
  ]);
  const log = engineLog(() => engine);
  return methods({ vendors, transport, environment: process.env, log }, (address) => {
    engine = address;
  });
};

let loaded: Promise<Methods> | undefined;
const { served, failAll } = server(() => {
  loaded ??= provider();
  return loaded;
});

const onUnexpected = (error: unknown): void => {
  const problem = error instanceof Error ? error.message : String(error);
  console.error(error);
  failAll(`the provider has a fault of its own; please report it: ${problem}`);
};
process.on("uncaughtException", onUnexpected);
process.on("unhandledRejection", onUnexpected);

beChild();
announce(served);
