import type { ReaderTaskEither } from "fp-ts/ReaderTaskEither";
import { print } from "./path";
import type { CheckFailure } from "./problem";
import { count } from "./wording";

/** What a host lends to one operation: how long it may take, who may stop it, and whom to tell. */
export interface Call {
  readonly signal: AbortSignal;
  /** Milliseconds since the epoch at which the operation has failed. */
  readonly deadline: number;
  readonly log: (severity: "debug" | "info" | "warning", message: string) => void;
}

/** Something that talks to a vendor when a host runs it, and not before. */
export type Operation<A> = ReaderTaskEither<Call, Failure, A>;

/** A setting of the provider, and where a person can put it. */
export interface SettingPlace {
  readonly key: string;
  readonly environment: readonly string[];
  readonly secret: boolean;
}

/** Everything that can go wrong, as data. `docs/errors.md` has a row for each tag. `request` never holds a key. */
export type Failure =
  | { readonly _tag: "InvalidInput"; readonly failures: readonly CheckFailure[] }
  | { readonly _tag: "MissingSetting"; readonly vendor: string; readonly place: SettingPlace }
  | { readonly _tag: "BadId"; readonly id: string; readonly expected: string }
  | { readonly _tag: "NotFound"; readonly subject: string; readonly remedy: string }
  | {
      readonly _tag: "AlreadyExists";
      readonly subject: string;
      readonly vendor: string;
      readonly importCommand: string;
      readonly adoptable: boolean;
    }
  | {
      readonly _tag: "Ambiguous";
      readonly subject: string;
      readonly ids: readonly string[];
    }
  | { readonly _tag: "Unsupported"; readonly subject: string; readonly reason: string }
  | {
      readonly _tag: "Unauthorized";
      readonly request: string;
      readonly reasons: readonly string[];
      readonly place: SettingPlace;
    }
  | { readonly _tag: "PlanForbids"; readonly request: string; readonly reasons: readonly string[] }
  | { readonly _tag: "LimitReached"; readonly request: string; readonly reasons: readonly string[] }
  | {
      readonly _tag: "Refused";
      readonly request: string;
      readonly status: number;
      readonly reasons: readonly string[];
      readonly remedy: string;
    }
  | { readonly _tag: "RateLimited"; readonly request: string; readonly attempts: number }
  | {
      readonly _tag: "Unavailable";
      readonly request: string;
      readonly status: number;
      readonly attempts: number;
    }
  | {
      readonly _tag: "Unreachable";
      readonly request: string;
      readonly reason: string;
      readonly place: SettingPlace;
    }
  | { readonly _tag: "TimedOut"; readonly request: string; readonly seconds: number }
  | { readonly _tag: "Cancelled"; readonly request: string }
  | { readonly _tag: "Unexpected"; readonly request: string; readonly problem: string };

/** Where to put a setting: the command, and the environment variable that does as well. */
export const whereToSet = ({ key, environment, secret }: SettingPlace): string => {
  const command = `\`pulumi config set ${secret ? "--secret " : ""}audiences:${key} …\``;
  return [command, ...environment].join(" or ");
};

const said = (reasons: readonly string[]): string =>
  reasons.length > 0 ? `: ${reasons.map((reason) => JSON.stringify(reason)).join(", ")}` : "";

const tries = (attempts: number): string => `after ${count(attempts, "attempt")}`;

/** What happened, to what, and what to do: one or two sentences, total over every tag. */
export const explain = (failure: Failure): string => {
  switch (failure._tag) {
    case "InvalidInput":
      return failure.failures.map((one) => `${print(one.path)} ${one.problem}`).join("; ");
    case "MissingSetting":
      return `${failure.place.key} is not set, and a ${failure.vendor} segment needs it. Set it with ${whereToSet(failure.place)}.`;
    case "BadId":
      return `invalid id ${JSON.stringify(failure.id)}: expected ${failure.expected}`;
    case "NotFound":
      return `${failure.subject} does not exist. ${failure.remedy}`;
    case "AlreadyExists":
      return `${failure.subject} exists already in ${failure.vendor}, and nothing was changed. To manage it, run \`${failure.importCommand}\`${failure.adoptable ? ", or set `adopt: true` to take it over as it is declared here" : ""}.`;
    case "Ambiguous":
      return `${failure.subject} is the name of ${count(failure.ids.length, "segment")}: ${failure.ids.join(", ")}. Use one of these ids.`;
    case "Unsupported":
      return `${failure.subject} cannot be managed through the API: ${failure.reason}`;
    case "Unauthorized":
      return `${failure.request} was refused${said(failure.reasons)}. Check that ${failure.place.key} is the right key for this app or project and may write segments; set it with ${whereToSet(failure.place)}.`;
    case "PlanForbids":
      return `${failure.request} was refused${said(failure.reasons)}. The account's plan or the key's permissions do not allow it; nothing was changed.`;
    case "LimitReached":
      return `${failure.request} was refused${said(failure.reasons)}. Delete or pause a segment, or raise the plan; nothing was changed.`;
    case "Refused":
      return `${failure.request} was refused with status ${failure.status}${said(failure.reasons)}. ${failure.remedy}`;
    case "RateLimited":
      return `${failure.request} was still rate limited ${tries(failure.attempts)}. Run the command again later, lower --parallel, or raise the resource's customTimeouts; finished segments are kept.`;
    case "Unavailable":
      return `${failure.request} was answered with status ${failure.status} ${tries(failure.attempts)}. The service has a problem of its own; run the command again later.`;
    case "Unreachable":
      return `${failure.request} could not be sent: ${failure.reason}. Check the network, and ${failure.place.key} if it is set (\`pulumi config get audiences:${failure.place.key}\`).`;
    case "TimedOut":
      return `${failure.request} was not answered within ${failure.seconds} s. Run the command again; an interrupted create is found again and not repeated. customTimeouts gives it more time.`;
    case "Cancelled":
      return `${failure.request} was cancelled. Run the command again to finish.`;
    case "Unexpected":
      return `${failure.request} was answered in a way that is not understood: ${failure.problem}. Nothing was written to state; check the endpoint, or report this with the vendor's answer.`;
  }
};
