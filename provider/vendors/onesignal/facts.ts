import type { Facts, TypeFact } from "../../core/facts";
import type { SegmentArgs } from "./codec";
import { filterChanges } from "./filter/canonical";
import { limits } from "./limits";
import { filtersSource } from "./source";

interface Outputs {
  readonly expression: string;
  readonly createdAt?: string;
  readonly source?: string;
  readonly readOnly?: boolean;
  readonly isActive?: boolean;
}

/** What is true of each property of a OneSignal segment. Source: "Create segment" and "Update segment", OpenAPI 11.6. */
export const facts: Facts<SegmentArgs & Outputs> = {
  appId: {
    doc: "The app that owns the segment (UUID; dashboard: Settings > Keys & IDs). Defaults to the provider's `onesignalAppId`. A change makes a new segment in the other app.",
    replaces: true,
    setting: "appId",
    listed: true,
  },
  segmentId: {
    doc: "An id of your own for the segment (UUID). By default it is computed from the app and the resource's URN, so that an interrupted create is never made twice. A change makes a new segment.",
    replaces: true,
    vendorsChoice: true,
    listed: true,
  },
  name: {
    doc: `The name in the dashboard, by which messages address the segment (\`included_segments\`); 1 to ${limits.nameLength} characters, unique per app. Defaults to the resource's name, without a suffix. A change renames in place: messages that use the old name no longer find it.`,
    autonamed: true,
  },
  description: {
    doc: `What the segment is for; at most ${limits.descriptionLength} characters. Leaving it out clears it.`,
    listed: true,
  },
  filters: {
    doc: `Who is in the segment: conditions, read in order, joined by AND unless \`{ operator: "OR" }\` stands between them; AND binds tighter. \`{ anyOf: [...] }\` and \`{ allOf: [...] }\` group at any depth and are expanded to the flat list that the API takes, at most ${limits.entries} entries.`,
    changes: filterChanges,
    source: filtersSource,
  },
  allowLegacyFilters: {
    doc: "Also accept filters that only older documents of the API know (`device_type`, `amount_spent`, `bought_sku`, `email`, `country` with `exists`, `last_session` with `value`) and send them as they stand. OneSignal may refuse them. Default: false.",
    local: true,
  },
  adopt: {
    doc: "When a segment of this name exists already, take it over and make it as it is declared here, instead of failing. Default: false.",
    local: true,
  },
  expression: {
    doc: "Who is in the segment, in words. Filters that mean the same read the same.",
    derivedFrom: ["filters"],
  },
  createdAt: { doc: "When the segment was made (ISO 8601, UTC).", listed: true },
  source: {
    doc: "Who made the segment: `custom` (people or the API), `default` (came with the app) or `quickstart`.",
  },
  readOnly: { doc: "Whether OneSignal refuses changes of the segment.", listed: true },
  isActive: {
    doc: "False when the segment is paused: then messages cannot be sent to it.",
    listed: true,
  },
};

const SINCE = "Source: OneSignal, Create segment, OpenAPI 11.6.";

const field = (name: string) => ({ doc: `Always \`${name}\`.` });

const list = (what: string) => ({
  doc: `${what} of \`in_array\` and \`not_in_array\`, at most ${limits.listValues}; order does not matter.`,
});

const LEGACY = "Not in today's segment API; refused unless `allowLegacyFilters` is set.";

const legacy = (name: string, doc: string, more: TypeFact["properties"] = {}): TypeFact => ({
  doc: `Legacy: ${doc} ${LEGACY}`,
  properties: {
    field: field(name),
    relation: { doc: "How the value is compared." },
    value: { doc: "The value to compare with, sent as it stands." },
    ...more,
  },
});

/** Facts of the objects that filters are made of, by the name of their codec. */
export const types: { readonly [name: string]: TypeFact } = {
  TagFilter: {
    doc: `A tag of the user. OneSignal compares tags as text; numbers and booleans are sent as the text they read as. ${SINCE}`,
    properties: {
      field: field("tag"),
      key: { doc: "The tag's key." },
      relation: {
        doc: "How the tag is compared. `exists` and `not_exists` take no value; `in_array` and `not_in_array` take `valueList`; `time_elapsed_gt` and `time_elapsed_lt` compare the seconds since the Unix time (in seconds) that the tag holds, and need a paid plan.",
      },
      value: { doc: "The value to compare with. For `time_elapsed_*`: seconds." },
      valueList: list("The values"),
    },
  },
  LastSessionFilter: {
    doc: `Time since the subscription last used the app. ${SINCE}`,
    properties: {
      field: field("last_session"),
      relation: { doc: "`>`: longer ago than `hoursAgo`; `<`: more recently." },
      hoursAgo: { doc: "Hours, 0 or more; decimals are allowed." },
    },
  },
  FirstSessionFilter: {
    doc: `Time since the user first used the app, or was created at OneSignal. ${SINCE}`,
    properties: {
      field: field("first_session"),
      relation: { doc: "`>`: longer ago than `hoursAgo`; `<`: more recently." },
      hoursAgo: { doc: "Hours, 0 or more; decimals are allowed." },
    },
  },
  SessionCountFilter: {
    doc: `How many sessions the subscription has had in total. ${SINCE}`,
    properties: {
      field: field("session_count"),
      relation: { doc: "How the number is compared." },
      value: { doc: "A number of sessions: whole, 0 or more." },
    },
  },
  SessionTimeFilter: {
    doc: `How long the subscription has used the app in total. ${SINCE}`,
    properties: {
      field: field("session_time"),
      relation: { doc: "`>`: longer; `<`: shorter." },
      value: { doc: "Seconds: whole, 0 or more. A day is 86400." },
    },
  },
  LanguageFilter: {
    doc: `The user's language. ${SINCE}`,
    properties: {
      field: field("language"),
      relation: {
        doc: "`=` and `!=` take `value`; `in_array` and `not_in_array` take `valueList`.",
      },
      value: {
        doc: "An ISO 639-1 code in lower case, such as `en`; also `zh-Hans` and `zh-Hant`.",
      },
      valueList: list("The language codes"),
    },
  },
  AppVersionFilter: {
    doc: `The app's version on the subscription. How \`>\` and \`<\` order versions is not documented. ${SINCE}`,
    properties: {
      field: field("app_version"),
      relation: { doc: "How the version is compared." },
      value: { doc: "A version, as text: `1.10` and `1.1` are different." },
      valueList: list("The versions"),
    },
  },
  LocationFilter: {
    doc: `Where the subscription is, as far as its user shares it: a circle. ${SINCE}`,
    properties: {
      field: field("location"),
      radius: { doc: `Metres, at least ${limits.smallestRadius}.` },
      lat: { doc: "Latitude in degrees, -90 to 90." },
      long: { doc: "Longitude in degrees, -180 to 180." },
    },
  },
  CountryFilter: {
    doc: `The user's country. ${SINCE}`,
    properties: {
      field: field("country"),
      relation: {
        doc: "`=` and `!=` take `value`; `in_array` and `not_in_array` take `valueList`.",
      },
      value: { doc: "An ISO 3166-1 alpha-2 code in upper case, such as `US`." },
      valueList: list("The country codes"),
    },
  },
  OperatorFilter: {
    doc: "Stands between two conditions. AND is what a missing operator means, and binds tighter than OR.",
    properties: { field: field("operator"), operator: { doc: "`OR`, or `AND`." } },
  },
  AnyOfFilter: {
    doc: "A group that holds when one of its members does. Expanded by the provider: the API itself knows no groups.",
    properties: {
      field: field("any_of"),
      anyOf: { doc: "Conditions and groups, joined by OR." },
    },
  },
  AllOfFilter: {
    doc: "A group that holds when all of its members do. Expanded by the provider: the API itself knows no groups.",
    properties: {
      field: field("all_of"),
      allOf: { doc: "Conditions and groups, joined by AND." },
    },
  },
  UnsupportedFilter: {
    doc: "A condition that only OneSignal's dashboard can write, as an import found it. It is kept and compared, and never sent; such filters can only be changed in the dashboard.",
    properties: {
      field: field("unsupported_in_api"),
      definition: { doc: "The condition as OneSignal shows it, as JSON." },
    },
  },
  DeviceTypeFilter: legacy(
    "device_type",
    "the kind of device (`iOS`, `Android`, `Web Push (Browser)`), documented for v9.",
  ),
  AmountSpentFilter: legacy("amount_spent", "US dollars spent in the app, a filter of messages."),
  BoughtSkuFilter: legacy(
    "bought_sku",
    "US dollars spent on one product, a filter of messages until 2022.",
    {
      key: { doc: "The product's SKU." },
    },
  ),
  EmailFilter: {
    doc: `Legacy: an email address, a filter of push messages until 2022. ${LEGACY}`,
    properties: { field: field("email"), value: { doc: "The address, sent as it stands." } },
  },
};
