/** What a preview tells of a create that would take a segment over. */
import { expect } from "chai";
import { failureOf, type Props, secret, urnOf } from "./support/client";
import { type Stage, stage } from "./support/in-process";

const gold = { field: "tag", key: "plan", relation: "=", value: "gold" };
const VIP = "5e93e700-0e5d-4a99-8a00-000000000005";

describe("a preview of an adoption", () => {
  let on: Stage;
  beforeEach(async () => {
    on = await stage({ emulator: { seed: true } });
    await on.plugin.configure(on.config);
  });
  afterEach(() => on.close());

  const previewed = async (inputs: Props): Promise<readonly string[]> => {
    await on.plugin.create("vip", inputs, { preview: true });
    const said = on.engine.logged.filter(
      ({ severity, urn }) => severity === "info" && urn === urnOf("vip"),
    );
    return said.map(({ message }) => message);
  };

  it("tells what would change, by reading only", async () => {
    const said = await previewed({ name: "VIP customers", filters: [gold], adopt: true });
    expect(said).to.deep.equal([
      `would take over segment "VIP customers" (${on.appId}/${VIP}): would change filters from "tag lifetime_value is greater than 1000, or tag plan is gold" to "tag plan is gold" and description from "Gold plan, or more than 1,000 spent" to nothing`,
    ]);
    expect(on.emulator.requests().writes).to.equal(0);
  });

  it("asks nothing and says nothing without `adopt`", async () => {
    expect(await previewed({ name: "VIP customers", filters: [gold] })).to.deep.equal([]);
    expect(on.emulator.requests().total).to.equal(0);
  });

  it("shows no secret filter, neither as it is nor as it would be", async () => {
    const filters = [{ ...gold, value: secret("gold-and-secret") }];
    const [said] = await previewed({ name: "VIP customers", filters, adopt: true });
    expect(said)
      .to.include("filters (secret and not shown)")
      .and.not.match(/tag|lifetime|gold-/);
  });

  it("fails where taking over would", async () => {
    const inputs = { name: "Active Users", filters: [gold], adopt: true };
    const failure = await failureOf(on.plugin.create("vip", inputs, { preview: true }));
    expect(failure.details).to.include("read-only");
  });

  it("finds the segment that has the id of one's own before the one that has the name", async () => {
    const [id] = on.emulator.seed({ segments: [{ name: "Old name" }] }).ids;
    const inputs = { name: "New name", segmentId: id, filters: [gold], adopt: true };
    const [said] = await previewed(inputs);
    expect(said).to.include(`${on.appId}/${id}`).and.include('name from "Old name" to "New name"');
    expect((await on.plugin.create("vip", inputs)).id).to.equal(`${on.appId}/${id}`);
  });

  it("goes on when the vendor does not answer", async () => {
    on.emulator.faults.add({ kind: "status", status: 403, count: "always" });
    const said = await previewed({ name: "VIP customers", filters: [gold], adopt: true });
    expect(said).to.deep.equal([]);
  });
});
