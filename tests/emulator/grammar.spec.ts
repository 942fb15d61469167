import { expect } from "chai";
import fc from "fast-check";
import examples from "../fixtures/vendor-examples.json";
import { anyFilters, canonicalText } from "./arbitrary";
import { emulated, field } from "./harness";

type Filter = Readonly<Record<string, unknown>>;

const tag = (rest: Filter): Filter => ({ field: "tag", key: "plan", ...rest });
const and = { operator: "AND" };
const or = { operator: "OR" };
const one = { field: "session_count", relation: ">", value: "5" };
const place = { field: "location", radius: "1000", lat: "37.77", long: "-122.43" };
const many = (count: number) => Array.from({ length: count }, (_, index) => `v${index}`).join(",");
const times = (count: number) => Array.from({ length: count }, () => one);

const accepted: readonly (readonly [string, readonly unknown[]])[] = [
  ...["=", "!=", ">", "<", "in_array", "not_in_array"].map(
    (relation) => [`tag ${relation}`, [tag({ relation, value: "a" })]] as const,
  ),
  ["tag exists without a value", [tag({ relation: "exists" })]],
  ["tag not_exists without a value", [tag({ relation: "not_exists" })]],
  [
    "tag time_elapsed_gt with a moment ahead",
    [tag({ relation: "time_elapsed_gt", value: "-172800" })],
  ],
  ["a list of 20 values", [tag({ relation: "in_array", value: many(20) })]],
  ["hours with decimals", [{ field: "last_session", relation: ">", hours_ago: "1.1" }]],
  ["session_count !=", [{ field: "session_count", relation: "!=", value: "0" }]],
  ["a longer language code", [{ field: "language", relation: "=", value: "zh-Hans" }]],
  ["a version that is no number", [{ field: "app_version", relation: "<", value: "2.0-beta" }]],
  ["location in JSON numbers", [{ field: "location", radius: 1, lat: 90, long: -180 }]],
  ["location with a relation it does not need", [{ ...place, relation: "=" }]],
  ["a property this filter does not use", [{ ...one, hours_ago: "24", radius: 3.14 }]],
  ["a property no document knows", [{ ...one, note: "mine" }]],
  ["unsupported_in_api false, as view may print it", [{ ...one, unsupported_in_api: false }]],
  ["200 entries", times(200)],
  [
    "200 entries with operators",
    [...times(100).flatMap((filter) => [filter, or]), one].slice(0, 199),
  ],
];

const refused: readonly (readonly [string, unknown, RegExp])[] = [
  ["no list", one, /must be an array/],
  ["an empty list", [], /at least one/],
  ["201 entries", times(201), /at most 200/],
  [
    "201 entries of which 100 are AND",
    [...times(100).flatMap((f) => [f, and]), one],
    /at most 200/,
  ],
  ["an entry that is no object", ["tag"], /must be an object/],
  ["an empty entry", [{}], /field must be one of/],
  ["an operator first", [or, one], /begin with/],
  ["an operator last", [one, and], /end with/],
  ["an operator alone", [or], /begin with/],
  ["two operators", [one, and, or, one], /follows another/],
  ["a lower-case operator", [one, { operator: "or" }, one], /"AND" or "OR"/],
  ["field and operator in one", [one, { ...one, ...or }, one], /both/],
  [
    "an unknown field",
    [{ field: "shoe_size", relation: "=", value: "44" }],
    /field must be one of/,
  ],
  [
    "a field named like a method",
    [{ field: "constructor", relation: "=", value: "1" }],
    /field must/,
  ],
  ["device_type", [{ field: "device_type", relation: "=", value: "iOS" }], /field must be one of/],
  ["no relation", [{ field: "country", value: "DE" }], /relation of country/],
  [
    "a relation that is no relation",
    [tag({ relation: "toString", value: "a" })],
    /relation of tag/,
  ],
  ["the relation none", [{ ...place, relation: "none" }], /relation of location/],
  [
    "session_time =",
    [{ field: "session_time", relation: "=", value: "1" }],
    /relation of session_time/,
  ],
  ["country exists", [{ field: "country", relation: "exists" }], /relation of country/],
  ["tag without key", [{ field: "tag", relation: "=", value: "a" }], /key is required/],
  ["tag with an empty key", [{ field: "tag", key: "", relation: "exists" }], /not empty/],
  ["tag without value", [tag({ relation: "=" })], /value is required/],
  ["tag with a null value", [tag({ relation: "=", value: null })], /value is required/],
  ["tag with an empty value", [tag({ relation: "=", value: "" })], /not empty/],
  ["a number where the page shows text", [{ ...one, value: 5 }], /value must be a string/],
  ["a boolean value", [tag({ relation: "=", value: true })], /value must be a string/],
  ["a list as JSON", [tag({ relation: "in_array", value: ["a"] })], /value must be a string/],
  ["a list of 21 values", [tag({ relation: "in_array", value: many(21) })], /at most 20/],
  ["an empty list item", [tag({ relation: "in_array", value: "a,,b" })], /at most 20/],
  ["elapsed time in words", [tag({ relation: "time_elapsed_lt", value: "a day" })], /seconds/],
  ["last_session with value", [{ field: "last_session", relation: ">", value: "1" }], /hours_ago/],
  ["hours in words", [{ field: "last_session", relation: ">", hours_ago: "ten" }], /0 or more/],
  ["negative hours", [{ field: "first_session", relation: ">", hours_ago: "-1" }], /0 or more/],
  ["half a session", [{ ...one, value: "1.5" }], /whole number/],
  ["a lower-case country", [{ field: "country", relation: "=", value: "de" }], /upper-case/],
  ["a long country", [{ field: "country", relation: "in_array", value: "DE,AUT" }], /upper-case/],
  [
    "a language with region",
    [{ field: "language", relation: "=", value: "en-GB" }],
    /language code/,
  ],
  ["no radius", [{ field: "location", lat: "1", long: "1" }], /radius is required/],
  ["a radius below a metre", [{ ...place, radius: "0.5" }], /1 or more/],
  ["a latitude beyond the pole", [{ ...place, lat: "90.01" }], /-90 to 90/],
  ["a longitude beyond the date line", [{ ...place, long: 181 }], /-180 to 180/],
  [
    "a filter only the dashboard can write",
    [{ ...one, unsupported_in_api: true }],
    /not supported/,
  ],
];

describe("OneSignal's filter grammar", () => {
  const client = emulated();
  const post = (filters: unknown, name = "A") =>
    client().send("POST", client().segments, { body: { name, filters } });

  for (const [title, filters] of accepted) {
    it(`accepts ${title}`, async () => {
      const reply = await post(filters);
      expect(reply.body).to.have.property("success", true);
    });
  }

  for (const [title, filters, reason] of refused) {
    it(`refuses ${title}`, async () => {
      const reply = await post(filters);
      expect(reply.status).to.equal(400);
      expect(String(field(reply.body, "errors"))).to.match(reason);
    });
  }

  for (const { id, name, operation, expect: verdict, body } of examples.filter(
    ({ vendor }) => vendor === "onesignal",
  )) {
    const status = { create: 201, update: 200 }[operation];
    it(`answers ${verdict === "accept" ? status : 400} to ${id}: ${name}`, async () => {
      const { send, segments, create } = client();
      const isCreate = operation === "create";
      const path = isCreate
        ? segments
        : `${segments}/${await create({ name: "Z", filters: [one] })}`;
      const reply = await send(isCreate ? "POST" : "PATCH", path, { body });
      expect(reply.status, JSON.stringify(reply.body)).to.equal(
        verdict === "accept" ? status : 400,
      );
    });

    it(`takes ${id} when legacy filters are accepted`, async () => {
      const { send, segments, create, emulator } = client();
      emulator.settings({ onesignal: { acceptLegacyFilters: true } });
      const isCreate = operation === "create";
      const path = isCreate
        ? segments
        : `${segments}/${await create({ name: "Z", filters: [one] })}`;
      const reply = await send(isCreate ? "POST" : "PATCH", path, { body });
      expect(reply.status, JSON.stringify(reply.body)).to.equal(status);
    });
  }

  it("law: view shows the filters that were created, every value as text", async () => {
    const { create, payload, send, segments } = client();
    await fc.assert(
      fc.asyncProperty(anyFilters, async (filters) => {
        const id = await create({ name: "Law", filters });
        expect((await payload(id))["filters"]).to.deep.equal(filters.map(canonicalText));
        await send("DELETE", `${segments}/${id}`);
      }),
      { numRuns: 100 },
    );
  });

  it("law: what view shows can be sent back, and shows the same again", async () => {
    const { create, payload, send, segments } = client();
    await fc.assert(
      fc.asyncProperty(anyFilters, async (filters) => {
        const id = await create({ name: "Law", filters });
        const shown = (await payload(id))["filters"];
        const body = { name: "Law", filters: shown };
        expect((await send("PATCH", `${segments}/${id}`, { body })).status).to.equal(200);
        expect((await payload(id))["filters"]).to.deep.equal(shown);
        await send("DELETE", `${segments}/${id}`);
      }),
      { numRuns: 100 },
    );
  });

  it("law: any JSON at all gets 201 or a 400 with reasons, never a 500", async () => {
    const wild = fc.record(
      {
        name: fc.jsonValue(),
        description: fc.jsonValue(),
        filters: fc.oneof(
          fc.jsonValue(),
          fc.array(
            fc.dictionary(
              fc.constantFrom("field", "relation", "key", "value", "operator", "hours_ago", "lat"),
              fc.oneof(fc.jsonValue(), fc.constantFrom("tag", "country", "=", "AND", "__proto__")),
            ),
          ),
        ),
      },
      { requiredKeys: [] },
    );
    const { send, segments } = client();
    await fc.assert(
      fc.asyncProperty(wild, async (body) => {
        const reply = await send("POST", segments, { body });
        expect([201, 400]).to.include(reply.status);
        if (reply.status === 400) expect(field(reply.body, "errors")).to.not.have.length(0);
      }),
      { numRuns: 200 },
    );
  });
});
