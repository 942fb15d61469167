/** Flags of the engine that take their value from the next argument. */
const WITH_VALUE: ReadonlySet<string> = new Set(["-tracing", "--tracing", "-v", "--v"]);

/**
 * The engine's address among the arguments it passes (`--logtostderr -v=9 --tracing URL 127.0.0.1:4321`): the last one that is
 * neither flag nor the value of one. Absent when a person starts the plugin to attach to it.
 */
export const engineAddress = (argv: readonly string[]): string | undefined =>
  argv.findLast((word, index) => !word.startsWith("-") && !WITH_VALUE.has(argv[index - 1] ?? ""));
