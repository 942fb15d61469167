import { expect } from "chai";
import fc from "fast-check";
import ts from "typescript";
import { distinct } from "../../provider/hosts/distinct";
import { identifier } from "../../provider/hosts/identifier";
import { resourceName } from "../../provider/hosts/resource-name";

const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.constantFrom(
    "class",
    "None",
    "nil",
    "null",
    "yes",
    "VIP's",
    "30 days",
    "🔥",
    "  ",
    "ﷺ",
    "__proto__",
  ),
);

const PYTHON =
  "False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield match case type".split(
    " ",
  );
const GO =
  "break case chan const continue default defer else fallthrough for func go goto if import interface map package range return select struct switch type var nil true false iota".split(
    " ",
  );

/** Unicode gets new letters each year, and each language its own year's. */
const isKnown = (name: string): boolean =>
  [...name].every((letter) =>
    ts.isIdentifierPart(letter.codePointAt(0) ?? 0, ts.ScriptTarget.ES2022),
  );

/** Python writes `aB` as `a_b`. */
const snake = (name: string): string =>
  name.replace(/\p{Lu}/gu, (letter) => `_${letter.toLowerCase()}`).replace(/^_/, "");

describe("a variable's name", () => {
  for (const [from, to] of [
    ["VIP customers", "vipCustomers"],
    ["VIPs who pay", "vipsWhoPay"],
    ["iPhone users", "iPhoneUsers"],
    ["30 days inactive", "segment30DaysInactive"],
    ["Größe M", "grosseM"],
    ["Łódź & Ørsted", "lodzOrsted"],
    ["активные пользователи", "активныеПользователи"],
    ["東京の顧客", "東京の顧客"],
    ["🔥 Hot leads", "hotLeads"],
    ["🔥", "segment"],
    ["class", "classSegment"],
    ["Version 1.10", "version1_10"],
    ['it\'s "quoted"', "itsQuoted"],
  ] as const) {
    it(`${JSON.stringify(from)} becomes ${to}`, () => {
      expect(identifier(from, "segment")).to.equal(to);
    });
  }

  it("is one in TypeScript, Python and Go, whatever the segment is called", () => {
    fc.assert(
      fc.property(text, (name) => {
        const variable = identifier(name, "segment");
        fc.pre(isKnown(variable));
        const scanner = ts.createScanner(
          ts.ScriptTarget.ES2022,
          true,
          ts.LanguageVariant.Standard,
          variable,
        );
        expect(scanner.scan(), variable).to.equal(ts.SyntaxKind.Identifier);
        expect(scanner.getTokenText()).to.equal(variable);
        expect(variable).to.match(/^[\p{L}_][\p{L}\p{Nd}_]*$/u);
        expect([...PYTHON, ...GO])
          .to.not.include(variable)
          .and.not.include(snake(variable));
        expect(variable.normalize("NFKC"), "Python compares identifiers in NFKC").to.equal(
          variable,
        );
      }),
      { numRuns: 2000 },
    );
  });

  it("is given once, even in a language that writes names in lower case", () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 40 }), (names) => {
        const give = distinct();
        const given = names.map((name) => give(identifier(name, "segment")));
        expect(new Set(given.map((name) => name.toLowerCase())).size).to.equal(given.length);
      }),
    );
  });

  it("gets the next free number when it is taken", () => {
    const give = distinct({ taken: ["vip2"] });
    expect(["vip", "vip", "VIP", "vip2"].map(give)).to.deep.equal(["vip", "vip3", "VIP4", "vip22"]);
  });
});

describe("a resource's name", () => {
  for (const [from, to] of [
    ["VIP customers (EU)", "VIP customers (EU)"],
    ["🔥 Hot leads", "🔥 Hot leads"],
    ['the "best"', "the best"],
    ["$" + "{name} x", "name x"],
    ["null", "variable"],
    ["2025-01-01", "variable"],
    ["1e3", "variable"],
    ["# 1 fans", "1 fans"],
    ["two\nlines", "two lines"],
    ["cafe\u0301", "café"],
  ] as const) {
    it(`${JSON.stringify(from)} becomes ${JSON.stringify(to)}`, () => {
      expect(resourceName(from, "variable")).to.equal(to);
    });
  }

  it("holds nothing that needs a backslash or quotes", () => {
    fc.assert(
      fc.property(text, (name) => {
        expect(resourceName(name, "variable")).to.match(/^[^"\\`$\p{Cc}]+$/u);
      }),
    );
  });
});
