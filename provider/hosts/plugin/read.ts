import { ReadResponse } from "@pulumi/pulumi/proto/provider_pb";
import { conceal } from "../../core/secret";
import { secretTexts } from "../redact";
import { keptSecrets, secretInputs, secretOutputs } from "./outputs";
import { requests, responses } from "./protocol";
import { type Methods, method } from "./rpc";
import type { Session } from "./session";

/**
 * Refresh, import and `get` alike. A segment that is not there is an empty answer, without id and properties: the engine
 * then says that it does not exist, or forgets it.
 */
export const read = (session: Session): Methods["Read"] =>
  method(
    requests.read,
    async ({ message, bags: { properties, inputs } }) => {
      const id = message.getId();
      const urn = message.getUrn();
      const kind = session.kind(message.getType(), urn);
      const { model } = kind.resource;
      const task = {
        kind,
        urn,
        timeout: message.getTimeout(),
        secrets: [...secretTexts(inputs), ...secretTexts(properties)],
      };
      const request = { id, urn, inputs: inputs?.value, outputs: properties?.value };
      const found = await session.run(task, (on) => on.read(request));
      if (found._tag === "None") return { message: new ReadResponse() };
      const now = found.value;
      const secrets = secretInputs(model, keptSecrets(inputs ?? properties, now.inputs));
      const shown = [...secretOutputs(model, secrets), ...keptSecrets(properties, now.outputs)];
      return {
        message: new ReadResponse().setId(now.id),
        bags: {
          properties: conceal(now.outputs, shown),
          inputs: conceal(now.inputs, secrets),
        },
      };
    },
    responses.read,
  );
