/** What runs in the engine's dynamic provider process: all resource types of the registry, in one session. */
import { spellOut } from "../../core/wording";
import { transport } from "../../http/send";
import { vendors } from "../../registry";
import { Fault } from "./fault";
import { type Provider, provider } from "./provider";
import { type Host, session } from "./session";

/** Providers by resource type. Throws a `Fault` for a type of which the registry knows nothing. */
export const served = (host: Host): ((token: string) => Provider) => {
  const shared = session(host);
  const providers = new Map<string, Provider>(
    host.vendors.flatMap((vendor) =>
      vendor.resources.map((resource) => [
        resource.model.token,
        provider({ vendor, resource }, shared, host.say),
      ]),
    ),
  );
  return (token) => {
    const found = providers.get(token);
    if (found !== undefined) return found;
    throw new Fault(
      `there is no resource ${token}; there is ${spellOut([...providers.keys()], "and")}`,
    );
  };
};

/** The engine shows what a provider writes to standard error. */
export const serve = served({
  vendors,
  environment: process.env,
  transport,
  say: (line) => console.error(line),
});
