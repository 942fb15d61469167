import type { Listed } from "../../core/lifecycle";
import { withoutAbsent } from "../../core/value";
import type { Row } from "./codec";
import { printId } from "./id";

/** A row of the list as other parts of the provider see it; `details` keeps it as OneSignal sent it. */
export const listedOf = (appId: string, { id, name, ...details }: Row): Listed => {
  const { description, created_at, updated_at, read_only, is_active } = details;
  return {
    id: printId({ appId, segmentId: id }),
    name,
    details,
    ...(updated_at === undefined ? {} : { changedAt: updated_at }),
    outputs: withoutAbsent({
      appId,
      segmentId: id,
      description: description === null || description === "" ? undefined : description,
      createdAt: created_at,
      readOnly: read_only,
      isActive: is_active,
    }),
  };
};
