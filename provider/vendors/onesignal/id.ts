import * as O from "fp-ts/Option";
import { v5 } from "uuid";
import { isUuid } from "./codec";

/** Where a segment is: OneSignal's ids are unique in an app only. */
export interface SegmentRef {
  readonly appId: string;
  readonly segmentId: string;
}

/** The canonical id: both parts can be copied from the dashboard's address. */
export const printId = ({ appId, segmentId }: SegmentRef): string => `${appId}/${segmentId}`;

export const expectedId =
  '"<app id>/<segment id>" (both UUIDs, as in the dashboard\'s address), "<segment id>" or "name:<segment name>" with onesignalAppId set, or "<app id>/name:<segment name>"';

/** A segment by its id, or by its name in an app. */
export type Wanted =
  | ({ readonly by: "id" } & SegmentRef)
  | { readonly by: "name"; readonly appId: string; readonly name: string };

const NAME = "name:";

const wanted = (appId: string, rest: string): O.Option<Wanted> => {
  if (!isUuid(appId)) return O.none;
  if (rest.startsWith(NAME)) return O.some({ by: "name", appId, name: rest.slice(NAME.length) });
  const segmentId = rest.toLowerCase();
  return isUuid(segmentId) ? O.some({ by: "id", appId: appId.toLowerCase(), segmentId }) : O.none;
};

const DASHBOARD = /\/apps\/([0-9a-f-]{36})\/(?:[\w-]+\/)*segments\/([0-9a-f-]{36})/i;

/** Reads what people have at hand: the canonical id, a dashboard address, a bare segment id, or a name. */
export const parseId = (text: string, defaultAppId: string | undefined): O.Option<Wanted> => {
  const id = text.trim();
  const [, dashboardApp, dashboardSegment] = DASHBOARD.exec(id) ?? [];
  if (dashboardApp !== undefined && dashboardSegment !== undefined) {
    return wanted(dashboardApp, dashboardSegment);
  }
  const slash = id.startsWith(NAME) ? -1 : id.indexOf("/");
  return slash < 0
    ? wanted(defaultAppId ?? "", id)
    : wanted(id.slice(0, slash), id.slice(slash + 1));
};

/**
 * The ids that a resource may use, in order: always the same for the same app and URN, so that a repeated create meets its own
 * segment. Later ones serve when the vendor keeps the id of a deleted segment to itself.
 */
export const ownId = (appId: string, urn: string, attempt: number): string =>
  v5(attempt === 0 ? urn : `${urn}#${attempt}`, appId);
