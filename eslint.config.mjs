// The rules that need types. Everything else is Biome's: biome.json.
import tseslint from "typescript-eslint";

/** Operations are values; here they are run. Only these may await or throw. */
const shells = ["provider/hosts/**", "provider/http/send.ts", "provider/schema/write.ts"];

/** Where data of no type gets one. Only these may say `as`, about what they have just checked. */
const borders = ["provider/core/codec.ts", "provider/core/closed.ts"];

/** A plain function or a tagged value: an operation nobody runs, a failure nobody reads. TypeScript does not mind. */
const isLost = (type) =>
  type.isUnion()
    ? type.types.some(isLost)
    : type.getProperty("_tag") !== undefined ||
      (type.getCallSignatures().length > 0 && type.getProperties().length === 0);

const noDroppedValue = {
  meta: { messages: { dropped: "This makes {{ type }} and drops it; run, return or combine it." } },
  create: (context) => ({
    ExpressionStatement: ({ expression }) => {
      if (expression.type === "AssignmentExpression") return;
      const { getTypeAtLocation, program } = context.sourceCode.parserServices;
      const type = getTypeAtLocation(expression);
      if (!isLost(type)) return;
      const data = { type: program.getTypeChecker().typeToString(type) };
      context.report({ node: expression, messageId: "dropped", data });
    },
  }),
};

const onlyShells = (what) =>
  `Only a shell may ${what}; return an Operation and let the host run it.`;

export default tseslint.config(
  { ignores: ["**/node_modules", "**/dist", "**/.cache", "coverage", "sdk"] },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  {
    name: "everywhere",
    files: ["**/*.ts"],
    languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true } },
    plugins: {
      "@typescript-eslint": tseslint.plugin,
      house: { rules: { "no-dropped-value": noDroppedValue } },
    },
    rules: {
      "house/no-dropped-value": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": "error",
      "@typescript-eslint/only-throw-error": "error",
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { allowDefaultCaseForExhaustiveSwitch: false, requireDefaultForNonUnion: true },
      ],
    },
  },
  {
    name: "the provider is typed throughout",
    files: ["provider/**/*.ts"],
    rules: {
      "@typescript-eslint/consistent-type-assertions": ["error", { assertionStyle: "never" }],
      "@typescript-eslint/no-unsafe-argument": "error",
      "@typescript-eslint/no-unsafe-assignment": "error",
      "@typescript-eslint/no-unsafe-call": "error",
      "@typescript-eslint/no-unsafe-member-access": "error",
      "@typescript-eslint/no-unsafe-return": "error",
      "@typescript-eslint/strict-boolean-expressions": "error",
    },
  },
  {
    name: "a border may assert what it has just checked",
    files: borders,
    rules: { "@typescript-eslint/consistent-type-assertions": "off" },
  },
  {
    name: "operations are values",
    files: ["provider/**/*.ts"],
    ignores: shells,
    rules: {
      "no-restricted-syntax": [
        "error",
        { selector: "ThrowStatement", message: onlyShells("throw") },
        { selector: "AwaitExpression", message: onlyShells("await") },
        { selector: "ForOfStatement[await=true]", message: onlyShells("await") },
        { selector: "NewExpression[callee.name='Promise']", message: onlyShells("make a promise") },
      ],
    },
  },
);
