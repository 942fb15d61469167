import type { Provider } from "./provider";

/** A provider that knows of which resource type it is. */
export interface Delegate extends Provider {
  readonly token: string;
}

/**
 * The provider that is written into state: it holds a token, and asks the installed package for everything else. So state stays
 * small, tells nothing, and an upgrade of the package serves the resources that exist already.
 *
 * Pulumi serialises it as `require("pulumi-audiences/…")` where the package is installed in `node_modules`. Where it is linked,
 * Pulumi copies these functions instead: they may refer to nothing but each other, `token`, and what Node itself provides.
 */
export const delegate = (token: string): Delegate => {
  const provider = (): Provider => {
    const { createRequire } = process.getBuiltinModule("node:module");
    const load: (id: string) => typeof import("./serve") = createRequire(`${process.cwd()}/`);
    return load("pulumi-audiences/dynamic/serve").serve(token);
  };
  return {
    token,
    configure: (request) => provider().configure(request),
    check: (olds, news) => provider().check(olds, news),
    diff: (id, olds, news) => provider().diff(id, olds, news),
    create: (inputs) => provider().create(inputs),
    read: (id, props) => provider().read(id, props),
    update: (id, olds, news) => provider().update(id, olds, news),
    delete: (id, props) => provider().delete(id, props),
  };
};
