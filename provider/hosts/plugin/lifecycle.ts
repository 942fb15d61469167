import { CreateResponse, UpdateResponse } from "@pulumi/pulumi/proto/provider_pb";
import type { Path } from "../../core/path";
import { conceal, type MarkedBag, type Revealed } from "../../core/secret";
import type { Bag } from "../../core/value";
import type { Kind } from "../accounts";
import { secretTexts } from "../redact";
import { secretInputs, secretOutputs } from "./outputs";
import { foretell, promised, retell } from "./promise";
import { EMPTY, requests, responses } from "./protocol";
import { type Methods, method } from "./rpc";
import type { Session } from "./session";

const NOTHING: Revealed<Bag> = { value: {}, secrets: [] };

const marked = ({ resource }: Kind, outputs: Bag, secrets: readonly Path[]): MarkedBag =>
  conceal(outputs, secretOutputs(resource.model, secretInputs(resource.model, secrets)));

const create = (session: Session): Methods["Create"] =>
  method(
    requests.create,
    async ({ message, bags: { properties: news = NOTHING } }) => {
      const urn = message.getUrn();
      const kind = session.kind(message.getType(), urn);
      const task = { kind, urn, timeout: message.getTimeout(), secrets: secretTexts(news) };
      const foreseen = async () => {
        const outputs = promised(session, kind, { news });
        await foretell(session, kind, urn, news);
        return { id: "", outputs };
      };
      const { id, outputs } = message.getPreview()
        ? await foreseen()
        : await session.run(task, (on) => on.create({ urn, inputs: news.value }));
      const properties = marked(kind, outputs, news.secrets);
      return { message: new CreateResponse().setId(id), bags: { properties } };
    },
    responses.create,
  );

const update = (session: Session): Methods["Update"] =>
  method(
    requests.update,
    async ({ message, bags: { olds = NOTHING, news = NOTHING, oldInputs } }) => {
      const urn = message.getUrn();
      const kind = session.kind(message.getType(), urn);
      const secrets = [...secretTexts(olds), ...secretTexts(news)];
      const request = {
        id: message.getId(),
        urn,
        olds: olds.value,
        oldInputs: oldInputs?.value,
        inputs: news.value,
      };
      const foreseen = async () => {
        const wish = { news, olds, oldInputs };
        const promise = promised(session, kind, wish);
        await retell(session, kind, urn, wish, promise);
        return promise;
      };
      const outputs = message.getPreview()
        ? await foreseen()
        : await session.run({ kind, urn, timeout: message.getTimeout(), secrets }, (on) =>
            on.update(request),
          );
      const properties = marked(kind, outputs, news.secrets);
      return { message: new UpdateResponse(), bags: { properties } };
    },
    responses.update,
  );

const remove = (session: Session): Methods["Delete"] =>
  method(
    requests.delete,
    ({ message, bags: { properties, oldInputs } }) => {
      const urn = message.getUrn();
      const kind = session.kind(message.getType(), urn);
      const request = {
        id: message.getId(),
        urn,
        inputs: oldInputs?.value,
        outputs: properties?.value,
      };
      const secrets = [...secretTexts(oldInputs), ...secretTexts(properties)];
      return session.run({ kind, urn, timeout: message.getTimeout(), secrets }, (on) =>
        on.delete(request),
      );
    },
    () => EMPTY,
  );

export const lifecycle = (session: Session): Pick<Methods, "Create" | "Update" | "Delete"> => ({
  Create: create(session),
  Update: update(session),
  Delete: remove(session),
});
