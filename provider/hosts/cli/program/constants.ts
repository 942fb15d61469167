/** What several segments say gets a name, and is said once. */
import type { Call, Code } from "../../../core/code";
import { distinct } from "../../distinct";
import { identifier } from "../../identifier";
import { piecesOf } from "./declared";
import { flat } from "./flat";

export interface Constant {
  readonly name: string;
  /** The vendor's module, whose builders the code calls. */
  readonly module: string;
  readonly code: Call;
}

/** What one segment says, with the builders of a module. */
export interface Said {
  readonly module: string;
  readonly code: Code;
}

export interface Shared {
  readonly constants: readonly Constant[];
  /** The code with names in place of what they stand for. */
  readonly named: (said: Said) => Code;
  /** The constants that a piece of code uses. */
  readonly usedIn: (said: Said) => readonly Constant[];
}

const MOST_WORDS = 8;

/** Words of a name: a condition of twenty countries is no name. */
const nameOf = (words: string): string =>
  identifier(words.split(/\s+/u).slice(0, MOST_WORDS).join(" "), "condition");

/** Words are the same in two modules, or for two builders, only by chance: a custom field may be called `country`. */
const keyOf = (module: string, { callee, words = "" }: Call): string =>
  JSON.stringify([module, flat(callee), words]);

type Condition = Omit<Constant, "name"> & { readonly words: string };

const conditionsIn = ({ module, code }: Said): ReadonlyMap<string, Condition> =>
  new Map(
    piecesOf(code).flatMap((piece): readonly (readonly [string, Condition])[] => {
      if (piece._tag !== "Call" || piece.words === undefined) return [];
      const { words } = piece;
      return [[keyOf(module, piece), { module, code: piece, words }]];
    }),
  );

/** By their words: conditions that read the same are the same, however each is spelled. */
const repeated = (all: readonly Said[]): ReadonlyMap<string, Condition> => {
  const seen = new Map<string, Condition>();
  const again = new Map<string, Condition>();
  for (const [key, condition] of all.flatMap((said) => [...conditionsIn(said)])) {
    const before = seen.get(key);
    if (before === undefined) seen.set(key, condition);
    else again.set(key, before);
  }
  return again;
};

/** `isWorthwhile` has the last word. */
export const shared = (
  all: readonly Said[],
  taken: Iterable<string>,
  isWorthwhile: (constant: Constant) => boolean,
): Shared => {
  const give = distinct({ taken });
  const constants = new Map(
    [...repeated(all)]
      .map(([key, { words, module, code }]): readonly [string, Constant] => [
        key,
        { name: give(nameOf(words)), module, code },
      ])
      .filter(([, constant]) => isWorthwhile(constant)),
  );
  const constantFor = (module: string, code: Code): Constant | undefined =>
    code._tag === "Call" && code.words !== undefined
      ? constants.get(keyOf(module, code))
      : undefined;

  const named = ({ module, code }: Said): Code => {
    const inner = (piece: Code): Code => named({ module, code: piece });
    const constant = constantFor(module, code);
    if (constant !== undefined) return { _tag: "Name", name: constant.name };
    switch (code._tag) {
      case "Name":
      case "Builder":
      case "Literal":
        return code;
      case "List":
        return { ...code, items: code.items.map(inner) };
      case "Object":
        return {
          ...code,
          entries: code.entries.map(([key, value]) => [key, inner(value)] as const),
        };
      case "Call":
        return { ...code, args: code.args.map(inner) };
    }
  };

  const usedIn = ({ module, code }: Said): readonly Constant[] => [
    ...new Set(piecesOf(code).flatMap((piece) => constantFor(module, piece) ?? [])),
  ];
  return { constants: [...constants.values()], named, usedIn };
};
