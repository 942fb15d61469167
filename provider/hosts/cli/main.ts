/** The `audiences` command. */
import type { Surroundings } from "../accounts";
import { nodeProblem } from "../child";

const host = async (): Promise<Surroundings> => {
  const [{ vendors }, { transport }] = await Promise.all([
    import("../../registry.js"),
    import("../../http/send.js"),
  ]);
  return { vendors, transport, environment: process.env };
};

const USAGE = 2;

const end = async (error: unknown): Promise<number> => {
  const { Ended } = await import("./exit.js");
  if (error instanceof Ended) {
    if (error.message !== "") process.stderr.write(`${error.message}\n`);
    return error.code;
  }
  const problem = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`audiences has a fault of its own; please report it: ${problem}\n`);
  return 1;
};

const main = async (): Promise<number> => {
  const problem = nodeProblem("audiences");
  if (problem !== undefined) {
    process.stderr.write(`${problem}\n`);
    return USAGE;
  }
  const [{ program }, surroundings] = await Promise.all([import("./arguments.js"), host()]);
  let code = 0;
  const onExit = (given: number): void => {
    code = given;
  };
  await program(surroundings, onExit).parseAsync();
  return code;
};

void main()
  .catch(end)
  .then((code) => {
    process.exitCode = code;
  });
