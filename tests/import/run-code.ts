import type { Code } from "../../provider/core/code";
import type { Value } from "../../provider/core/value";

type Callable = (...args: readonly unknown[]) => unknown;

const member = (of: unknown, path: string): unknown =>
  path.split(".").reduce((inner, name) => (inner as Record<string, unknown>)[name], of);

const run = (code: Code, builders: object): unknown => {
  switch (code._tag) {
    case "Name":
      throw new Error(`${code.name} is not defined`);
    case "Builder":
      return member(builders, code.name);
    case "Literal":
      return code.value;
    case "List":
      return code.items.map((item) => run(item, builders));
    case "Object":
      return Object.fromEntries(code.entries.map(([key, value]) => [key, run(value, builders)]));
    case "Call": {
      const { method, args } = code;
      const callee = run(code.callee, builders);
      const called = method === undefined ? callee : member(callee, method);
      return (called as Callable)(...args.map((arg) => run(arg, builders)));
    }
  }
};

/** What a piece of a program makes, with the real builders of a vendor. */
export const runCode = (code: Code, builders: object): Value => run(code, builders) as Value;
