/** Words that Statsig compares with names of its own, and words that look like them. Source: Console API, Rules. */

import { countryMeant, countryProblem } from "../../../core/country";
import type { CheckFailure } from "../../../core/problem";
import { type Bag, isBag, isList, type Value } from "../../../core/value";
import { nearest, spellOut } from "../../../core/wording";
import { targets } from "./identity";

const KNOWN: { readonly [type: string]: readonly string[] } = {
  browser_name: [
    "Android",
    "Chrome",
    "Chrome Mobile",
    "Edge",
    "Edge Mobile",
    "Firefox",
    "Firefox Mobile",
    "IE",
    "IE Mobile",
    "Mobile Safari",
    "Opera",
    "Opera Mobile",
    "Safari",
  ],
  os_name: ["Android", "iOS", "Linux", "Mac OS X", "Windows"],
};

const isKnown = (names: readonly string[], value: string): boolean =>
  names.some((name) => name.toLowerCase() === value.toLowerCase());

/** Documents disagree about some names, so that another one is a doubt and not an error. */
const nameProblem = (names: readonly string[], value: string): string | undefined => {
  if (isKnown(names, value)) return undefined;
  const near = nearest(value, names);
  const meant = near === undefined ? "" : `; did you mean ${JSON.stringify(near)}?`;
  return `${JSON.stringify(value)} is not among the names that Statsig documents (${spellOut(names)})${meant}`;
};

const codeProblem = (value: string): string | undefined => {
  if (countryProblem(value.toUpperCase()) === undefined) return undefined;
  const meant = countryMeant(value);
  const instead = meant === undefined ? "" : `; did you mean ${JSON.stringify(meant)}?`;
  return `${JSON.stringify(value)} is no country code of ISO 3166-1${instead}`;
};

const problemOf = (type: Value, value: string): string | undefined => {
  if (type === "country") return codeProblem(value);
  const names = KNOWN[String(type)];
  return names === undefined ? undefined : nameProblem(names, value);
};

const inCondition = (condition: Bag): readonly string[] =>
  targets(condition).flatMap((value) => problemOf(condition["type"], String(value)) ?? []);

const conditionsOf = (rule: Bag): readonly Value[] =>
  isList(rule["conditions"]) ? rule["conditions"] : [];

export const nameLint = (rules: Value): readonly CheckFailure[] =>
  (isList(rules) ? rules : []).flatMap((rule, i) =>
    (isBag(rule) ? conditionsOf(rule) : []).flatMap((condition, j) =>
      (isBag(condition) ? inCondition(condition) : []).map((problem) => ({
        path: ["rules", i, "conditions", j],
        problem,
      })),
    ),
  );
