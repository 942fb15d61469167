import type { Option } from "fp-ts/Option";
import type * as t from "io-ts";
import type { ObjectCodec } from "./codec";
import type { Fact, Facts, TypeFact } from "./facts";
import type { Failure, Operation } from "./failure";
import type { CheckFailure } from "./problem";
import type { Settings } from "./setting";
import type { Token } from "./token";
import type { Bag } from "./value";

/** What a resource is, without what it does: enough for the schema, the diff and the documentation. */
export interface Model {
  readonly token: Token;
  readonly doc: string;
  readonly args: ObjectCodec;
  readonly outputs: ObjectCodec;
  readonly facts: { readonly [property: string]: Fact };
  /** Facts of the object types inside the inputs, by codec name. */
  readonly types: { readonly [name: string]: TypeFact };
}

/** The properties that a program may write. */
export const inputNames = ({ args }: Model): readonly string[] =>
  Object.keys({ ...args.required, ...args.optional });

/** What a lifecycle may know of its surroundings while it looks at inputs. Pure: no network, no clock. */
export interface Scope {
  readonly settings: Settings;
}

/** A segment as the vendor has it. */
export interface Found {
  readonly id: string;
  /**
   * Only what a person may write, in the spelling of the inputs. It is read tolerantly, so that it may say what the grammar
   * would not let a program say.
   */
  readonly args: Bag;
  readonly computed: Bag;
}

export interface Created {
  readonly id: string;
  readonly computed: Bag;
}

/** An update: what is to be, what was, and which inputs differ in meaning. */
export interface Change<Args> {
  readonly id: string;
  readonly urn: string;
  readonly args: Args;
  readonly changed: ReadonlySet<string>;
}

/**
 * What a vendor writes for one resource, in Pulumi's order. Codec and facts say most of it; the rest is here, typed.
 * `Client` is the vendor's own API client.
 */
export interface Lifecycle<Args extends Bag, Client> {
  readonly model: Model & { readonly facts: Facts<Args> };
  /** The codec that judges these inputs; `model.args` but for switches that widen it. */
  readonly grammar: (inputs: Bag) => t.Mixed;
  /** Complete inputs, with what the settings stand in for; none when anything is wrong or not known yet. */
  readonly decode: (inputs: Bag, scope: Scope) => Option<Args>;
  /** What the codec cannot say: rules across properties, and settings. Sees values that may not be known yet. */
  readonly problems: (inputs: Bag, scope: Scope) => readonly CheckFailure[];
  /** What is allowed, but probably not meant. Never stops anything. */
  readonly lint: (args: Args, scope: Scope) => readonly CheckFailure[];
  /** Outputs that follow from the inputs alone; known in a preview. */
  readonly derive: (args: Bag) => Bag;
  /** Why the vendor's API cannot write this. `changed` names the inputs an update would send; absent for a new segment. */
  readonly obstacle: (args: Args, changed: ReadonlySet<string> | undefined) => Option<Failure>;
  /** Why a segment that exists cannot be brought under management. */
  readonly importObstacle: (found: Found) => Option<Failure>;
  /** Whether a replacement must delete the old segment before it makes the new one. */
  readonly deletesFirst: (olds: Bag, news: Bag, scope: Scope) => boolean;
  readonly create: (client: Client) => (args: Args, urn: string) => Operation<Created>;
  readonly read: (client: Client) => (id: string) => Operation<Option<Found>>;
  readonly update: (client: Client) => (change: Change<Args>) => Operation<Bag>;
  readonly delete: (client: Client) => (id: string) => Operation<void>;
  /** Every segment of the account that the settings name. */
  readonly list: (client: Client) => (query: Bag) => Operation<readonly Listed[]>;
}

/** A segment in a listing: enough to choose from and to import. */
export interface Listed {
  readonly id: string;
  readonly name: string;
  readonly details: Bag;
}

/** A lifecycle bound to an account, with its types erased: what a host runs. */
export interface Operations {
  readonly create: (request: { readonly urn: string; readonly inputs: Bag }) => Operation<{
    readonly id: string;
    readonly outputs: Bag;
  }>;
  readonly read: (request: ReadRequest) => Operation<
    Option<{
      readonly id: string;
      readonly inputs: Bag;
      readonly outputs: Bag;
    }>
  >;
  readonly update: (request: UpdateRequest) => Operation<Bag>;
  readonly delete: (request: { readonly id: string; readonly urn: string }) => Operation<void>;
  /** Notes that a resource of the stack owns this segment, so that deleting another resource leaves it alone. */
  readonly claim: (id: string, urn: string) => void;
  readonly list: (query: Bag) => Operation<readonly Listed[]>;
}

export interface ReadRequest {
  readonly id: string;
  readonly urn: string;
  /** Absent while importing: then the id is all there is. */
  readonly inputs: Bag | undefined;
  readonly outputs: Bag | undefined;
}

export interface UpdateRequest {
  readonly id: string;
  readonly urn: string;
  readonly olds: Bag;
  readonly oldInputs: Bag | undefined;
  readonly inputs: Bag;
}
