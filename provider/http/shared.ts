import * as E from "fp-ts/Either";
import type { Failure, Operation } from "../core/failure";

/**
 * Asks once for all who want to know within `windowMs` of each other, and gives everyone the same answer: a refresh of a thousand
 * segments lists an account once. A failure is not remembered, and `forget` makes the next one ask anew.
 */
export interface Shared<A> {
  readonly get: (key: string, ask: Operation<A>) => Operation<A>;
  readonly forget: (key: string) => void;
}

interface Answer<A> {
  readonly at: number;
  readonly answer: Promise<E.Either<Failure, A>>;
}

export const shared = <A>(windowMs: number, now: () => number): Shared<A> => {
  const answers = new Map<string, Answer<A>>();
  const forget = (key: string): void => {
    answers.delete(key);
  };
  return {
    get: (key, ask) => (call) => () => {
      const known = answers.get(key);
      if (known !== undefined && now() - known.at < windowMs) return known.answer;
      const answer = ask(call)().then((result) => {
        if (E.isLeft(result)) forget(key);
        return result;
      });
      answers.set(key, { at: now(), answer });
      return answer;
    },
    forget,
  };
};
