import type { Option } from "fp-ts/Option";
import type * as t from "io-ts";
import type { ObjectCodec } from "./codec";
import type { Fact, Facts, TypeFact } from "./facts";
import type { Failure, Operation } from "./failure";
import type { CheckFailure } from "./problem";
import type { Settings } from "./setting";
import type { Token } from "./token";
import type { Bag, Value } from "./value";

/** What a resource is, without what it does: enough for the schema, the diff and the documentation. */
export interface Model {
  readonly token: Token;
  readonly doc: string;
  readonly args: ObjectCodec;
  readonly outputs: ObjectCodec;
  readonly facts: { readonly [property: string]: Fact };
  /** Facts of the object types inside the inputs, by codec name. */
  readonly types: { readonly [name: string]: TypeFact };
  /** What functions call `Found.audience`, where the vendor tells it. */
  readonly audience?: { readonly property: string; readonly doc: string };
}

/** The properties that a program may write. */
export const inputNames = ({ args }: Model): readonly string[] =>
  Object.keys({ ...args.required, ...args.optional });

/** The outputs that stay as they were until the vendor says otherwise: all but the inputs, and inputs that it chooses itself. */
export const vendorNames = (model: Model): readonly string[] => {
  const inputs = new Set(inputNames(model));
  return Object.keys({ ...model.outputs.required, ...model.outputs.optional }).filter(
    (name) => !inputs.has(name) || model.facts[name]?.vendorsChoice === true,
  );
};

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
  /** How many people are in it just now, where the vendor says so. It moves by itself, and is no part of any state. */
  readonly audience?: number;
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
  /** What is allowed, but probably not meant. Never stops anything. `olds`: the inputs of the run before, if there was one. */
  readonly lint: (args: Args, scope: Scope, olds: Bag | undefined) => readonly CheckFailure[];
  /** Outputs that follow from the inputs alone; known in a preview. */
  readonly derive: (args: Bag) => Bag;
  /** Why the vendor's API cannot write this. `changed` names the inputs an update would send; absent for a new segment. */
  readonly obstacle: (args: Args, changed: ReadonlySet<string> | undefined) => Option<Failure>;
  /** Why a segment that exists cannot be brought under management. */
  readonly importObstacle: (found: Found) => Option<Failure>;
  /** Whether a replacement must delete the old segment before it makes the new one. */
  readonly deletesFirst: (olds: Bag, news: Bag, scope: Scope) => boolean;
  readonly create: (client: Client) => (args: Args, urn: string) => Operation<Created>;
  /** `request` tells what a program said before, where that decides what is worth asking for; an import says nothing. */
  readonly read: (client: Client) => (id: string, request: ReadRequest) => Operation<Option<Found>>;
  readonly update: (client: Client) => (change: Change<Args>) => Operation<Bag>;
  readonly delete: (client: Client) => (id: string, request: DeleteRequest) => Operation<void>;
  /** Tells what the going of this segment will hurt, while it can still be left. Reads, and never writes. */
  readonly beforeReplace?: (client: Client) => (id: string) => Operation<void>;
  /** Every segment of the account that the settings name. */
  readonly list: (client: Client) => (query: Bag) => Operation<readonly Listed[]>;
  /** The segment that an adopting create of these inputs would meet. By default the one with their own id, or of their name. */
  readonly foresee?: (client: Client) => (inputs: Bag) => Operation<Option<Found>>;
}

/** A segment in a listing: enough to choose from and to import. */
export interface Listed {
  readonly id: string;
  readonly name: string;
  readonly details: Bag;
  /** When somebody changed it last (ISO 8601), where the listing says so. */
  readonly changedAt?: string;
  /** What the listing tells of the outputs that are marked `listed`. */
  readonly outputs?: Bag;
}

/** What a create with `adopt` would meet. */
export interface Foresight {
  readonly name: string;
  /** Absent when there is no such segment yet. */
  readonly id: string | undefined;
  /** What would change of it; texts that are computed from a property stand for the property. */
  readonly changes: readonly ForeseenChange[];
  /** Why it cannot be changed. */
  readonly obstacle: Option<Failure>;
}

export interface ForeseenChange {
  readonly property: string;
  readonly from: Value;
  readonly to: Value;
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
      readonly audience?: number;
    }>
  >;
  readonly update: (request: UpdateRequest) => Operation<Bag>;
  readonly delete: (request: DeleteRequest) => Operation<void>;
  /** Logs what a replacement of this segment would hurt. Never writes. */
  readonly beforeReplace: (id: string) => Operation<void>;
  /** Notes that a resource of the stack owns this segment, so that deleting another resource leaves it alone. */
  readonly claim: (id: string, urn: string) => void;
  /** The segments of an account, filtered as `query.ts` says. */
  readonly list: (query: Bag) => Operation<readonly Listed[]>;
  /** Everything that can be said of a segment, whoever owns it; reads without claiming. */
  readonly look: (request: LookRequest) => Operation<Option<Looked>>;
  /** None unless the inputs ask for adoption. Never writes. */
  readonly foresee: (inputs: Bag) => Operation<Option<Foresight>>;
}

export interface LookRequest {
  readonly id: string;
  /** Inputs that say where to look, when neither id nor settings do. */
  readonly account: Bag;
  readonly listed?: Listed | undefined;
}

export interface Looked {
  readonly id: string;
  readonly outputs: Bag;
}

export interface ReadRequest {
  readonly id: string;
  readonly urn: string;
  /** Absent while importing: then the id is all there is. */
  readonly inputs: Bag | undefined;
  readonly outputs: Bag | undefined;
  /** The segment's row in a listing of a moment ago, so that reading a thousand of them need not list again. */
  readonly listed?: Listed | undefined;
  /** Inputs that say where to look, when neither id nor settings do. */
  readonly account?: Bag;
}

export interface DeleteRequest {
  readonly id: string;
  readonly urn: string;
  /** As the run before left them, where the engine tells. */
  readonly inputs?: Bag | undefined;
  readonly outputs?: Bag | undefined;
}

export interface UpdateRequest {
  readonly id: string;
  readonly urn: string;
  readonly olds: Bag;
  readonly oldInputs: Bag | undefined;
  readonly inputs: Bag;
}
