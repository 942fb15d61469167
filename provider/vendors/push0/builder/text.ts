import { type Input, listed } from "../../../core/input";

/** A comparison of a text field that takes a value. */
const compared =
  <const F extends string, Known extends string, const R extends string>(field: F, relation: R) =>
  <const V extends Input<Known>>(value: V) => ({ field, relation, value });

/** The builders of a text field. `Known` is what its values can be, where they are a few words. */
const textField = <const F extends string, Known extends string = string>(field: F) => {
  const is = compared<F, Known, "==">(field, "==");
  const isNot = compared<F, Known, "!=">(field, "!=");
  return {
    /** This text: `country.is("PL")`. */
    is,
    /** Any text but this: `country.isNot("PL")`. */
    isNot,
    /** One of these, at most 10: a whole group, because Push0 has no lists. `country.isOneOf("PL", "CZ")`. */
    isOneOf: <const V extends Input<Known>>(first: V | readonly V[], ...more: readonly V[]) => ({
      type: "OR" as const,
      constraints: listed<V>(first, more).map((value) => is(value)),
    }),
    /** None of these, at most 10: a whole group. `country.isNoneOf("PL", "CZ")`. */
    isNoneOf: <const V extends Input<Known>>(first: V | readonly V[], ...more: readonly V[]) => ({
      type: "AND" as const,
      constraints: listed<V>(first, more).map((value) => isNot(value)),
    }),
    /** Begins with this: `appVersion.startsWith("2.")`. */
    startsWith: compared<F, string, "starts_with">(field, "starts_with"),
    /** Ends with this: `email.endsWith("@example.com")`. */
    endsWith: compared<F, string, "ends_with">(field, "ends_with"),
    /** Has this in it: `deviceModel.contains("Galaxy")`. */
    contains: compared<F, string, "contains">(field, "contains"),
    /** Is known at all: `email.exists()`. */
    exists: () => ({ field, relation: "exists" as const }),
  };
};

/**
 * The device's country, by ISO 3166-1 alpha-2 code.
 *
 * @example country.isOneOf("PL", "CZ")
 */
export const country = textField("country");

/**
 * The device's language, by ISO 639-2 code of three letters.
 *
 * @example language.is("pol")
 */
export const language = textField("language");

/**
 * The device's time zone, by its name in the IANA database.
 *
 * @example timezone.is("Europe/Warsaw")
 */
export const timezone = textField("timezone");

/**
 * The app's version, compared as text; `appVersionCode` compares by size.
 *
 * @example appVersion.startsWith("2.")
 */
export const appVersion = textField("appVersion");

/**
 * The API level of the operating system, which is text at Push0.
 *
 * @example osApi.is("35")
 */
export const osApi = textField("osApi");

/**
 * The version of the operating system, compared as text.
 *
 * @example osVersion.startsWith("14")
 */
export const osVersion = textField("osVersion");

/**
 * The user's id in your own backend.
 *
 * @example customUserId.exists()
 */
export const customUserId = textField("customUserId");

/**
 * The user's email address.
 *
 * @example email.endsWith("@example.com")
 */
export const email = textField("email");

/**
 * The kind of device: the field `type`, under a name that can be imported without surprise.
 *
 * @example deviceType.is("tablet")
 */
export const deviceType = textField<"type", "phone" | "tablet" | "smartwatch" | "desktop">("type");

/**
 * The device's id at Push0: the field `id`.
 *
 * @example deviceId.isOneOf("dvc_one", "dvc_two")
 */
export const deviceId = textField("id");

/**
 * The device's token of APNs or FCM.
 *
 * @example pushToken.exists()
 */
export const pushToken = textField("pushToken");

/**
 * The device's model.
 *
 * @example deviceModel.contains("Galaxy")
 */
export const deviceModel = textField("deviceModel");

/**
 * The device's manufacturer.
 *
 * @example deviceManufacturer.is("Samsung")
 */
export const deviceManufacturer = textField("deviceManufacturer");
