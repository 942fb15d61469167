import { engineLog } from "../../provider/hosts/plugin/log";
import { methods } from "../../provider/hosts/plugin/methods";
import { server } from "../../provider/hosts/plugin/server";
import { transport } from "../../provider/http/send";
import { vendors } from "../../provider/registry";
import { connect } from "../hosts/support/client";
import { bind, startEngine } from "../hosts/support/fake-engine";
import type { Props, Start, State } from "./host";

/** The gRPC host, its server in this process. */
export const plugin: Start = async (type, settings) => {
  const engine = await startEngine();
  let address: string | undefined;
  const log = engineLog(() => address);
  const provider = methods({ vendors, transport, environment: {}, log }, (told) => {
    address = told;
  });
  const { served } = server(() => Promise.resolve(provider));
  const client = connect(await bind(served));
  await client.handshake(engine.address);
  await client.configure(settings);
  const known = ({ inputs, outputs }: State, news: Props) => ({
    olds: outputs,
    oldInputs: inputs,
    news,
  });
  return {
    check: async (name, news) => {
      const { inputs = {}, failures } = await client.check({ name, type, news });
      return { inputs, failures };
    },
    hasChanged: async (name, state, news) => {
      const { changes } = await client.diff(
        { name, type, ...known(state, news) },
        { id: state.id },
      );
      return changes !== "none";
    },
    create: async (name, inputs) => {
      const { id, properties } = await client.create(name, inputs, { type });
      return { id, inputs, outputs: properties };
    },
    read: async (name, { id, inputs, outputs }) => {
      const found = await client.read(id, { name, type, inputs, properties: outputs });
      if (found.id === "") return undefined;
      return { id: found.id, inputs: found.inputs ?? {}, outputs: found.properties ?? {} };
    },
    update: async (name, state, inputs) => {
      const outputs = await client.update(state.id, { name, type, ...known(state, inputs) });
      return { id: state.id, inputs, outputs };
    },
    remove: async (name, { id, outputs }) => {
      await client.remove(id, { name, type, properties: outputs });
    },
    close: async () => {
      client.close();
      served.forceShutdown();
      engine.close();
    },
  };
};
