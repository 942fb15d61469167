/**
 * Constraints of a Push0 segment, built with types: plain data out, the very objects that one would write by hand.
 * Published as `pulumi-audiences/push0`.
 *
 * @example constraints: [allOf(country.is("PL"), lastSession.isBefore(new Date("2026-01-01"))), deviceType.isOneOf("phone", "tablet")]
 */

export type { Input } from "../../core/input";
export { allOf, anyOf, type GroupMember } from "./builder/group";
export { appVersionCode, sessionCount } from "./builder/number";
export {
  appVersion,
  country,
  customUserId,
  deviceId,
  deviceManufacturer,
  deviceModel,
  deviceType,
  email,
  language,
  osApi,
  osVersion,
  pushToken,
  timezone,
} from "./builder/text";
export { createdAt, firstSession, lastSession, unRegisteredAt } from "./builder/time";
