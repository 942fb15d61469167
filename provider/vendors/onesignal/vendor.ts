import { operations } from "../../core/operations";
import { resource } from "../../core/resource";
import { settingPlace } from "../../core/setting";
import type { Vendor } from "../../core/vendor";
import type { Transport } from "../../http/send";
import { client } from "./client";
import { segment } from "./segment";

const settings: Vendor<Transport>["settings"] = {
  apiKey: {
    doc: "App API key of OneSignal (dashboard: Settings > Keys & IDs). Needed only by OneSignal segments.",
    environment: ["ONESIGNAL_API_KEY"],
    secret: true,
    required: true,
  },
  appId: {
    doc: "The app of segments that name none (UUID; dashboard: Settings > Keys & IDs).",
    environment: ["ONESIGNAL_APP_ID"],
    secret: false,
    required: false,
  },
  endpoint: {
    doc: "Base URL of OneSignal's API. `https://onesignal.com/api/v1` is the legacy one: it takes the legacy REST API key, and its documents know no update, so that a change of a segment may be refused there.",
    environment: ["ONESIGNAL_ENDPOINT"],
    secret: false,
    required: false,
    default: "https://api.onesignal.com",
  },
};

/** OneSignal: segments of push, email and SMS audiences. */
export const onesignal: Vendor<Transport> = {
  name: "onesignal",
  title: "OneSignal",
  doc: "Segments of OneSignal apps.",
  settings,
  resources: [resource(segment)],
  connect: (values, transport) => {
    const places = { name: "onesignal", settings };
    const account = client({
      endpoint: values["endpoint"] ?? "",
      apiKey: values["apiKey"] ?? "",
      defaultAppId: values["appId"],
      keyPlace: settingPlace(places, "apiKey"),
      appPlace: settingPlace(places, "appId"),
      send: transport.send(settingPlace(places, "endpoint")),
    });
    const bound = operations(segment, account, { settings: values });
    return { operations: () => bound };
  },
};
