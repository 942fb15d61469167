import { type Inputs, resource } from "../hosts/dynamic/resource";
import { Args, SegmentOutputs } from "../vendors/statsig/codec";
import * as segment from "./handlers/statsig-segment";

export type SegmentArgs = Inputs<typeof Args>;

/** A segment of a Statsig project: the people that gates and experiments can be aimed at. */
export class Segment extends resource(segment, { args: Args, outputs: SegmentOutputs }) {}
