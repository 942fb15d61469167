import type { Explain, Input } from "./input";

/** Whether the catalogue of a program's own has this name, or the sentence that says which ones it has. */
export type Known<What extends string, C, Name extends string> = Name extends keyof C
  ? unknown
  : Explain<`the catalogue has no ${What} ${Name}; write one of these`, keyof C>;

/** Whether a name of the catalogue holds this value, or the sentence that says which ones it holds. */
export type Held<What extends string, Name extends string, T, V> = [V] extends [Input<T>]
  ? unknown
  : Explain<`the catalogue knows no such value of ${What} ${Name}; write one of these`, T>;
