import { CreateResponse, UpdateResponse } from "@pulumi/pulumi/proto/provider_pb";
import type { Model } from "../../core/lifecycle";
import type { Path } from "../../core/path";
import { conceal, type MarkedBag, type Revealed } from "../../core/secret";
import type { Bag } from "../../core/value";
import { faultOf, redacted } from "./fault";
import type { Kind } from "./kinds";
import { secretInputs, secretOutputs } from "./outputs";
import { EMPTY, requests, responses } from "./protocol";
import { secretTexts } from "./redact";
import { type Methods, method } from "./rpc";
import type { Session } from "./session";

const NOTHING: Revealed<Bag> = { value: {}, secrets: [] };

const marked = (
  { model }: { readonly model: Model },
  outputs: Bag,
  secrets: readonly Path[],
): MarkedBag => conceal(outputs, secretOutputs(model, secretInputs(model, secrets)));

interface Wish {
  readonly news: Revealed<Bag>;
  readonly olds?: Revealed<Bag>;
  readonly oldInputs?: Revealed<Bag> | undefined;
}

/** What a preview can say of the outputs; and why the real thing would fail, if it is sure to. */
const promised = (session: Session, { vendor, resource }: Kind, wish: Wish): Bag => {
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

const create = (session: Session): Methods["Create"] =>
  method(
    requests.create,
    async ({ message, bags: { properties: news = NOTHING } }) => {
      const urn = message.getUrn();
      const kind = session.kind(message.getType(), urn);
      const make = () =>
        session.run(session.accounts().operations(kind).create({ urn, inputs: news.value }), {
          urn,
          timeout: message.getTimeout(),
          secrets: secretTexts(news),
        });
      const { id, outputs } = message.getPreview()
        ? { id: "", outputs: promised(session, kind, { news }) }
        : await make();
      return {
        message: new CreateResponse().setId(id),
        bags: { properties: marked(kind.resource, outputs, news.secrets) },
      };
    },
    responses.create,
  );

const update = (session: Session): Methods["Update"] =>
  method(
    requests.update,
    async ({ message, bags: { olds = NOTHING, news = NOTHING, oldInputs } }) => {
      const urn = message.getUrn();
      const kind = session.kind(message.getType(), urn);
      const request = {
        id: message.getId(),
        urn,
        olds: olds.value,
        oldInputs: oldInputs?.value,
        inputs: news.value,
      };
      const change = () =>
        session.run(session.accounts().operations(kind).update(request), {
          urn,
          timeout: message.getTimeout(),
          secrets: [...secretTexts(olds), ...secretTexts(news)],
        });
      const outputs = message.getPreview()
        ? promised(session, kind, { news, olds, oldInputs })
        : await change();
      return {
        message: new UpdateResponse(),
        bags: { properties: marked(kind.resource, outputs, news.secrets) },
      };
    },
    responses.update,
  );

const remove = (session: Session): Methods["Delete"] =>
  method(
    requests.delete,
    ({ message, bags: { properties } }) => {
      const urn = message.getUrn();
      const kind = session.kind(message.getType(), urn);
      const deletion = session.accounts().operations(kind).delete({ id: message.getId(), urn });
      return session.run(deletion, {
        urn,
        timeout: message.getTimeout(),
        secrets: secretTexts(properties),
      });
    },
    () => EMPTY,
  );

export const lifecycle = (session: Session): Pick<Methods, "Create" | "Update" | "Delete"> => ({
  Create: create(session),
  Update: update(session),
  Delete: remove(session),
});
