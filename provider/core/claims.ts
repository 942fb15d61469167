/**
 * Which resource of the stack owns which segment, as far as this process has seen. It lets a delete spare a segment that
 * another resource took over, or that a replacement found and kept under the same id.
 */
export interface Claims {
  readonly see: (id: string, urn: string) => void;
  readonly made: (id: string, urn: string) => void;
  /** Gives up the claim of `urn`; true when somebody still owns the segment. */
  readonly release: (id: string, urn: string) => boolean;
}

export const claims = (): Claims => {
  const owners = new Map<string, Map<string, "seen" | "made">>();
  const of = (id: string): Map<string, "seen" | "made"> => {
    const known = owners.get(id) ?? new Map<string, "seen" | "made">();
    owners.set(id, known);
    return known;
  };
  return {
    see: (id, urn) => {
      if (!of(id).has(urn)) of(id).set(urn, "seen");
    },
    made: (id, urn) => {
      of(id).set(urn, "made");
    },
    release: (id, urn) => {
      if (of(id).get(urn) === "made") {
        of(id).set(urn, "seen");
        return true;
      }
      of(id).delete(urn);
      return of(id).size > 0;
    },
  };
};
