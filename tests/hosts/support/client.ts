/** A provider's client as an engine is one: Pulumi's own generated messages, which share nothing with our marshalling. */
import { type ClientReadableStream, credentials, type ServiceError } from "@grpc/grpc-js";
import { PluginAttach, type PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as pb from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb";

export type Props = { readonly [key: string]: unknown };

export const SIGNATURE = "4dabf18193072939515e22adb298388d";
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

export const secret = (value: unknown): Props => ({
  [SIGNATURE]: "1b47061264138c4ac30d75fd1eb44270",
  value,
});

export const isSecret = (value: unknown): boolean =>
  typeof value === "object" && value !== null && SIGNATURE in value;

export const struct = (props: Props): Struct =>
  Struct.fromJavaScript(props as { [key: string]: JavaScriptValue });

const plain = (props: Struct | undefined): Props | undefined => props?.toJavaScript();

export const TYPE = "audiences:onesignal:Segment";
export const urnOf = (name: string, type = TYPE): string =>
  `urn:pulumi:dev::shop::${type}::${name}`;

type Answer<A> = (error: ServiceError | null, response: A) => void;

const promised = <A>(start: (done: Answer<A>) => unknown): Promise<A> =>
  new Promise((resolve, reject) => {
    start((error, response) => (error === null ? resolve(response) : reject(error)));
  });

const collected = <A>(stream: ClientReadableStream<A>): Promise<readonly A[]> =>
  new Promise((resolve, reject) => {
    const all: A[] = [];
    stream.on("data", (one: A) => all.push(one));
    stream.on("error", reject);
    stream.on("end", () => resolve(all));
  });

interface Diffed {
  readonly changes: "none" | "some" | "unknown";
  readonly diffs: readonly string[];
  readonly replaces: readonly string[];
  readonly deleteBeforeReplace: boolean;
  readonly detailed: { readonly [path: string]: string };
}

const KINDS = ["add", "add-replace", "delete", "delete-replace", "update", "update-replace"];

const detailed = (map: ReturnType<pb.DiffResponse["getDetaileddiffMap"]>): Diffed["detailed"] => {
  const places: { [path: string]: string } = {};
  map.forEach((place, path) => {
    places[path] = `${KINDS[place.getKind()]}${place.getInputdiff() ? "" : " of outputs"}`;
  });
  return places;
};

const diffed = (response: pb.DiffResponse): Diffed => ({
  changes: (["unknown", "none", "some"] as const)[response.getChanges()],
  diffs: response.getDiffsList(),
  replaces: response.getReplacesList(),
  deleteBeforeReplace: response.getDeletebeforereplace(),
  detailed: detailed(response.getDetaileddiffMap()),
});

export interface Wish {
  readonly name?: string;
  readonly type?: string;
  readonly news?: Props;
  readonly olds?: Props;
  readonly oldInputs?: Props;
}

/** Every call by its own name; property bags are plain objects with Pulumi's marks in them. */
export const connect = (port: number) => {
  const client = new ResourceProviderClient(`127.0.0.1:${port}`, credentials.createInsecure(), {
    "grpc.max_receive_message_length": -1,
    "grpc.max_send_message_length": -1,
  });

  const checked = (response: pb.CheckResponse) => ({
    inputs: plain(response.getInputs()),
    failures: response.getFailuresList().map((one) => `${one.getProperty()}: ${one.getReason()}`),
  });

  const checkRequest = ({ name = "vip", type = TYPE, news = {}, olds }: Wish): pb.CheckRequest => {
    const request = new pb.CheckRequest().setUrn(urnOf(name, type)).setType(type).setName(name);
    return request.setNews(struct(news)).setOlds(olds && struct(olds));
  };

  const diffRequest = (id: string, wish: Wish, ignoreChanges: string[]): pb.DiffRequest =>
    new pb.DiffRequest()
      .setId(id)
      .setUrn(urnOf(wish.name ?? "vip", wish.type))
      .setType(wish.type ?? TYPE)
      .setNews(struct(wish.news ?? {}))
      .setOlds(struct(wish.olds ?? {}))
      .setOldInputs(wish.oldInputs && struct(wish.oldInputs))
      .setIgnorechangesList(ignoreChanges);

  return {
    client,
    close: () => client.close(),
    handshake: (engine: string) =>
      promised<pb.ProviderHandshakeResponse>((done) =>
        client.handshake(new pb.ProviderHandshakeRequest().setEngineAddress(engine), done),
      ),
    attach: (engine: string) =>
      promised<Empty>((done) => client.attach(new PluginAttach().setAddress(engine), done)),
    info: () => promised<PluginInfo>((done) => client.getPluginInfo(new Empty(), done)),
    schema: () =>
      promised<pb.GetSchemaResponse>((done) => client.getSchema(new pb.GetSchemaRequest(), done)),
    cancel: () => promised<Empty>((done) => client.cancel(new Empty(), done)),
    checkConfig: async (news: Props) =>
      checked(
        await promised<pb.CheckResponse>((done) =>
          client.checkConfig(new pb.CheckRequest().setNews(struct(news)), done),
        ),
      ),
    diffConfig: async (oldInputs: Props, news: Props) =>
      diffed(
        await promised<pb.DiffResponse>((done) =>
          client.diffConfig(diffRequest("", { olds: oldInputs, oldInputs, news }, []), done),
        ),
      ),
    configure: (args: Props) =>
      promised<pb.ConfigureResponse>((done) =>
        client.configure(new pb.ConfigureRequest().setArgs(struct(args)), done),
      ),
    check: async (wish: Wish, autonaming?: pb.CheckRequest.AutonamingOptions) =>
      checked(
        await promised<pb.CheckResponse>((done) =>
          client.check(checkRequest(wish).setAutonaming(autonaming), done),
        ),
      ),
    diff: async (wish: Wish, { id = "app/segment", ignoreChanges = [] as string[] } = {}) =>
      diffed(
        await promised<pb.DiffResponse>((done) =>
          client.diff(diffRequest(id, wish, ignoreChanges), done),
        ),
      ),
    create: async (
      name: string,
      properties: Props,
      { preview = false, timeout = 0, type = TYPE } = {},
    ) => {
      const request = new pb.CreateRequest().setUrn(urnOf(name, type)).setType(type).setName(name);
      request.setProperties(struct(properties)).setPreview(preview).setTimeout(timeout);
      const response = await promised<pb.CreateResponse>((done) => client.create(request, done));
      return { id: response.getId(), properties: plain(response.getProperties()) ?? {} };
    },
    update: async (id: string, wish: Wish, { preview = false } = {}) => {
      const request = new pb.UpdateRequest().setId(id).setUrn(urnOf(wish.name ?? "vip", wish.type));
      request
        .setType(wish.type ?? TYPE)
        .setPreview(preview)
        .setOlds(struct(wish.olds ?? {}));
      request.setNews(struct(wish.news ?? {}));
      request.setOldInputs(wish.oldInputs && struct(wish.oldInputs));
      const response = await promised<pb.UpdateResponse>((done) => client.update(request, done));
      return plain(response.getProperties()) ?? {};
    },
    read: async (
      id: string,
      known: { name?: string; type?: string; inputs?: Props; properties?: Props } = {},
    ) => {
      const request = new pb.ReadRequest().setId(id).setUrn(urnOf(known.name ?? "vip", known.type));
      request.setType(known.type ?? TYPE).setInputs(known.inputs && struct(known.inputs));
      request.setProperties(known.properties && struct(known.properties));
      const response = await promised<pb.ReadResponse>((done) => client.read(request, done));
      return {
        id: response.getId(),
        inputs: plain(response.getInputs()),
        properties: plain(response.getProperties()),
      };
    },
    remove: (id: string, { name = "vip", type = TYPE, properties = {} as Props } = {}) => {
      const request = new pb.DeleteRequest().setId(id).setUrn(urnOf(name, type)).setType(type);
      request.setProperties(struct(properties));
      return promised<Empty>((done) => client.delete(request, done));
    },
    list: async (query: Props, { limit = 0, from = "", token = TYPE } = {}) => {
      const request = new pb.ListRequest().setToken(token).setLimit(limit);
      request.setContinuationToken(from).setQuery(struct(query));
      const all = await collected(client.list(request));
      return {
        results: all.flatMap((one) => {
          const result = one.getResult();
          return result === undefined ? [] : [{ id: result.getId(), name: result.getName() }];
        }),
        next: all.at(-1)?.getContinuation()?.getContinuationToken(),
        isComputed: all.some((one) => one.hasComputed()),
      };
    },
    invoke: async (token: string, args: Props) => {
      const request = new pb.InvokeRequest().setTok(token).setArgs(struct(args));
      const response = await promised<pb.InvokeResponse>((done) => client.invoke(request, done));
      return plain(response.getReturn()) ?? {};
    },
  };
};

export type Plugin = ReturnType<typeof connect>;

/** The failure of a call, as people see it. */
export const failureOf = async (
  call: Promise<unknown>,
): Promise<{ code: number; details: string }> =>
  call.then(
    () => ({ code: 0, details: "" }),
    ({ code, details }: ServiceError) => ({ code, details }),
  );
