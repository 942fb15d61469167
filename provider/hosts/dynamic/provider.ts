import type { dynamic } from "@pulumi/pulumi";
import { inputNames, type Model } from "../../core/lifecycle";
import { touchesSecret } from "../../core/secret";
import type { Bag } from "../../core/value";
import type { Kind } from "../accounts";
import { secretTexts } from "../redact";
import { isBare, join, type Parts, type Props, split } from "./bag";
import { check } from "./check";
import type { Session } from "./session";

export type Provider = Required<dynamic.ResourceProvider<Props, Props>>;

/**
 * Outputs as they go into state. The engine encrypts an output only where the input of the same name is secret, so that what
 * follows from a secret by another name is not told at all.
 */
const told = ({ facts }: Model, { hidden, secrets }: Parts, outputs: Bag): Props => {
  const isSecret = (property: string): boolean =>
    facts[property]?.derivedFrom?.some((name) => touchesSecret([name], secrets)) === true;
  const safe = Object.entries(outputs).map(
    ([name, value]) => [name, isSecret(name) ? "[secret]" : value] as const,
  );
  return join(Object.fromEntries(safe), hidden);
};

/**
 * What the program said, as far as outputs tell: a property for which a setting or the vendor stands in may never have been said.
 * Absent where there is nothing but an id.
 */
const said = (model: Model, state: Parts): Bag | undefined => {
  if (isBare(state)) return undefined;
  const names = inputNames(model).filter((name) => {
    const { setting, vendorsChoice } = model.facts[name] ?? {};
    return setting === undefined && vendorsChoice !== true;
  });
  return Object.fromEntries(names.map((name) => [name, state.inputs[name]]));
};

const textsOf = ({ inputs, secrets }: Parts): readonly string[] =>
  secretTexts({ value: inputs, secrets });

/** Tells whom a replacement would hurt. When the vendor cannot be asked, nothing is said of it. */
const forewarn = (kind: Kind, { run }: Session, id: string): Promise<void> =>
  run(kind, [], ({ beforeReplace }) => beforeReplace(id)).catch(() => undefined);

const diff = (kind: Kind, session: Session): Provider["diff"] => {
  const { vendor, resource } = kind;
  return async (id, olds, news) => {
    const state = split(olds);
    // Nothing is known of what an import by file has just brought in: an update makes it as declared, and never a new one.
    if (isBare(state)) return { changes: true };
    const { changes, deleteBeforeReplace } = resource.diff({
      olds: state.inputs,
      oldInputs: undefined,
      news: split(news).inputs,
      ignoreChanges: [],
      settings: session.accounts().settings(vendor),
    });
    const replacing = changes.filter(({ replaces }) => replaces).map(({ path }) => String(path[0]));
    if (replacing.length > 0) await forewarn(kind, session, id);
    return { changes: changes.length > 0, replaces: [...new Set(replacing)], deleteBeforeReplace };
  };
};

/** One resource type as Pulumi's dynamic host wants it, on the same core as the plugin. */
export const provider = (kind: Kind, session: Session, say: (line: string) => void): Provider => {
  const { model } = kind.resource;
  const { run } = session;
  const judge = check(kind, session, say);
  return {
    configure: async ({ config }) => session.configure(config),
    check: async (olds, news) => judge(olds, news),
    diff: diff(kind, session),
    create: async (props) => {
      const wish = split(props);
      const { urn, inputs } = wish;
      const { id, outputs } = await run(kind, textsOf(wish), ({ create }) =>
        create({ urn, inputs }),
      );
      return { id, outs: told(model, wish, outputs) };
    },
    read: async (id, props = {}) => {
      const state = split(props);
      const inputs = said(model, state);
      const request = { id, urn: state.urn, inputs, outputs: state.inputs };
      const found = await run(kind, textsOf(state), ({ read }) => read(request));
      if (found._tag === "None") return { id: "" };
      const now = found.value;
      const outs = told(model, state, now.outputs);
      return { id: now.id, props: outs, inputs: join(now.inputs, state.hidden) };
    },
    update: async (id, olds, news) => {
      const wish = split(news);
      const { urn, inputs } = wish;
      const request = { id, urn, olds: split(olds).inputs, oldInputs: undefined, inputs };
      const outputs = await run(kind, textsOf(wish), ({ update }) => update(request));
      return { outs: told(model, wish, outputs) };
    },
    delete: async (id, props) => {
      const state = split(props);
      const { urn } = state;
      const request = { id, urn, inputs: said(model, state), outputs: state.inputs };
      await run(kind, textsOf(state), (operations) => operations.delete(request));
    },
  };
};
