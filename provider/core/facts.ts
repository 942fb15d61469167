import type { Change } from "./changes";
import type { Code } from "./code";
import type { Bag, Value } from "./value";

/** What is true of one property beyond its type. The schema, the diff and the documentation are computed from it. */
export interface Fact {
  /** Meaning, unit, limit, default and source, for the reader of the SDK. */
  readonly doc: string;
  /** A change makes a new segment: no endpoint changes it in place. */
  readonly replaces?: true;
  /** Never shown, encrypted in state. */
  readonly secret?: true;
  /** The provider setting that stands in when the program says nothing. */
  readonly setting?: string;
  /** Defaults to the resource's own name. */
  readonly autonamed?: true;
  /** The vendor chooses when the program says nothing; what was chosen is then no part of the inputs. */
  readonly vendorsChoice?: true;
  /**
   * What the vendor's choice is, where it follows from the other inputs. Anything else is part of the inputs: a segment that is
   * made anew must not become another one because nobody said which it was.
   */
  readonly defaultsTo?: (inputs: Bag) => Value;
  /** Says how the provider behaves and is not part of the segment: no change of it is a change of the segment. */
  readonly local?: true;
  /** The inputs that an output is computed from, without asking the vendor: known in a preview, secret when they are. */
  readonly derivedFrom?: readonly string[];
  /** The vendor writes it anew with every update, so that a preview cannot know it. */
  readonly renewed?: true;
  /** A listing of the account tells it too, without a look at each segment. */
  readonly listed?: true;
  /** Why not to use it any more, and what instead. */
  readonly deprecated?: string;
  /** What changed in meaning, as paths into the property; the default compares by content. */
  readonly changes?: (old: Value, now: Value) => readonly Change[];
  /** How a TypeScript program says it with the vendor's builders; the default is a literal. */
  readonly source?: (value: Value) => Code;
}

/** A fact for each property of `A`; the compiler keeps it complete. */
export type Facts<A> = { readonly [K in keyof A]-?: Fact };

/** The same for the object types that inputs are made of, by the name of their codec. */
export interface TypeFact {
  readonly doc: string;
  readonly properties: { readonly [property: string]: Fact };
}
