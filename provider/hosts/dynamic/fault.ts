import { explain, type Failure } from "../../core/failure";

/**
 * There is no `pulumi import` of a single dynamic resource: the engine asks for it without telling the code that could answer.
 * By file it works.
 */
const IMPORT = "pulumi import --file import.json --generate-code=false --protect=false";

const forDynamic = (failure: Failure): Failure =>
  failure._tag === "AlreadyExists" ? { ...failure, importCommand: IMPORT } : failure;

/**
 * What Pulumi's dynamic host may throw on. Some errors it also prints, as `${error}: ${error.stack}`. Where in our code the world
 * went wrong is of no use to anybody, so that a pointer to the message stands there.
 */
export class Fault extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.stack = "an operation failed; the error of its resource says why";
  }

  override toString(): string {
    return "audiences";
  }
}

export const faultOf = (failure: Failure, conceal: (text: string) => string): Fault =>
  new Fault(conceal(explain(forDynamic(failure))));
