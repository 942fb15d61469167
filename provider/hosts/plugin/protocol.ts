/**
 * Every request that is read and every response that is written, with the field numbers of their property bags.
 * Source: pulumi/pulumi, proto/pulumi/provider.proto.
 */
import * as plugin from "@pulumi/pulumi/proto/plugin_pb";
import * as pb from "@pulumi/pulumi/proto/provider_pb";
import { reader, writer } from "./message";

export const requests = {
  handshake: reader(pb.ProviderHandshakeRequest, {}),
  attach: reader(plugin.PluginAttach, {}),
  check: reader(pb.CheckRequest, { olds: 2, news: 3, oldOutputs: 9 }),
  diff: reader(pb.DiffRequest, { olds: 3, news: 4, oldInputs: 6 }),
  configure: reader(pb.ConfigureRequest, { args: 2 }),
  create: reader(pb.CreateRequest, { properties: 2 }),
  read: reader(pb.ReadRequest, { properties: 3, inputs: 4 }),
  update: reader(pb.UpdateRequest, { olds: 3, news: 4, oldInputs: 8 }),
  delete: reader(pb.DeleteRequest, { properties: 3, oldInputs: 5 }),
  list: reader(pb.ListRequest, { query: 2 }),
  invoke: reader(pb.InvokeRequest, { args: 2 }),
};

/** What says nothing but that it was done. */
export const EMPTY = Buffer.alloc(0);

export const responses = {
  plain: writer({}),
  check: writer({ inputs: 1 }),
  create: writer({ properties: 2 }),
  read: writer({ properties: 2, inputs: 3 }),
  update: writer({ properties: 1 }),
  invoke: writer({ return: 1 }),
};
