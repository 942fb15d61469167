import type { CheckFailure } from "../../../core/problem";
import type { Settings } from "../../../core/setting";
import type { SegmentArgs } from "../codec";
import { isLegacy } from "../endpoint";

const meaningless = (args: SegmentArgs): readonly CheckFailure[] =>
  args.filters.flatMap((filter, index) =>
    ["hoursAgo", "radius", "lat", "long"]
      .filter((key) => filter.field === "tag" && Object.hasOwn(filter, key))
      .map((key) => ({
        path: ["filters", index, key],
        problem: "has no meaning for a tag and is not sent; remove it",
      })),
  );

/** What is allowed, but probably not meant. Exact where it can be decided, silent where it cannot. */
export const lint = (args: SegmentArgs, settings: Settings): readonly CheckFailure[] => [
  ...meaningless(args),
  ...(isLegacy(settings["endpoint"] ?? "")
    ? [
        {
          path: [],
          problem:
            "uses the legacy API (onesignal.com/api/v1), whose documents know no update: a change may be refused there. Use https://api.onesignal.com with an App API key",
        },
      ]
    : []),
];
