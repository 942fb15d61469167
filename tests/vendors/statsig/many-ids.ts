/** A provider process that makes a list from a file and reads it back; tells its peak memory. Run by `many-ids.spec.ts`. */
import * as E from "fp-ts/Either";
import { asset } from "../../../provider/core/asset";
import { type Call, explain, type Operation } from "../../../provider/core/failure";
import { transport } from "../../../provider/http/send";
import { statsig } from "../../../provider/vendors/statsig/vendor";

/** What it tells; memory in kilobytes. */
export interface Told {
  readonly count: unknown;
  /** Characters of the outputs. */
  readonly state: number;
  readonly atStart: number;
  readonly peak: number;
}

const [, , endpoint = "", apiKey = "", path = ""] = process.argv;

const call: Call = {
  signal: new AbortController().signal,
  deadline: Date.now() + 600_000,
  log: () => undefined,
};

const run = async <A>(operation: Operation<A>): Promise<A> => {
  const result = await operation(call)();
  if (E.isLeft(result)) throw new Error(explain(result.left));
  return result.right;
};

const main = async (): Promise<void> => {
  const atStart = process.resourceUsage().maxRSS;
  const { operations } = statsig.connect({ endpoint, apiKey }, transport());
  const segments = operations("audiences:statsig:Segment");
  const urn = "urn:pulumi:test::shop::audiences:statsig:Segment::many";
  const inputs = { name: "many", type: "id_list", idsFile: asset({ path, hash: "made-up" }) };
  const { id, outputs } = await run(segments.create({ urn, inputs }));
  void (await run(segments.read({ id, urn, inputs, outputs })));
  const peak = process.resourceUsage().maxRSS;
  const told: Told = {
    count: outputs["idCount"],
    state: JSON.stringify(outputs).length,
    atStart,
    peak,
  };
  process.stdout.write(JSON.stringify(told));
};

void main();
