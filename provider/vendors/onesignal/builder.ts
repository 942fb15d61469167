/**
 * Filters of a OneSignal segment, built with types: plain data out, the very objects that one would write by hand.
 * Published as `pulumi-audiences/onesignal`.
 */

export type { Explain, Input } from "../../core/input";
export { appVersion } from "./builder/app-version";
export { type Catalogue, type TagOf, tags } from "./builder/catalogue";
export { country } from "./builder/country";
export { type Duration, days, hours, minutes, seconds, weeks } from "./builder/duration";
export { allOf, anyOf, type GroupMember, or } from "./builder/group";
export { language } from "./builder/language";
export { location } from "./builder/location";
export { firstSession, lastSession, sessionCount, sessionTime } from "./builder/session";
export { type TagValue, tag } from "./builder/tag";
