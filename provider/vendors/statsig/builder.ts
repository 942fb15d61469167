/**
 * Rules of a Statsig segment, built with types: plain data out, the very objects that one would write by hand.
 * Published as `pulumi-audiences/statsig`.
 *
 * @example rules: [rule("Paying", { passPercentage: 50 }, customField("plan").is("pro"), country.isOneOf("DE", "AT"))]
 */

export type { Explain, Input } from "../../core/input";
export { type Catalogue, customFields, type FieldOf } from "./builder/catalogue";
export type { Moment, Scalar } from "./builder/comparison";
export { type RuleCondition, type RuleOptions, rule } from "./builder/rule";
export {
  appVersion,
  browserName,
  browserVersion,
  country,
  customField,
  email,
  environmentTier,
  inSegment,
  ipAddress,
  notInSegment,
  osName,
  osVersion,
  unitId,
  userId,
} from "./builder/subject";
