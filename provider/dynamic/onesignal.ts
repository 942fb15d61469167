import { type Inputs, resource } from "../hosts/dynamic/resource";
import { CurrentArgs, SegmentOutputs } from "../vendors/onesignal/codec";
import * as segment from "./handlers/onesignal-segment";

export type SegmentArgs = Inputs<typeof CurrentArgs>;

/** A segment of a OneSignal app: the people that messages, Journeys and in-app messages can be sent to. */
export class Segment extends resource(segment, { args: CurrentArgs, outputs: SegmentOutputs }) {}
