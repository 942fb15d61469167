import { CheckFailure, CheckRequest, CheckResponse } from "@pulumi/pulumi/proto/provider_pb";
import type { CheckResult } from "../../core/check";
import { explain } from "../../core/failure";
import { type Path, print } from "../../core/path";
import { type CheckFailure as Problem, sentence } from "../../core/problem";
import { conceal, type Revealed, touchesSecret } from "../../core/secret";
import { parseUrn } from "../../core/token";
import type { Bag } from "../../core/value";
import type { Kind } from "../accounts";
import { secretInputs } from "./outputs";
import { requests, responses } from "./protocol";
import { type Methods, method } from "./rpc";
import type { Session } from "./session";

const NOTHING: Revealed<Bag> = { value: {}, secrets: [] };

/** The resource's own name, unless the stack's `pulumi:autonaming` wants another or none. */
const proposedName = (request: CheckRequest): string | undefined => {
  const options = request.getAutonaming();
  const own = parseUrn(request.getUrn()).name;
  if (options === undefined) return own;
  if (options.getMode() === CheckRequest.AutonamingOptions.Mode.DISABLE) return undefined;
  return options.getProposedName() === "" ? own : options.getProposedName();
};

/** Keys of this kind are Pulumi's own business. */
const withoutInternal = (bag: Bag): Bag =>
  Object.keys(bag).some((key) => key.startsWith("__"))
    ? Object.fromEntries(Object.entries(bag).filter(([key]) => !key.startsWith("__")))
    : bag;

/** Of a new resource the engine sends no old inputs, or empty ones. */
const before = ({ value }: Revealed<Bag>): Bag | undefined =>
  Object.keys(value).length === 0 ? undefined : value;

/**
 * A failure for the engine, which shows the whole value of a property that it finds by the failure's path. Where that value
 * holds a secret, the sentence names the place instead.
 */
const toFailure =
  (secrets: readonly Path[]) =>
  (problem: Problem): CheckFailure => {
    const isSecret = touchesSecret(problem.path, secrets);
    const text = sentence(problem, isSecret);
    const place = print(problem.path);
    return isSecret && problem.path.length === 1
      ? new CheckFailure().setReason(`${place} ${text}`)
      : new CheckFailure().setProperty(place).setReason(text);
  };

/** What a vendor cannot do without is said while previewing, not when half of the work is done. */
const missingSettings = ({ vendor }: Kind, session: Session): readonly CheckFailure[] =>
  session
    .accounts()
    .missing(vendor)
    .map((failure) => new CheckFailure().setReason(explain(failure)));

const warn = async (
  session: Session,
  urn: string,
  { warnings }: CheckResult,
  secrets: readonly Path[],
): Promise<void> => {
  const said = warnings.map((one) =>
    `${print(one.path)} ${sentence(one, touchesSecret(one.path, secrets))}`.trim(),
  );
  await Promise.all(said.map((message) => session.log("warning", urn, message)));
};

export const check = (session: Session): Methods["Check"] =>
  method(
    requests.check,
    async ({ message, bags: { olds = NOTHING, news = NOTHING } }) => {
      const kind = session.kind(message.getType(), message.getUrn());
      const { model, check } = kind.resource;
      const result = check({
        news: withoutInternal(news.value),
        olds: before(olds),
        proposedName: proposedName(message),
        settings: session.accounts().settings(kind.vendor),
      });
      const secrets = secretInputs(model, news.secrets);
      const failures = result.failures.map(toFailure(secrets));
      await warn(session, message.getUrn(), result, secrets);
      return {
        message: new CheckResponse().setFailuresList([
          ...failures,
          ...missingSettings(kind, session),
        ]),
        bags: { inputs: conceal(result.inputs, secrets) },
      };
    },
    responses.check,
  );
