import type { dynamic } from "@pulumi/pulumi";
import { explain } from "../../core/failure";
import { print } from "../../core/path";
import { type CheckFailure, sentence } from "../../core/problem";
import { touchesSecret } from "../../core/secret";
import { parseUrn } from "../../core/token";
import type { Kind } from "../accounts";
import { isBare, join, type Parts, type Props, split } from "./bag";
import type { Session } from "./session";

/**
 * The engine shows the value of a property that it finds by a failure's path. Where that value holds a secret, the sentence
 * names the place instead.
 */
const toFailure =
  ({ secrets }: Parts) =>
  (problem: CheckFailure): dynamic.CheckFailure => {
    const isSecret = touchesSecret(problem.path, secrets);
    const place = print(problem.path);
    const reason = sentence(problem, isSecret);
    return isSecret && problem.path.length === 1
      ? { property: "", reason: `${place} ${reason}` }
      : { property: place, reason };
  };

/** The whole grammar. State that an import by file has just made says nothing yet, and nothing is wrong with that. */
export const check = (
  { vendor, resource }: Kind,
  session: Session,
  say: (line: string) => void,
): ((olds: Props, news: Props) => dynamic.CheckResult<Props>) => {
  return (olds, news) => {
    const wish = split(news);
    const before = split(olds);
    if (isBare(wish)) return { inputs: news };
    const { inputs, failures, warnings } = resource.check({
      news: wish.inputs,
      olds: isBare(before) ? undefined : before.inputs,
      proposedName: wish.urn === "" ? undefined : parseUrn(wish.urn).name,
      settings: session.accounts().settings(vendor),
    });
    for (const warning of warnings) {
      const text = sentence(warning, touchesSecret(warning.path, wish.secrets));
      say(`warning: ${parseUrn(wish.urn).name}: ${print(warning.path)} ${text}`);
    }
    const missing = session.accounts().missing(vendor);
    return {
      inputs: join(inputs, wish.hidden),
      failures: [
        ...failures.map(toFailure(wish)),
        ...missing.map((failure) => ({ property: "", reason: explain(failure) })),
      ],
    };
  };
};
