/** Medians of repeated rounds, each on fresh values, so that nothing remembered helps. */
import { CheckRequest, CheckResponse, DiffRequest } from "@pulumi/pulumi/proto/provider_pb";
import { resource } from "../provider/core/resource";
import type { Bag, Value } from "../provider/core/value";
import { writer } from "../provider/hosts/plugin/message";
import { methods } from "../provider/hosts/plugin/methods";
import { transport } from "../provider/http/send";
import { vendors } from "../provider/registry";
import { segment } from "../provider/vendors/onesignal/segment";
import { median, timed } from "./clock";
import type { Input } from "./inputs";

/** Milliseconds, but for `isAccepted` and `grown`. */
export interface Measured {
  readonly name: string;
  readonly isAccepted: boolean;
  readonly check: number;
  readonly diff: number;
  /** Both once more, as the engine asks: from a request's bytes to an answer's. */
  readonly asked: number;
  readonly limit: number;
  /** Megabytes that the heap grew by. */
  readonly grown: number;
}

const APP = "7ed2887d-bd24-4a81-8220-4b256a08ab19";
const TYPE = "audiences:onesignal:Segment";
const URN = `urn:pulumi:dev::shop::${TYPE}::bench`;

const onesignal = resource(segment);
const settings = { appId: APP, endpoint: "https://api.onesignal.com" };

const plugin = methods(
  {
    vendors,
    transport,
    environment: { ONESIGNAL_APP_ID: APP, ONESIGNAL_API_KEY: "os_v2_app_made_up" },
    log: () => Promise.resolve(),
  },
  () => undefined,
);

const write = {
  check: writer({ olds: 2, news: 3 }),
  diff: writer({ olds: 3, news: 4, oldInputs: 6 }),
};

const bag = (filters: readonly Value[]): Bag => ({ appId: APP, name: "bench", filters });

interface Round {
  readonly check: number;
  readonly diff: number;
  readonly asked: number;
  readonly isAccepted: boolean;
}

/** A request may also be refused before it is read to its end. */
const isFine = (response: Buffer | undefined): boolean =>
  response !== undefined &&
  CheckResponse.deserializeBinary(response).getFailuresList().length === 0;

/** Check of new inputs; Diff, of what they were before as well, only where they are accepted. */
const ask = async (news: Bag, olds: Bag): Promise<readonly [boolean, number]> => {
  const toCheck = write.check({
    message: new CheckRequest().setUrn(URN).setType(TYPE),
    bags: { news, olds },
  });
  const [response, check] = await timed(() => plugin.Check(toCheck).catch(() => undefined));
  if (!isFine(response)) return [false, check];
  const toDiff = write.diff({
    message: new DiffRequest().setUrn(URN).setType(TYPE).setId(`${APP}/bench`),
    bags: { olds, oldInputs: olds, news },
  });
  const [, diff] = await timed(() => plugin.Diff(toDiff));
  return [true, check + diff];
};

/** What one preview does with one segment, first without the wire and then with it. */
const round = async ({ make, isUnwritable }: Input, seed: number): Promise<Round> => {
  const [checked, diffed, olds] = [bag(make(seed)), bag(make(seed)), bag(make(seed + 1))];
  const [{ failures }, check] = await timed(() =>
    onesignal.check({ news: checked, olds, proposedName: "bench", settings }),
  );
  const isRight = failures.length === 0;
  const [, diff] = await timed(() =>
    !isRight
      ? undefined
      : onesignal.diff({ olds, oldInputs: olds, news: diffed, ignoreChanges: [], settings }),
  );
  const [isAccepted, asked] = isUnwritable ? [isRight, Number.NaN] : await ask(diffed, olds);
  return { check, diff, asked, isAccepted: isAccepted && isRight };
};

/** Rounds until the code has been compiled, and so many that a median says something. */
const ROUNDS = 400;

const rounds = async (input: Input, milliseconds: number): Promise<readonly Round[]> => {
  const done: Round[] = [];
  const end = performance.now() + milliseconds;
  while (done.length < 5 || (done.length < ROUNDS && performance.now() < end)) {
    done.push(await round(input, done.length));
  }
  return done;
};

export const measure = async (input: Input, milliseconds: number): Promise<Measured> => {
  await rounds(input, milliseconds);
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const measured = await rounds(input, milliseconds);
  globalThis.gc?.();
  const medianOf = (figure: "check" | "diff" | "asked"): number =>
    median(measured.map((one) => one[figure]));
  return {
    name: input.name,
    limit: input.limit,
    isAccepted: measured.every((one) => one.isAccepted),
    check: medianOf("check"),
    diff: medianOf("diff"),
    asked: medianOf("asked"),
    grown: (process.memoryUsage().heapUsed - before) / 2 ** 20,
  };
};
