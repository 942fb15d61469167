/** What a preview can say of an operation that it does not do. */
import { foretold } from "../../core/foretold";
import { type Revealed, touchesSecret } from "../../core/secret";
import type { Bag } from "../../core/value";
import type { Kind } from "../accounts";
import { redact, secretTexts } from "../redact";
import { Fault, faultOf, redacted } from "./fault";
import type { Session } from "./session";

export interface Wish {
  readonly news: Revealed<Bag>;
  readonly olds?: Revealed<Bag>;
  readonly oldInputs?: Revealed<Bag> | undefined;
}

/** The outputs that can be promised. Throws a `Fault` when the operation is sure to fail. */
export const promised = (session: Session, { vendor, resource }: Kind, wish: Wish): Bag => {
  const { news, olds, oldInputs } = wish;
  const outcome = resource.preview({
    inputs: news.value,
    olds: olds?.value,
    oldInputs: oldInputs?.value,
    settings: session.accounts().settings(vendor),
  });
  if (outcome._tag === "Right") return outcome.right;
  throw redacted(faultOf(outcome.left), [...secretTexts(news), ...secretTexts(olds)]);
};

/** A person waits for a preview. */
const PATIENCE_S = 20;

/**
 * Tells what would be taken over, where the program asks for that: then the preview looks, which it does in no other case. When
 * the vendor cannot be asked, the preview says nothing of it and goes on.
 */
export const foretell = async (
  session: Session,
  kind: Kind,
  urn: string,
  news: Revealed<Bag>,
): Promise<void> => {
  if (session.accounts().missing(kind.vendor).length > 0) return;
  const secrets = secretTexts(news);
  const task = { kind, urn, timeout: PATIENCE_S, secrets };
  const seen = await session
    .run(task, ({ foresee }) => foresee(news.value))
    .catch((error: unknown) => {
      const why = error instanceof Fault ? error.message : String(error);
      return session.log("debug", urn, `what would be taken over is not known: ${why}`);
    });
  if (seen === undefined || seen._tag === "None") return;
  const { obstacle } = seen.value;
  if (obstacle._tag === "Some") throw redacted(faultOf(obstacle.value), secrets);
  const sentence = foretold(seen.value, (property) => touchesSecret([property], news.secrets));
  await session.log("info", urn, redact(sentence, secrets));
};

/** Tells whom a replacement would hurt. When the vendor cannot be asked, nothing is said of it. */
export const forewarn = async (
  session: Session,
  kind: Kind,
  urn: string,
  id: string,
): Promise<void> => {
  if (session.accounts().missing(kind.vendor).length > 0) return;
  const task = { kind, urn, timeout: PATIENCE_S, secrets: [] };
  await session
    .run(task, ({ beforeReplace }) => beforeReplace(id))
    .catch((error: unknown) => session.log("debug", urn, `not told whom this hurts: ${error}`));
};

/** The words that a change of inputs puts differently: outputs computed from inputs, unless a secret is among these. */
const reworded = ({ resource: { model } }: Kind, { news, olds }: Wish, outputs: Bag) =>
  Object.entries(model.facts).flatMap(([name, { derivedFrom }]) => {
    const [was, now] = [olds?.value[name], outputs[name]];
    const isSecret = derivedFrom?.some((input) =>
      touchesSecret([input], [...news.secrets, ...(olds?.secrets ?? [])]),
    );
    const isTold = derivedFrom !== undefined && isSecret !== true && was !== now;
    return isTold && typeof was === "string" && typeof now === "string" ? [{ was, now }] : [];
  });

/** Says a change in words. The diff shows the places that change, and nobody reads nested lists well. */
export const retell = async (
  session: Session,
  kind: Kind,
  urn: string,
  wish: Wish,
  outputs: Bag,
): Promise<void> => {
  for (const { was, now } of reworded(kind, wish, outputs)) {
    await session.log("info", urn, `was: ${was}\nnow: ${now}`);
  }
};
