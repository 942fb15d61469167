import { expect } from "chai";
import { functionsOf, type ProviderFunction } from "../../provider/core/function";
import { print } from "../../provider/core/path";
import { type Bag, unknown } from "../../provider/core/value";
import { model, type PaperSegment, paperAccount, run } from "./paper-account";

const [one, many] = functionsOf(model);
if (one === undefined || many === undefined) throw new Error("a resource has two functions");

const segments: readonly PaperSegment[] = [
  { id: "s1", name: "Readers", changedAt: "2026-01-05T00:00:00Z", audience: 12 },
  { id: "s2", name: "Writers", changedAt: "2026-02-05T00:00:00Z", isFixed: true },
  { id: "s3", name: "Twins" },
  { id: "s4", name: "Twins", project: "Work" },
];

const problems = (called: ProviderFunction, args: Bag, settings = { project: "home" }) =>
  called.check(args, { settings }).map(({ path, problem }) => `${print(path)} ${problem}`);

const asked = async (called: ProviderFunction, args: Bag) => {
  const account = paperAccount(segments);
  const answer = await run(called.call(account.operations, args));
  return { answer, asked: account.asked };
};

describe("getSegment", () => {
  it("is named after its resource", () => {
    expect(one.model.token).to.equal("audiences:paper:getSegment");
  });

  it("tells all of a segment, how many are in it too, and nothing of how a program handles it", async () => {
    const { answer } = await asked(one, { id: "s1" });
    expect(answer).to.deep.equal({
      id: "s1",
      name: "Readers",
      project: "home",
      filters: [],
      members: "0 conditions",
      createdAt: "2026-01-01",
      readers: 12,
    });
  });

  it("reads just the segment when given an id", async () => {
    expect((await asked(one, { id: "s1" })).asked).to.deep.equal(["read s1"]);
  });

  it("lists, and reads one, when given a name", async () => {
    const { answer, asked: questions } = await asked(one, { name: "Readers", project: "home" });
    expect(answer).to.include({ id: "s1" });
    expect(questions).to.deep.equal(['list {"project":"home"}', "read s1"]);
  });

  it("tells of segments that cannot be imported", async () => {
    expect((await asked(one, { name: "Writers" })).answer).to.include({ id: "s2" });
  });

  it("says that there is none, and which name was probably meant", async () => {
    const { answer } = await asked(one, { name: "Reader" });
    expect(answer).to.include({ _tag: "NotFound", subject: 'Segment "Reader"' });
    expect(answer)
      .to.have.property("remedy")
      .that.matches(/^Did you mean "Readers"\? /);
    expect((await asked(one, { id: "s9" })).answer).to.include({ _tag: "NotFound" });
  });

  it("does not choose among several of one name", async () => {
    const { answer } = await asked(one, { name: "Twins" });
    expect(answer).to.deep.include({ _tag: "Ambiguous", ids: ["s3", "s4"] });
  });

  it("refuses an account that is not the one of the id, however it is spelt", async () => {
    const { answer } = await asked(one, { id: "s4", project: "home" });
    expect(answer).to.include({ _tag: "InvalidInput" });
    expect((await asked(one, { id: "s4", project: "work" })).answer).to.include({ id: "s4" });
  });

  it("answers nothing, and asks nothing, while an argument is not known", async () => {
    expect(await asked(one, { name: unknown })).to.deep.equal({ answer: {}, asked: [] });
    expect(problems(one, { name: unknown })).to.deep.equal([]);
  });

  const refused: readonly (readonly [what: string, args: Bag, problem: RegExp])[] = [
    ["neither id nor name", {}, /^id is required, unless `name` is given$/],
    ["null for both", { id: null, name: null }, /^id is required/],
    ["both", { id: "s1", name: "Readers" }, /^name must not be given beside `id`/],
    ["an empty name", { name: " " }, /^name must not be empty/],
    [
      "a misspelt argument",
      { nam: "Readers" },
      /^nam is not a property of getSegment; write `name`/,
    ],
  ];
  for (const [what, args, problem] of refused) {
    it(`refuses ${what} at its place`, () => {
      expect(problems(one, args)).to.have.lengthOf(1);
      expect(problems(one, args)[0]).to.match(problem);
    });
  }

  it("wants an account for a name, and none for an id, which may say it", () => {
    const settings = { project: undefined };
    const check = (args: Bag) => one.check(args, { settings }).map(({ path }) => print(path));
    expect(check({ name: "Readers" })).to.deep.equal(["project"]);
    expect(check({ id: "s1" })).to.deep.equal([]);
  });
});

describe("getSegments", () => {
  const names = async (args: Bag) => {
    const { answer } = await asked(many, args);
    const { segments: rows } = answer as {
      readonly segments: readonly { readonly name: string }[];
    };
    return rows.map(({ name }) => name);
  };

  it("tells what a listing tells, and reads no segment", async () => {
    const { answer, asked: questions } = await asked(many, { nameContains: "read" });
    const row = { id: "s1", name: "Readers", createdAt: "2026-01-01" };
    const changedAt = "2026-01-05T00:00:00Z";
    expect(answer).to.deep.equal({ segments: [{ ...row, changedAt }] });
    expect(questions).to.have.lengthOf(1);
  });

  it("filters by a part of the name, in upper or lower case", async () => {
    expect(await names({ nameContains: "RITE" })).to.deep.equal(["Writers"]);
  });

  it("filters by time, and leaves out nothing of which no time is known", async () => {
    expect(await names({ changedSince: "2026-02-05" })).to.deep.equal([
      "Writers",
      "Twins",
      "Twins",
    ]);
    expect(await names({ changedSince: "2026-02-05T00:00:01Z" })).to.not.include("Writers");
    expect(await names({ changedSince: "2026-02-05T01:00:00+01:00" })).to.include("Writers");
  });

  it("takes null as not given", async () => {
    expect(await names({ nameContains: null })).to.have.lengthOf(4);
  });

  for (const changedSince of ["yesterday", "2026-13-01", "2026-02-05T10:00", 20260205]) {
    it(`refuses ${JSON.stringify(changedSince)} as a time`, () => {
      expect(problems(many, { changedSince })[0]).to.match(/^changedSince must be/);
    });
  }

  it("says everything wrong at once, and refuses a list for the same reasons", async () => {
    const wrong = { nameContain: "x", changedSince: "soon" };
    expect(problems(many, wrong, { project: "" })).to.have.lengthOf(2);
    const account = paperAccount(segments, { project: undefined });
    const answer = await run(account.operations.list(wrong));
    expect(answer).to.have.property("failures").with.lengthOf(3);
    expect(account.asked).to.deep.equal([]);
  });
});
