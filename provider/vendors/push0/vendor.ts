import { operations } from "../../core/operations";
import { resource } from "../../core/resource";
import { settingPlace } from "../../core/setting";
import type { Vendor } from "../../core/vendor";
import type { Transport } from "../../http/send";
import { client } from "./client";
import { DEFAULT_DELETE } from "./delete-call";
import { segment } from "./segment";

const settings: Vendor<Transport>["settings"] = {
  apiKey: {
    doc: "API key of the Push0 account. Needed only by Push0 segments.",
    environment: ["PUSH0_API_KEY"],
    secret: true,
    required: true,
  },
  endpoint: {
    doc: "Base URL of Push0's API. Its pages name both `/v1` and, for the list, `/api/v1`.",
    environment: ["PUSH0_ENDPOINT"],
    secret: false,
    required: false,
    default: "https://api.push0.com/v1",
  },
  deleteRequest: {
    doc: "How a segment is deleted, which Push0 does not document: a method and a path below the endpoint. `DELETE /segments` sends the id in the body, as the documented update does; `DELETE /segments/{id}` sends it in the path.",
    environment: ["PUSH0_DELETE_REQUEST"],
    secret: false,
    required: false,
    default: DEFAULT_DELETE,
  },
};

/** Push0: segments of the devices that receive push notifications. */
export const push0: Vendor<Transport> = {
  name: "push0",
  title: "Push0",
  doc: "Segments of Push0 accounts.",
  settings,
  resources: [resource(segment)],
  connect: (values, transport) => {
    const places = { name: "push0", settings };
    const account = client({
      endpoint: values["endpoint"] ?? "",
      apiKey: values["apiKey"] ?? "",
      deleteRequest: values["deleteRequest"] ?? DEFAULT_DELETE,
      keyPlace: settingPlace(places, "apiKey"),
      endpointPlace: settingPlace(places, "endpoint"),
      deletePlace: settingPlace(places, "deleteRequest"),
      send: transport.send(settingPlace(places, "endpoint")),
    });
    const bound = operations(segment, account, { settings: values });
    return { operations: () => bound };
  },
};
