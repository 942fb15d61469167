/** What the plugin says of itself, and what the engine says to it that is about no resource. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { status } from "@grpc/grpc-js";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import {
  GetMappingResponse,
  GetMappingsResponse,
  GetSchemaResponse,
  ProviderHandshakeResponse,
} from "@pulumi/pulumi/proto/provider_pb";
import { version } from "../../../package.json";
import { Fault } from "./fault";
import { EMPTY, requests, responses } from "./protocol";
import { type Method, type Methods, method } from "./rpc";

/** Beside the bundle, or in the source tree. */
const SCHEMAS = ["schema.json", "../../schema/schema.json"];

const readSchema = async (): Promise<string> => {
  const texts = SCHEMAS.map((name) => readFile(join(__dirname, name), "utf8"));
  try {
    return await Promise.any(texts);
  } catch {
    throw new Fault(status.NOT_FOUND, "schema.json is not beside the plugin; run `npm run build`");
  }
};

const refuse =
  (what: string): Method<Buffer> =>
  () =>
    Promise.reject(new Fault(status.UNIMPLEMENTED, `the audiences provider has no ${what}`));

export interface Ears {
  /** The engine's address, whenever it is told. */
  readonly onEngine: (address: string) => void;
  readonly onCancel: () => void;
}

type About = Omit<
  Methods,
  | "CheckConfig"
  | "DiffConfig"
  | "Configure"
  | "Invoke"
  | "Check"
  | "Diff"
  | "Create"
  | "Read"
  | "Update"
  | "Delete"
  | "List"
>;

/** An answer that depends on no request. */
const say = <M extends { readonly serializeBinary: () => Uint8Array }>(
  make: () => M | Promise<M>,
) =>
  method(
    () => undefined,
    async () => ({ message: await make() }),
    responses.plain,
  );

const handshake = (onEngine: Ears["onEngine"]): Methods["Handshake"] =>
  method(
    requests.handshake,
    ({ message }) => {
      onEngine(message.getEngineAddress());
      const response = new ProviderHandshakeResponse();
      response.setAcceptSecrets(true).setSupportsAutonamingConfiguration(true);
      return { message: response };
    },
    responses.plain,
  );

export const about = ({ onEngine, onCancel }: Ears): About => ({
  Handshake: handshake(onEngine),
  Attach: method(
    requests.attach,
    ({ message }) => onEngine(message.getAddress()),
    () => EMPTY,
  ),
  Cancel: method(
    () => undefined,
    onCancel,
    () => EMPTY,
  ),
  GetPluginInfo: say(() => new PluginInfo().setVersion(version)),
  GetSchema: say(async () => new GetSchemaResponse().setSchema(await readSchema())),
  GetMapping: say(() => new GetMappingResponse()),
  GetMappings: say(() => new GetMappingsResponse()),
  Parameterize: refuse("parameters"),
  Construct: refuse("components"),
  Call: refuse("methods"),
});
