export const paying = { type: "custom_field", field: "plan", operator: "any", targetValue: "pro" };
export const german = { type: "country", operator: "any", targetValueList: ["DE", "AT"] };

/** A rule in few words. */
export const rule = (name: string, passPercentage: number, ...conditions: readonly object[]) => ({
  name,
  passPercentage,
  conditions,
});

/** A segment that tries several things at once. */
export const buyers = { type: "rule_based", rules: [rule("Paying", 33.33, paying, german)] };
