/** The provider's side of the laws: the segment resource, called as a host calls it. */
import type { CheckResult } from "../../../provider/core/check";
import type { PropertyChange } from "../../../provider/core/diff";
import { resource } from "../../../provider/core/resource";
import type { Bag, Value } from "../../../provider/core/value";
import { segment } from "../../../provider/vendors/onesignal/segment";

export const APP = "7ed2887d-bd24-4a81-8220-4b256a08ab19";
export const settings = { appId: APP, endpoint: "https://api.onesignal.com" };

const onesignal = resource(segment);

/** Filters as a program's input. */
export const asValue = (filters: unknown): readonly Value[] => filters as readonly Value[];

export const checkInputs = (news: Bag, olds?: Bag): CheckResult =>
  onesignal.check({ news, olds, proposedName: "test", settings });

export const checkFilters = (filters: unknown, more: Bag = {}): CheckResult =>
  checkInputs({ ...more, filters: filters as Value });

const bag = (filters: unknown): Bag => ({ appId: APP, name: "test", filters: filters as Value });

export const diffFilters = (
  old: unknown,
  now: unknown,
  ignoreChanges: readonly string[] = [],
): readonly PropertyChange[] =>
  onesignal.diff({ olds: bag(old), oldInputs: bag(old), news: bag(now), ignoreChanges, settings })
    .changes;
