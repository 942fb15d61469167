import type { Facts } from "../../core/facts";
import type { SegmentArgs } from "./codec";
import { constraintChanges } from "./constraint/canonical";
import { limits } from "./limits";
import { constraintsSource } from "./source";

interface Outputs {
  readonly segmentId: string;
  readonly expression: string;
  readonly createdAt?: string;
  readonly updatedAt?: string;
}

/** What is true of each property of a Push0 segment. Source: "Segments: Create", "Segments: Update", REST API v1, 2026. */
export const facts: Facts<SegmentArgs & Outputs> = {
  name: {
    doc: "The name in the console. Defaults to the resource's name, without a suffix. Whether Push0 wants names to be unique is not documented; here a new segment of a name that exists is refused, unless `adopt` is set. A change renames in place.",
    autonamed: true,
  },
  description: {
    doc: 'What the segment is for. Leaving it out asks Push0 to clear it; whether it does is not documented ("Only fields sent with values will be updated"), and a warning says when it did not.',
  },
  constraints: {
    doc: `Which devices are in the segment: groups that all have to hold, each with up to ${limits.groupSize} constraints, of which all (\`AND\`) or one (\`OR\`) have to hold. Order has no meaning.`,
    changes: constraintChanges,
    source: constraintsSource,
  },
  adopt: {
    doc: "When a segment of this name exists already, take it over and make it as it is declared here, instead of failing. Default: false.",
    local: true,
  },
  segmentId: { doc: "The id that Push0 gave the segment, such as `sg_etKA0w3vW9O0BaUIpOCKt`." },
  expression: {
    doc: "Which devices are in the segment, in words. Constraints that mean the same read the same.",
    derivedFrom: ["constraints"],
  },
  createdAt: { doc: "When the segment was made (ISO 8601, UTC).", listed: true },
  updatedAt: {
    doc: "When the segment was last changed (ISO 8601, UTC); absent until the first change.",
    renewed: true,
    listed: true,
  },
};
