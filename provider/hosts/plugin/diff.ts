import { DiffResponse } from "@pulumi/pulumi/proto/provider_pb";
import type { PropertyChange } from "../../core/diff";
import { covers, type Path, parse } from "../../core/path";
import type { Revealed } from "../../core/secret";
import type { Bag } from "../../core/value";
import { changed } from "./changed";
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
  ignored: readonly Path[],
): readonly PropertyChange[] =>
  now.secrets
    .filter((path) => before !== undefined && !isUnder(path, [...before.secrets, ...ignored]))
    .map((path) => ({ path, kind: "update", replaces: false }));

export const diff = (session: Session): Methods["Diff"] =>
  method(
    requests.diff,
    ({ message, bags: { olds = NOTHING, news = NOTHING, oldInputs } }) => {
      const kind = session.kind(message.getType(), message.getUrn());
      const { vendor, resource } = kind;
      session.claim(kind, message.getId(), message.getUrn());
      const ignoreChanges = message.getIgnorechangesList();
      const { changes, deleteBeforeReplace } = resource.diff({
        olds: olds.value,
        oldInputs: oldInputs?.value,
        news: news.value,
        ignoreChanges,
        settings: session.accounts().settings(vendor),
      });
      const hidden = madeSecret(oldInputs, news, ignoreChanges.map(parse)).filter(
        ({ path }) =>
          !isUnder(
            path,
            changes.map((change) => change.path),
          ),
      );
      const response = new DiffResponse().setDeletebeforereplace(deleteBeforeReplace);
      return { message: changed(response, [...changes, ...hidden]) };
    },
    responses.plain,
  );
