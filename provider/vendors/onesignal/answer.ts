/** What OneSignal's refusals mean. The bodies come in three shapes, and one 404 has none; all are read, none is relied on. */
import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import type { Failure } from "../../core/failure";
import type { Response } from "../../http/request";
import type { Account } from "./account";
import { Errors } from "./codec";

/** The sentences of an error body; none when it is empty or no JSON. */
export const reasonsOf = ({ body }: Response): readonly string[] => {
  const decoded = Errors.decode(body);
  if (E.isLeft(decoded)) return [];
  return decoded.right.errors.map((error) => (typeof error === "string" ? error : error.title));
};

export type Conflict = { readonly _tag: "IdTaken" } | { readonly _tag: "NameTaken" };

/**
 * v9 documents 409 for a used id; 11.6 documents no conflict for create, and 400 for a used name on update. Both are understood,
 * by status or by sentence.
 */
export const conflictOf = (response: Response): O.Option<Conflict> => {
  const said = reasonsOf(response).join(" ");
  if (/name.*(taken|exists|in use)/i.test(said)) return O.some({ _tag: "NameTaken" });
  const isId = response.status === 409 || /id already exists/i.test(said);
  return isId ? O.some({ _tag: "IdTaken" }) : O.none;
};

const USER_BASED = /user-based/i;
const NO_KEY = /authorization|access denied|api key/i;
const NO_PLAN = /plan/i;
const NO_APP = /app_id/i;
const IN_JOURNEY = /journey/i;

const refused = (
  request: string,
  { status }: Response,
  reasons: readonly string[],
  remedy: string,
): Failure => ({
  _tag: "Refused",
  request,
  status,
  reasons,
  remedy,
});

/** A refusal as one of ours, with what to do about it. */
export const toFailure = (
  request: string,
  response: Response,
  { keyPlace, appPlace }: Pick<Account, "keyPlace" | "appPlace">,
): Failure => {
  const reasons = reasonsOf(response);
  const said = reasons.join(" ");
  const { status } = response;
  if (USER_BASED.test(said)) {
    const reason = `it filters on message events or custom events, which only the dashboard can show and change (${JSON.stringify(said)})`;
    return { _tag: "Unsupported", subject: "This segment", reason };
  }
  if (status === 401 || NO_KEY.test(said)) {
    return { _tag: "Unauthorized", request, reasons, place: keyPlace };
  }
  if (status === 422) return { _tag: "LimitReached", request, reasons };
  if (NO_APP.test(said)) {
    const remedy = `Check the app's id: \`appId\` of the segment, or audiences:${appPlace.key} (dashboard: Settings > Keys & IDs).`;
    return refused(request, response, reasons, remedy);
  }
  if (status === 403 && NO_PLAN.test(said)) return { _tag: "PlanForbids", request, reasons };
  if (status === 403) return { _tag: "Unauthorized", request, reasons, place: keyPlace };
  if (IN_JOURNEY.test(said)) {
    return refused(
      request,
      response,
      reasons,
      "Take the segment out of the Journey, or pause it, and run the command again.",
    );
  }
  return refused(request, response, reasons, "Nothing was changed by this request.");
};
