import { runtime } from "@pulumi/pulumi";
import type { Delegate } from "./delegate";

interface Imported {
  readonly type: string;
  readonly name: string;
  readonly id: string;
  readonly inputs: { readonly __provider: string };
  readonly outputs: { readonly __provider: string };
}

/** What `pulumi import --file` reads. */
export interface ImportFile {
  readonly resources: readonly Imported[];
}

/**
 * For dynamic resources the engine wants inputs and outputs in the file, or it would not know whom to ask; who to ask is all they
 * say, and a refresh fills in the rest.
 */
export const importFile = async (
  provider: Delegate,
  type: string,
  ids: { readonly [name: string]: string },
): Promise<ImportFile> => {
  const { text } = await runtime.serializeFunction(() => provider);
  const state = { __provider: text };
  const entries = Object.entries(ids);
  return {
    resources: entries.map(([name, id]) => ({ type, name, id, inputs: state, outputs: state })),
  };
};
