import { ListResponse } from "@pulumi/pulumi/proto/provider_pb";
import { queryProblems } from "../../core/query";
import type { Revealed } from "../../core/secret";
import { type Bag, hasUnknown } from "../../core/value";
import type { Kind } from "../accounts";
import { secretTexts } from "../redact";
import { faultOf, redacted } from "./fault";
import { requests, responses } from "./protocol";
import { type Methods, stream } from "./rpc";
import type { Session } from "./session";

const NOTHING: Revealed<Bag> = { value: {}, secrets: [] };

const result = (id: string, name: string): ListResponse =>
  new ListResponse().setResult(new ListResponse.Result().setId(id).setName(name));

/** More follows from the place that the token names, which is a number of segments. */
const continuation = (from: number): ListResponse => {
  const more = new ListResponse.Continuation().setContinuationToken(String(from));
  return new ListResponse().setContinuation(more);
};

/** How many to send: what is asked for, counted from where the page before ended. */
const pageOf = (limit: number, pageSize: number): number => {
  const asked = [limit, pageSize].filter((count) => count > 0);
  return asked.length === 0 ? Number.POSITIVE_INFINITY : Math.min(...asked);
};

const judge = (session: Session, { vendor, resource }: Kind, query = NOTHING): void => {
  const scope = { settings: session.accounts().settings(vendor) };
  const failures = queryProblems("the query", resource.model, query.value, scope);
  if (failures.length > 0)
    throw redacted(faultOf({ _tag: "InvalidInput", failures }), secretTexts(query));
};

/** The segments of an account, by ids that can be imported. `pulumi do … list` asks for them. */
export const list = (session: Session): Methods["List"] =>
  stream(
    requests.list,
    async ({ message, bags: { query } }) => {
      if (query !== undefined && hasUnknown(query.value)) {
        return [{ message: new ListResponse().setComputed(new ListResponse.Computed()) }];
      }
      const kind = session.kind(message.getToken(), "");
      judge(session, kind, query);
      const task = { kind, urn: "", timeout: 0, secrets: secretTexts(query) };
      const listed = await session.run(task, (on) => on.list(query?.value ?? {}));
      const start = Number(message.getContinuationToken()) || 0;
      const end = start + pageOf(message.getLimit(), message.getPageSize());
      const page = listed.slice(start, end).map(({ id, name }) => result(id, name));
      const rest = end < listed.length ? [continuation(end)] : [];
      return [...page, ...rest].map((one) => ({ message: one }));
    },
    responses.plain,
  );
