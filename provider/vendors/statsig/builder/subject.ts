/** What a condition can look at: one builder for each type of condition. */

import type { Input } from "../../../core/input";
import { choice, lists, numbers, pattern, presence, text, times, versions } from "./comparison";

/** The user's ID: `userId.isOneOf("1", "2")`. */
export const userId = choice({ type: "user_id" });

/** The user's email address: `email.contains("@example.com")`. */
export const email = { ...text({ type: "email" }), ...pattern({ type: "email" }) };

/**
 * An attribute that your app tells Statsig about the user. Versions and times have words of their own, because `isBefore` means
 * something else for each.
 *
 * @example customField("plan").is("pro")
 * @example customField("age").isGreaterThan(17)
 * @example customField("since").asTime.isBefore(new Date("2026-01-31"))
 */
export const customField = <const F extends Input<string>>(field: F) => {
  const subject = { type: "custom_field", field } as const;
  return {
    ...text(subject),
    ...numbers(subject),
    ...lists(subject),
    asTime: times(subject),
    asVersion: versions(subject),
  };
};

/** An ID of a type of your own: `unitId("companyID").exists()`. */
export const unitId = <const U extends Input<string>>(customID: U) => {
  const subject = { type: "unit_id", customID } as const;
  return { ...text(subject), ...presence(subject) };
};

const version = <const T extends "app_version" | "browser_version" | "os_version">(type: T) => ({
  ...choice({ type }),
  ...versions({ type }),
});

/** The version of the app: `appVersion.isAtLeast("2.0")`. */
export const appVersion = version("app_version");
/** The version of the browser: `browserVersion.isBefore("100")`. */
export const browserVersion = version("browser_version");
/** The version of the operating system: `osVersion.isAtLeast("11")`. */
export const osVersion = version("os_version");

/** The browser: `browserName.isOneOf("Chrome", "Chrome Mobile")`. */
export const browserName = choice({ type: "browser_name" });
/** The operating system: `osName.is("iOS")`. */
export const osName = choice({ type: "os_name" });
/** The user's country, as two letters: `country.isOneOf("DE", "AT")`. */
export const country = choice({ type: "country" });
/** The user's IP address: `ipAddress.isOneOf("1.1.1.1", "8.8.8.8")`. */
export const ipAddress = choice({ type: "ip_address" });
/** The environment that the SDK runs in: `environmentTier.is("production")`. */
export const environmentTier = choice({ type: "environment_tier" });

/** The user is in another segment: `inSegment(staff.segmentId)`. */
export const inSegment = <const V extends Input<string>>(segmentId: V) => ({
  type: "passes_segment" as const,
  targetValue: segmentId,
});

/** The user is not in another segment: `notInSegment(staff.segmentId)`. */
export const notInSegment = <const V extends Input<string>>(segmentId: V) => ({
  type: "fails_segment" as const,
  targetValue: segmentId,
});
