/**
 * Why there is no engine, in sentences for the person at the terminal: what happened, then what to do.
 * - `NotUsable`: a `pulumi` was named explicitly, and it cannot be used.
 * - `NotBuilt`: the build failed.
 * - `NotFound`: every way to an engine is closed.
 */
export class EngineError extends Error {
  readonly _tag: "NotUsable" | "NotBuilt" | "NotFound";

  constructor(tag: EngineError["_tag"], ...sentences: readonly string[]) {
    super(sentences.join("\n"));
    this.name = "EngineError";
    this._tag = tag;
  }
}

/** The text to print for whatever was thrown: sentences for an `EngineError`, the stack for a mistake of ours. */
export const explain = (thrown: unknown): string => {
  if (thrown instanceof EngineError) return thrown.message;
  return thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
};
