import type { Explain } from "../../../core/input";

/** Judges literals only: a text that is known later, or to the program alone, is left to Check. */
export type Literal<V, Known, Sentence extends string> =
  string extends Extract<V, string>
    ? unknown
    : [Extract<V, string>] extends [Known]
      ? unknown
      : Explain<Sentence>;
