/** Which segments of an account are wanted: as flags say, or as a person picks. */
import { misused } from "../exit";
import type { Declared } from "../program/declared";
import { choose, confirm } from "./choose";
import type { ImportDesk, ImportOptions } from "./import-desk";
import type { Candidate } from "./plan";

export type Picked = Declared & { readonly isManaged: boolean };

const isChoiceMade = ({ all, match, exclude }: ImportOptions): boolean =>
  all || match.length > 0 || exclude.length > 0;

export const picked = async (
  { options, terminal }: ImportDesk,
  candidates: readonly Candidate[],
): Promise<readonly Picked[]> => {
  const declared = candidates.flatMap((candidate) =>
    candidate.status === "read" && candidate.entry._tag === "Importable"
      ? [
          {
            kind: candidate.account.kind,
            segment: candidate.entry,
            isManaged: candidate.isManaged,
          },
        ]
      : [],
  );
  if (isChoiceMade(options) || declared.length === 0) return declared;
  if (!terminal.isInteractive) {
    throw misused("say what to import: --all, or --match and --exclude with patterns of names");
  }
  const some = await choose(declared);
  if (!options.dryRun) await confirm(some.length);
  return some;
};
