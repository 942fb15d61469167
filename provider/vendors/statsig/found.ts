/** A segment as Statsig shows it, in the spelling of the inputs. */
import type { Found, ReadRequest } from "../../core/lifecycle";
import { type Bag, withoutAbsent } from "../../core/value";
import type { Dto } from "./codec";
import { DEFAULT_ID_TYPE } from "./facts";
import { isListType } from "./limits";
import type { Members } from "./members";
import { fromWire } from "./rule/wire";

export const isoTime = (ms: number | undefined): string | undefined => {
  const date = new Date(ms ?? Number.NaN);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
};

/** What Statsig says beyond the inputs. */
export const computedOf = ({ id, type, createdTime, version }: Partial<Dto>): Bag =>
  withoutAbsent({
    segmentId: id,
    createdAt: isoTime(createdTime),
    // Of a list, it moves whenever somebody adds an id, which is no change of the segment.
    version: isListType(type) ? undefined : version,
  });

const orAbsent = (text: string | null | undefined): string | undefined =>
  text === null || text === "" ? undefined : text;

/**
 * What Statsig does not tell is taken to be as it was declared: a creator that it shows as `null` is no reason to make the
 * segment anew.
 */
const people = (dto: Dto, said: Bag): Bag => ({
  team: orAbsent(dto.team) ?? said["team"],
  teamId: orAbsent(dto.teamID) ?? said["teamId"],
  creatorEmail: orAbsent(dto.creatorEmail) ?? said["creatorEmail"],
  creatorId: orAbsent(dto.creatorID) ?? said["creatorId"],
});

/** The definition alone, without the ids of a list. Defaults are left unsaid. */
export const definitionOf = (dto: Dto, said: Bag): Bag => {
  const rules = fromWire(dto.rules ?? []);
  const tags = dto.tags ?? [];
  const { idType } = dto;
  return withoutAbsent({
    segmentId: dto.id,
    name: dto.name ?? said["name"] ?? dto.id,
    description: orAbsent(dto.description),
    type: dto.type,
    idType: idType === DEFAULT_ID_TYPE ? undefined : orAbsent(idType),
    tags: tags.length === 0 ? undefined : tags,
    rules: rules.length === 0 ? undefined : rules,
    ...people(dto, said),
  });
};

export const toFound = (dto: Dto, { inputs }: ReadRequest, members: Members): Found => ({
  id: dto.id,
  args: withoutAbsent({
    ...definitionOf(dto, inputs ?? {}),
    onDelete: inputs?.["onDelete"],
    ...members.args,
  }),
  computed: { ...computedOf(dto), ...members.computed },
  ...(isListType(dto.type) && dto.count !== undefined ? { audience: dto.count } : {}),
});
