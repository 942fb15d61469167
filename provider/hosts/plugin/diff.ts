import { DiffResponse } from "@pulumi/pulumi/proto/provider_pb";
import type { DiffRequest, PropertyChange } from "../../core/diff";
import { covers, type Path, parse } from "../../core/path";
import type { Revealed } from "../../core/secret";
import { type Settings, settingKey } from "../../core/setting";
import type { Bag } from "../../core/value";
import { show } from "../../core/wording";
import type { Kind } from "../accounts";
import { changed } from "./changed";
import { forewarn } from "./promise";
import { requests, responses } from "./protocol";
import { type Methods, method } from "./rpc";
import type { Session } from "./session";

const NOTHING: Revealed<Bag> = { value: {}, secrets: [] };

const isUnder = (path: Path, places: readonly Path[]): boolean =>
  places.some((place) => covers(place, path));

/** What became secret while its value stayed: an update encrypts it in the outputs too, which the engine otherwise keeps. */
const madeSecret = (
  before: Revealed<Bag> | undefined,
  now: Revealed<Bag>,
  others: readonly Path[],
): readonly PropertyChange[] =>
  now.secrets
    .filter((path) => before !== undefined && !isUnder(path, [...before.secrets, ...others]))
    .map((path) => ({ path, kind: "update", replaces: false }));

/**
 * A changed setting of the provider changes what inputs that nobody wrote stand for. The engine has nothing to show for it, as
 * neither the old nor the new inputs have the property.
 */
const settledElsewhere = (
  { vendor, resource }: Kind,
  settings: Settings,
  request: DiffRequest,
  changes: readonly PropertyChange[],
): readonly string[] =>
  changes.flatMap(({ path, replaces }) => {
    const property = String(path[0]);
    const setting = resource.model.facts[property]?.setting;
    const isWritten = [request.news, request.oldInputs ?? {}].some(
      (bag) => bag[property] !== undefined,
    );
    if (setting === undefined || isWritten) return [];
    const [was, is] = [show(request.olds[property]), show(settings[setting])];
    const outcome = replaces ? "a new segment replaces the old one" : "the segment is changed";
    return [
      `${property} was ${was} and is ${is} by ${settingKey(vendor.name, setting)}: ${outcome}`,
    ];
  });

export const diff = (session: Session): Methods["Diff"] =>
  method(
    requests.diff,
    async ({ message, bags: { olds = NOTHING, news = NOTHING, oldInputs } }) => {
      const urn = message.getUrn();
      const kind = session.kind(message.getType(), urn);
      session.claim(kind, message.getId(), urn);
      const ignoreChanges = message.getIgnorechangesList();
      const settings = session.accounts().settings(kind.vendor);
      const request: DiffRequest = {
        olds: olds.value,
        oldInputs: oldInputs?.value,
        news: news.value,
        ignoreChanges,
        settings,
      };
      const { changes, deleteBeforeReplace } = kind.resource.diff(request);
      for (const warning of settledElsewhere(kind, settings, request, changes)) {
        await session.log("warning", urn, warning);
      }
      if (changes.some(({ replaces }) => replaces)) {
        await forewarn(session, kind, urn, message.getId());
      }
      const told = [...ignoreChanges.map(parse), ...changes.map(({ path }) => path)];
      const hidden = madeSecret(oldInputs, news, told);
      const response = new DiffResponse().setDeletebeforereplace(deleteBeforeReplace);
      return { message: changed(response, [...changes, ...hidden]) };
    },
    responses.plain,
  );
