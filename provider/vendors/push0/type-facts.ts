/** What is true of the objects and words that constraints are made of. Source: "Segments: Create", REST API v1, 2026. */
import type { TypeFact } from "../../core/facts";
import {
  type Field,
  isField,
  kinds,
  type OrderedRelation,
  type TextRelation,
} from "./constraint/field";
import { limits } from "./limits";

const SINCE = "Source: Push0, Segments: Create, REST API v1.";

const DOCS: { readonly [field in Field]: readonly [what: string, value: string] } = {
  country: [
    "The device's country.",
    "An ISO 3166-1 alpha-2 code in upper case, such as `PL`; for the United Kingdom that is `GB`, although Push0's pages name `UK`, which is accepted with a warning.",
  ],
  language: [
    "The device's language.",
    "An ISO 639-2 code, three letters in lower case, such as `pol`.",
  ],
  timezone: [
    "The device's time zone.",
    "An IANA time zone, `Area/Location`, such as `Europe/Warsaw`; or `UTC`.",
  ],
  appVersion: [
    "The app's version. Push0 compares it as text, and has no `>` for it; use `appVersionCode` to compare by size.",
    "A version, such as `1.3.54`.",
  ],
  appVersionCode: ["The app's version code.", "A whole number, such as `5`."],
  osApi: [
    "The API level of the operating system. Text at Push0, although its console calls it a number: there is no `>` for it.",
    "An API level, such as `35`.",
  ],
  osVersion: ["The version of the operating system, compared as text.", "A version, such as `14`."],
  customUserId: ["The user's id in your own backend.", "An id, as the app sets it."],
  email: ["The user's email address, as the app sets it.", "An address, or a part of one."],
  type: ["The kind of device.", "`phone`, `tablet`, `smartwatch` or `desktop`."],
  firstSession: ["The user's first session.", ""],
  lastSession: ["The user's last session.", ""],
  sessionCount: ["How many sessions the device has had in total.", "A whole number."],
  createdAt: ["When the device was created at Push0.", ""],
  id: ["The device's id at Push0.", "An id, such as `dvc_...`."],
  pushToken: ["The device's token of APNs or FCM.", "A token."],
  unRegisteredAt: [
    "When the device was unregistered, so that it no longer receives notifications.",
    "",
  ],
  deviceModel: ["The device's model.", "A model, such as `Galaxy S26`."],
  deviceManufacturer: ["The device's manufacturer.", "A manufacturer, such as `Samsung`."],
};

const TIME =
  "A time: Unix milliseconds as a number or as text, or ISO 8601 text with a time zone (`2026-01-01T00:00:00Z`) or without a clock (`2026-01-01`, its beginning in UTC).";

const RELATIONS = {
  text: "How the text is compared. `exists` takes no value.",
  whole: "How the number is compared.",
  time: "How the time is compared: `>` is later, `<` is earlier.",
};

const typeFact = (field: Field): TypeFact => {
  const [what, value] = DOCS[field];
  const kind = kinds[field];
  return {
    doc: `${what} ${SINCE}`,
    properties: {
      field: { doc: `Always \`${field}\`.` },
      relation: { doc: RELATIONS[kind] },
      value: { doc: kind === "time" ? TIME : value },
    },
  };
};

const TEXT_WORDS: { readonly [relation in TextRelation]: string } = {
  "==": "Is this text.",
  "!=": "Is anything but this text.",
  starts_with: "Begins with this text.",
  ends_with: "Ends with this text.",
  contains: "Has this text in it.",
  exists: "Is known, whatever it is.",
};

const ORDERED_WORDS: { readonly [relation in OrderedRelation]: string } = {
  "==": "Is the value.",
  "!=": "Is anything but the value.",
  ">": "Is more, or later.",
  ">=": "Is the value, or more, or later.",
  "<": "Is less, or earlier.",
  "<=": "Is the value, or less, or earlier.",
};

const relationFact = (field: Field): TypeFact => ({
  doc: `How \`${field}\` can be compared.`,
  properties: Object.fromEntries(
    Object.entries(kinds[field] === "text" ? TEXT_WORDS : ORDERED_WORDS).map(([word, doc]) => [
      word,
      { doc },
    ]),
  ),
});

const capitalised = (field: string): string => `${field.charAt(0).toUpperCase()}${field.slice(1)}`;

/** Facts of the types that constraints are made of, by the name of their codec. */
export const types: { readonly [name: string]: TypeFact } = {
  Group: {
    doc: `Constraints that are joined by AND or by OR; groups beside each other are joined by AND. ${SINCE}`,
    properties: {
      type: { doc: "`AND`: all of them have to hold. `OR`: one is enough." },
      constraints: { doc: `1 to ${limits.groupSize} constraints; order has no meaning.` },
    },
  },
  ...Object.fromEntries(
    Object.keys(kinds)
      .filter(isField)
      .flatMap((field) => [
        [`${capitalised(field)}Constraint`, typeFact(field)] as const,
        [`${capitalised(field)}Relation`, relationFact(field)] as const,
      ]),
  ),
};
