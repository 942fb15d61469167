import { served } from "../../provider/hosts/dynamic/serve";
import { transport } from "../../provider/http/send";
import { vendors } from "../../provider/registry";
import type { Props, Start } from "./host";

/** What the resource class adds to what a program writes. */
const hidden = (token: string, name: string): Props => ({
  __provider: "text",
  __urn: `urn:pulumi:dev::shop::pulumi-nodejs:dynamic/${token}::${name}`,
});

/** The dynamic host, as its process would load it. */
export const dynamic: Start = async (token, settings) => {
  const provider = served({ vendors, environment: {}, transport, say: () => undefined })(token);
  const get = (key: string) => settings[key.replace(/^audiences:/, "")];
  await provider.configure({ config: { get, require: (key) => get(key) ?? "" } });
  return {
    check: async (name, news) => {
      const wish = { ...hidden(token, name), name, ...news };
      const { inputs = {}, failures = [] } = await provider.check({}, wish);
      return { inputs, failures: failures.map(({ property, reason }) => `${property}: ${reason}`) };
    },
    hasChanged: async (_name, { id, outputs }, news) =>
      (await provider.diff(id, outputs, news)).changes === true,
    create: async (_name, inputs) => {
      const { id, outs = {} } = await provider.create(inputs);
      return { id, inputs, outputs: outs };
    },
    read: async (_name, state) => {
      const found = await provider.read(state.id, state.outputs);
      if (found.id === undefined || found.id === "") return undefined;
      return { id: found.id, inputs: found.inputs ?? {}, outputs: found.props ?? {} };
    },
    update: async (_name, state, inputs) => {
      const { outs = {} } = await provider.update(state.id, state.outputs, inputs);
      return { id: state.id, inputs, outputs: outs };
    },
    remove: async (_name, { id, outputs }) => provider.delete(id, outputs),
    close: async () => undefined,
  };
};
