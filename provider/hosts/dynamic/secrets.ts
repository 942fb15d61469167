import { isSecret, Output } from "@pulumi/pulumi";
import { type Path, print } from "../../core/path";

const entriesOf = (value: unknown): readonly (readonly [string | number, unknown])[] => {
  if (Array.isArray(value)) return value.map((item: unknown, index) => [index, item]);
  return typeof value === "object" && value !== null ? Object.entries(value) : [];
};

const secretsAt = async (value: unknown, path: Path): Promise<readonly Path[]> => {
  if (Output.isInstance(value)) return (await isSecret(value)) ? [path] : [];
  if (value instanceof Promise) return secretsAt(await value, path);
  const inner = entriesOf(value).map(([key, item]) => secretsAt(item, [...path, key]));
  return (await Promise.all(inner)).flat();
};

/** Where a program's inputs are secret; absent where nothing is. What goes wrong with an input, others report. */
export const secretPaths = async (inputs: object): Promise<readonly string[] | undefined> => {
  const paths = await secretsAt(inputs, []).catch(() => []);
  return paths.length === 0 ? undefined : paths.map(print);
};
