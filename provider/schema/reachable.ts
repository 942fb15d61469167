import type * as t from "io-ts";
import { bare, type Kind, kindOf, shapeOf } from "./kind";

const parts = (kind: Kind): readonly t.Mixed[] => {
  switch (kind._tag) {
    case "Object":
      return Object.values(shapeOf(kind));
    case "Variants":
      return Object.values(kind.members);
    case "List":
      return [kind.item];
    case "Enum":
    case "Constant":
    case "Asset":
    case "Scalar":
    case "Unsupported":
      return [];
  }
};

/** Every kind that can be reached from `roots`, each codec once: recursion ends where it comes back to itself. */
export const reachable = (roots: readonly t.Mixed[]): readonly Kind[] => {
  const seen = new Map<t.Mixed, Kind>();
  const visit = (codec: t.Mixed): void => {
    const core = bare(codec);
    if (seen.has(core)) return;
    const kind = kindOf(core);
    seen.set(core, kind);
    parts(kind).forEach(visit);
  };
  roots.forEach(visit);
  return [...seen.values()];
};
