import type { Listed } from "../../core/lifecycle";
import { withoutAbsent } from "../../core/value";
import type { Dto } from "./codec";
import { expression } from "./expression";
import { computedOf, definitionOf, isoTime } from "./found";

/** A row of the list as other parts of the provider see it. Statsig's list holds whole segments, but for the ids of lists. */
export const listedOf = (dto: Dto): Listed => {
  const definition = definitionOf(dto, {});
  const changedAt = isoTime(dto.lastModifiedTime ?? dto.createdTime);
  return {
    id: dto.id,
    name: String(definition["name"]),
    details: withoutAbsent({ type: dto.type, count: dto.count }),
    ...(changedAt === undefined ? {} : { changedAt }),
    outputs: { ...definition, ...computedOf(dto), expression: expression(definition) },
  };
};
