import { expect } from "chai";
import { enumName } from "../../provider/schema/enum-name";

const names: Readonly<Record<string, string>> = {
  "=": "Equal",
  "!=": "NotEqual",
  ">": "GreaterThan",
  ">=": "GreaterThanOrEqual",
  "<": "LessThan",
  "<=": "LessThanOrEqual",
  OR: "Or",
  exists: "Exists",
  not_exists: "NotExists",
  time_elapsed_gt: "TimeElapsedGt",
  "id-list": "IdList",
  idList: "IdList",
  version_gte: "VersionGte",
};

describe("The name of an enum's value", () => {
  for (const [value, name] of Object.entries(names)) {
    it(`${value} is ${name}`, () => {
      expect(enumName(value)).to.equal(name);
    });
  }
});
