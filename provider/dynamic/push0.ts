import { type Inputs, resource } from "../hosts/dynamic/resource";
import { Args, SegmentOutputs } from "../vendors/push0/codec";
import * as segment from "./handlers/push0-segment";

export type SegmentArgs = Inputs<typeof Args>;

/** A segment of a Push0 account: the devices that a push can be sent to. */
export class Segment extends resource(segment, { args: Args, outputs: SegmentOutputs }) {}
