import type { Input } from "../../../core/input";

/**
 * Where the subscription is, as far as its user shares it.
 *
 * @example location.within(1000).of(37.77, -122.43)
 */
export const location = {
  /** A radius in metres, at least 1; `of` says around which point, in degrees of latitude and longitude. */
  within: <R extends Input<number>>(radius: R) => ({
    of: <Lat extends Input<number>, Long extends Input<number>>(lat: Lat, long: Long) => ({
      field: "location" as const,
      radius,
      lat,
      long,
    }),
  }),
};
