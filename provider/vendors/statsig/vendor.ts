import { operations } from "../../core/operations";
import { resource } from "../../core/resource";
import { settingPlace } from "../../core/setting";
import type { Vendor } from "../../core/vendor";
import type { Transport } from "../../http/send";
import { client } from "./client";
import { segment } from "./segment";

const settings: Vendor<Transport>["settings"] = {
  apiKey: {
    doc: "Console API key of Statsig with write access (console: Settings > Keys & Environments). Needed only by Statsig segments.",
    environment: ["STATSIG_API_KEY", "STATSIG_CONSOLE_KEY"],
    secret: true,
    required: true,
  },
  endpoint: {
    doc: "Base URL of Statsig's Console API, with or without `/console/v1`.",
    environment: ["STATSIG_ENDPOINT"],
    secret: false,
    required: false,
    default: "https://statsigapi.net",
  },
  reviewSettings: {
    doc: "Sent as the header `x-respect-review-settings`, with which Statsig applies the project's review settings to changes. Its documents do not say which values there are. Default: not sent.",
    environment: ["STATSIG_REVIEW_SETTINGS"],
    secret: false,
    required: false,
  },
};

/** Statsig: segments of gates and experiments. */
export const statsig: Vendor<Transport> = {
  name: "statsig",
  title: "Statsig",
  doc: "Segments of a Statsig project.",
  settings,
  resources: [resource(segment)],
  connect: (values, transport) => {
    const places = { name: "statsig", settings };
    const account = client({
      endpoint: values["endpoint"] ?? "",
      apiKey: values["apiKey"] ?? "",
      reviewSettings: values["reviewSettings"],
      keyPlace: settingPlace(places, "apiKey"),
      send: transport.send(settingPlace(places, "endpoint")),
    });
    const bound = operations(segment, account, { settings: values });
    return { operations: () => bound };
  },
};
