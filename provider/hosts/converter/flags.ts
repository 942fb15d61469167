/** What a person writes after `--`: `pulumi import --from audiences -- --vendor onesignal --app X --match "VIP*"`. */
import { parseArgs } from "node:util";
import * as E from "fp-ts/Either";
import type { Vendor } from "../../core/vendor";
import { spellOut } from "../../core/wording";
import type { Transport } from "../../http/send";
import { wheresOf } from "../where";

export interface Flags {
  readonly vendor: Vendor<Transport>;
  readonly match: readonly string[];
  readonly exclude: readonly string[];
  /** Where to look: by flag, without dashes. */
  readonly where: { readonly [flag: string]: string | undefined };
}

type Vendors = readonly Vendor<Transport>[];

const flagsOf = (vendors: Vendors): readonly string[] => [
  ...new Set(
    vendors.flatMap(({ resources }) =>
      resources.flatMap(({ model }) => wheresOf(model).map(({ flag }) => flag)),
    ),
  ),
];

export const usage = (vendors: Vendors): string => {
  const where = flagsOf(vendors).map((flag) => ` [--${flag} …]`);
  const names = vendors.map(({ name }) => name).join("|");
  return `usage: pulumi import --from audiences -- --vendor ${names}${where.join("")} [--match GLOB]… [--exclude GLOB]…; keys and endpoints are read from the environment, because the engine does not tell a converter the stack's configuration`;
};

const parsed = (
  args: readonly string[],
  wheres: readonly string[],
): { readonly values: { readonly [flag: string]: unknown } } => {
  const text = { type: "string" } as const;
  const many = { type: "string", multiple: true } as const;
  const options = { vendor: text, match: many, exclude: many };
  const where = Object.fromEntries(wheres.map((flag) => [flag, text]));
  return parseArgs({ args: [...args], options: { ...where, ...options }, allowPositionals: false });
};

const texts = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((one) => typeof one === "string");

/** Reads the flags, or says in a sentence what is wrong with them. */
export const readFlags = (args: readonly string[], vendors: Vendors): E.Either<string, Flags> => {
  const wheres = flagsOf(vendors);
  const names = vendors.map(({ name }) => name);
  try {
    const { values } = parsed(args, wheres);
    const vendor = vendors.find(({ name }) => name === values["vendor"]);
    if (vendor === undefined) {
      const wrong = `--vendor must be ${spellOut(names)}`;
      return E.left(values["vendor"] === undefined ? "missing --vendor" : wrong);
    }
    return E.right({
      vendor,
      match: texts(values["match"]),
      exclude: texts(values["exclude"]),
      where: Object.fromEntries(wheres.map((flag) => [flag, texts(values[flag])[0]])),
    });
  } catch (error) {
    // Node's own sentences name the flag and what is wrong with it; the hint after them is about shells.
    const [problem = ""] = (error instanceof Error ? error.message : String(error)).split(". ");
    return E.left(problem);
  }
};
