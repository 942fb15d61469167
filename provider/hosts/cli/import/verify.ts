/** Whether the program and the state now say the same. */
import * as E from "fp-ts/Either";
import * as t from "io-ts";
import { parse as parsePath } from "../../../core/path";
import { parseUrn } from "../../../core/token";
import { show } from "../../../core/wording";
import { failed } from "../exit";
import type { Pulumi } from "../pulumi";

/** A change that a preview shows, and why. */
export interface Difference {
  readonly urn: string;
  readonly name: string;
  /** Whether it is a resource of this package; others the import has nothing to do with. */
  readonly isSegment: boolean;
  readonly operation: string;
  /** Absent when it is about all of the segment. */
  readonly property?: string;
  readonly reason: string;
}

const State = t.partial({ inputs: t.record(t.string, t.unknown) });
type State = t.TypeOf<typeof State>;

const Step = t.intersection([
  t.type({ op: t.string, urn: t.string }),
  t.partial({
    oldState: State,
    newState: State,
    detailedDiff: t.union([t.null, t.record(t.string, t.unknown)]),
  }),
]);
type Step = t.TypeOf<typeof Step>;

const Previewed = t.partial({
  steps: t.array(Step),
  diagnostics: t.array(t.partial({ severity: t.string, message: t.string })),
});

const UNCHANGED: ReadonlySet<string> = new Set(["same", "read", "refresh", "discard"]);

const at = (state: State | undefined, path: string): unknown =>
  parsePath(path).reduce<unknown>(
    (inner, step) =>
      typeof inner === "object" && inner !== null
        ? Object.entries(inner).find(([key]) => key === String(step))?.[1]
        : undefined,
    state?.inputs,
  );

const said = (value: unknown): string => (value === undefined ? "nothing" : show(value));

const WHOLE: { readonly [operation: string]: string } = {
  create:
    "the program declares it, and the state does not have it: import it too, or take it out of the program",
  delete:
    "the state has it, and the program does not declare it: `audiences import --include-managed` writes it again",
};

const toDifferences = ({
  op,
  urn,
  detailedDiff,
  oldState,
  newState,
}: Step): readonly Difference[] => {
  const { name, type } = parseUrn(urn);
  const isSegment = type.startsWith("audiences:");
  const common = { urn, name, isSegment, operation: op };
  const paths = Object.keys(detailedDiff ?? {});
  if (paths.length === 0)
    return [{ ...common, reason: WHOLE[op] ?? `the engine plans to ${op} it` }];
  return paths.map((property) => ({
    ...common,
    property,
    reason: `the state has ${said(at(oldState, property))}, the program ${said(at(newState, property))}`,
  }));
};

/** Providers and the stack itself come and go with what they serve. */
const isOurs = ({ urn }: Step): boolean => !parseUrn(urn).type.startsWith("pulumi:");

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** A Node.js program takes most of its time for stack traces that nobody reads: one for each value that it sends. */
const withoutTraces = (): { readonly [name: string]: string } => ({
  NODE_OPTIONS: `${process.env["NODE_OPTIONS"] ?? ""} --stack-trace-limit=0`.trim(),
});

/** Previews, and answers what would change. Throws what the preview said when it fails. */
export const differences = async (pulumi: Pulumi): Promise<readonly Difference[]> => {
  const { code, stdout, stderr } = await pulumi.run(["preview", "--json"], {
    env: withoutTraces(),
  });
  const decoded = Previewed.decode(parsed(stdout));
  const { steps = [], diagnostics = [] } = E.isRight(decoded) ? decoded.right : {};
  if (code !== 0 || E.isLeft(decoded)) {
    const errors = diagnostics
      .filter(({ severity }) => severity === "error")
      .map(({ message = "" }) => message.trim());
    throw failed(
      `\`pulumi preview\` failed: ${errors.join("\n") || stderr.trim() || stdout.trim()}`,
    );
  }
  return steps.filter((step) => !UNCHANGED.has(step.op) && isOurs(step)).flatMap(toDifferences);
};
