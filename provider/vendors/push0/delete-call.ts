/**
 * How a segment is deleted. No page of Push0 says; by analogy with the documented update, which is `PATCH /segments` with the id in
 * the body, it is `DELETE /segments` with the id in the body. A setting can say otherwise, and this file is all that knows.
 */
import * as O from "fp-ts/Option";

export interface DeleteCall {
  readonly method: "DELETE" | "POST" | "PATCH" | "PUT";
  /** Below the endpoint, with the id in it where it belongs there. */
  readonly path: string;
  readonly body?: { readonly id: string };
}

export const DEFAULT_DELETE = "DELETE /segments";

export const expectedDelete =
  'a method and a path below the endpoint: "DELETE /segments" sends the id in the body, "DELETE /segments/{id}" in the path';

const METHODS = ["DELETE", "POST", "PATCH", "PUT"] as const;
const FORM = /^([A-Z]+) (\/\S*)$/;
const ID = "{id}";

/** The request that deletes a segment; nothing when the setting cannot be read. */
export const deleteCall = (setting: string, id: string): O.Option<DeleteCall> => {
  const [, verb, path = ""] = FORM.exec(setting.trim()) ?? [];
  const method = METHODS.find((known) => known === verb);
  if (method === undefined) return O.none;
  return path.includes(ID)
    ? O.some({ method, path: path.replaceAll(ID, encodeURIComponent(id)) })
    : O.some({ method, path, body: { id } });
};
