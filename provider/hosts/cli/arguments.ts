/** The command line. */
import { Command, type CommanderError, Option } from "commander";
import { version } from "../../../package.json";
import { spellOut } from "../../core/wording";
import type { Surroundings } from "../accounts";
import { wheresOf } from "../where";
import { Ended, type ExitCode, exitCodes } from "./exit";
import { fillImport } from "./fill/fill";
import { importSegments } from "./import/import";
import type { ImportOptions } from "./import/import-desk";
import { migrate } from "./migrate/migrate";

const collect = (value: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  value,
];

const many = (flags: string, description: string): Option =>
  new Option(flags, description).argParser(collect);

const wheres = ({ vendors }: Surroundings): readonly string[] => [
  ...new Set(
    vendors.flatMap(({ resources }) =>
      resources.flatMap(({ model }) => wheresOf(model).map(({ flag }) => flag)),
    ),
  ),
];

/** What commander answers: flags in camelCase, as texts, lists and booleans. */
type Given = { readonly [flag: string]: unknown };

const text = (given: Given, name: string): string | undefined => {
  const value = given[name];
  return typeof value === "string" ? value : undefined;
};

const texts = (given: Given, name: string): readonly string[] => {
  const value = given[name];
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
};

const camel = (flag: string): string =>
  flag.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const deskOptions = (given: Given) => ({
  cwd: text(given, "cwd") ?? process.cwd(),
  stack: text(given, "stack"),
  dryRun: given["dryRun"] === true,
  json: given["json"] === true,
  nonInteractive: given["nonInteractive"] === true,
});

const placeOptions = (given: Given, flags: readonly string[]) => ({
  vendor: text(given, "vendor"),
  where: Object.fromEntries(flags.map((flag) => [flag, text(given, camel(flag))])),
});

const importOptions = (given: Given, flags: readonly string[]): ImportOptions => ({
  ...deskOptions(given),
  ...placeOptions(given, flags),
  match: texts(given, "match"),
  exclude: texts(given, "exclude"),
  split: texts(given, "split"),
  all: given["all"] === true,
  includeManaged: given["includeManaged"] === true,
  dynamic: given["dynamic"] === true,
});

const withDesk = (command: Command): Command =>
  command
    .option("--dry-run", "show what would be done, and do nothing")
    .option("-s, --stack <name>", "the stack; by default the selected one")
    .option("-C, --cwd <folder>", "the folder of the project");

const withPlace = (command: Command, flags: readonly string[]): Command =>
  flags.reduce(
    (so, flag) => so.option(`--${flag} <id>`, `the ${flag} to look in`),
    command.option("--vendor <name>", "one vendor; by default all that have a key"),
  );

type OnExit = (code: ExitCode) => void;

const importCommand = (host: Surroundings, onExit: OnExit): Command => {
  const flags = wheres(host);
  const command = new Command("import").description(
    "Bring the segments of an account under management: write them as a program, import them, and see that nothing would change. Never writes to a vendor.",
  );
  return withDesk(withPlace(command, flags))
    .addOption(many("--match <glob>", "only segments whose name matches; may be repeated"))
    .addOption(many("--exclude <glob>", "no segments whose name matches; may be repeated"))
    .addOption(many("--split <glob>", "a file of its own for what matches; may be repeated"))
    .option("--all", "all that can be imported, without asking")
    .option("--include-managed", "write code for segments that the stack has already, too")
    .option("--dynamic", "as dynamic resources, which need no plugin (TypeScript)")
    .option("--json", "print one JSON object; asks nothing")
    .option("--non-interactive", "ask nothing")
    .action(async (given: Given) =>
      onExit(await importSegments(importOptions(given, flags), host)),
    );
};

const migrateCommand = (host: Surroundings, onExit: OnExit): Command =>
  withDesk(
    new Command("migrate").description(
      "Move the stack from dynamic segments to those of the plugin, program included. Never writes to a vendor.",
    ),
  ).action(async (given: Given) => onExit(await migrate(deskOptions(given), host)));

const fillCommand = (host: Surroundings, onExit: OnExit): Command => {
  const flags = wheres(host);
  const command = new Command("fill-import")
    .description(
      "Fill the ids into a file of `pulumi preview --import-file`, by the segments' names.",
    )
    .argument("<file>", "the file; it is written anew")
    .option("--only-found", "take out what no account has, for `pulumi up` to make");
  return withDesk(withPlace(command, flags)).action(async (file: string, given: Given) => {
    const options = {
      ...deskOptions(given),
      ...placeOptions(given, flags),
      file,
      onlyFound: given["onlyFound"] === true,
    };
    onExit(await fillImport(options, host));
  });
};

/** Commander prints what is wrong, and would end with 1; and help is no mistake when somebody asks for it. */
const ended = (error: CommanderError): never => {
  throw new Ended(error.exitCode === 0 ? exitCodes.done : exitCodes.usage, "");
};

const titles = ({ vendors }: Surroundings): string =>
  spellOut(
    vendors.map(({ title }) => title),
    "and",
  );

export const program = (host: Surroundings, onExit: OnExit): Command => {
  const root = new Command("audiences")
    .description(`Segments of ${titles(host)} as code.`)
    .version(version);
  const commands = [importCommand, migrateCommand, fillCommand].map((make) => make(host, onExit));
  for (const command of commands) root.addCommand(command);
  for (const command of [root, ...commands]) {
    command.showHelpAfterError("Run it with --help to see what there is.").exitOverride(ended);
  }
  return root;
};
