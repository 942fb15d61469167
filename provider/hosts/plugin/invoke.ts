/** Functions: looking a segment up, and listing them. */
import { InvokeResponse } from "@pulumi/pulumi/proto/provider_pb";
import { conceal, type Revealed } from "../../core/secret";
import type { Bag } from "../../core/value";
import { secretTexts } from "../redact";
import { faultOf, redacted } from "./fault";
import { requests, responses } from "./protocol";
import { type Methods, method } from "./rpc";
import type { Session } from "./session";

const NOTHING: Revealed<Bag> = { value: {}, secrets: [] };

/**
 * What is wrong with the arguments is an error and no list of failures, of which `pulumi do` would show nothing. What a function
 * tells about a secret is secret.
 */
export const invoke = (session: Session): Methods["Invoke"] =>
  method(
    requests.invoke,
    async ({ message, bags: { args = NOTHING } }) => {
      const { vendor, resource, called } = session.function(message.getTok());
      const secrets = secretTexts(args);
      const failures = called.check(args.value, { settings: session.accounts().settings(vendor) });
      if (failures.length > 0) throw redacted(faultOf({ _tag: "InvalidInput", failures }), secrets);
      const task = { kind: { vendor, resource }, urn: "", timeout: 0, secrets };
      const told = await session.run(task, (on) => called.call(on, args.value));
      const hidden = args.secrets.length > 0 ? Object.keys(told).map((property) => [property]) : [];
      return { message: new InvokeResponse(), bags: { return: conceal(told, hidden) } };
    },
    responses.invoke,
  );
