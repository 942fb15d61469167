/** A provider process that makes a list from a file, reads it back, and exchanges every id; tells its peak memory. Run by `ids.ts`. */
import * as E from "fp-ts/Either";
import { asset } from "../provider/core/asset";
import { type Call, explain, type Operation } from "../provider/core/failure";
import { transport } from "../provider/http/send";
import { statsig } from "../provider/vendors/statsig/vendor";

/** What it tells; memory is the most so far, in kilobytes. */
export interface Told {
  readonly count: unknown;
  /** Characters of the outputs. */
  readonly state: number;
  readonly start: number;
  readonly create: number;
  readonly read: number;
  readonly exchange: number;
}

const [, , endpoint = "", apiKey = "", path = "", otherPath = ""] = process.argv;

const call: Call = {
  signal: new AbortController().signal,
  deadline: Date.now() + 3_600_000,
  log: () => undefined,
};

const run = async <A>(operation: Operation<A>): Promise<A> => {
  const result = await operation(call)();
  if (E.isLeft(result)) throw new Error(explain(result.left));
  return result.right;
};

const peak = (): number => process.resourceUsage().maxRSS;

const main = async (): Promise<void> => {
  const start = peak();
  const { operations } = statsig.connect({ endpoint, apiKey }, transport());
  const segments = operations("audiences:statsig:Segment");
  const urn = "urn:pulumi:test::shop::audiences:statsig:Segment::many";
  const of = (file: string) => ({
    name: "many",
    type: "id_list",
    idsFile: asset({ path: file, hash: file }),
  });
  const inputs = of(path);
  const { id, outputs } = await run(segments.create({ urn, inputs }));
  const create = peak();
  void (await run(segments.read({ id, urn, inputs, outputs })));
  const read = peak();
  const change = { id, urn, olds: outputs, oldInputs: inputs, inputs: of(otherPath) };
  const { idCount } = await run(segments.update(change));
  const state = JSON.stringify(outputs).length;
  const told: Told = { count: idCount, state, start, create, read, exchange: peak() };
  process.stdout.write(JSON.stringify(told));
};

void main();
