/** What was converted, in the messages of Pulumi's converter protocol. Source: pulumi/pulumi, proto/pulumi/converter.proto. */
import { Diagnostic, DiagnosticSeverity, Pos, Range } from "@pulumi/pulumi/proto/codegen/hcl_pb";
import { ConvertStateResponse, ResourceImport } from "@pulumi/pulumi/proto/converter_pb";
import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb";
import { type Bag, isBag, isList, type Value } from "../../core/value";
import type { Importable, LeftOut } from "../inventory";
import type { Caution } from "./caution";
import type { Converted } from "./convert";

/** What was read holds neither unknowns nor secrets, so that it is plain JSON. */
const plain = (value: Value): JavaScriptValue => {
  if (isList(value)) return value.map(plain);
  if (isBag(value)) return plainBag(value);
  return typeof value === "symbol" || value === undefined ? null : value;
};

const plainBag = (bag: Bag): { [key: string]: JavaScriptValue } =>
  Object.fromEntries(Object.entries(bag).map(([key, value]) => [key, plain(value)]));

const toResource = (type: string, one: Importable): ResourceImport =>
  new ResourceImport()
    .setType(type)
    .setName(one.variable)
    .setLogicalName(one.logicalName)
    .setId(one.id)
    .setInputs(Struct.fromJavaScript(plainBag(one.inputs)))
    .setOutputs(Struct.fromJavaScript(plainBag(one.outputs)));

/** The engine begins each diagnostic with the place it is about, and prints `<nil>` where there is none. */
const place = (subject: string): Range => {
  const start = new Pos().setLine(1).setColumn(1).setByte(0);
  return new Range().setFilename(subject).setStart(start).setEnd(start);
};

const diagnostic = (
  severity: DiagnosticSeverity,
  subject: string,
  summary: string,
  detail: string,
): Diagnostic =>
  new Diagnostic()
    .setSeverity(severity)
    .setSubject(place(subject))
    .setSummary(summary)
    .setDetail(detail);

const toWarning = ({ listed, reason }: LeftOut): Diagnostic =>
  diagnostic(
    DiagnosticSeverity.DIAG_WARNING,
    listed.id,
    `${JSON.stringify(listed.name)} is left out`,
    reason,
  );

const toCaution = ({ segment: { listed }, reason }: Caution): Diagnostic =>
  diagnostic(
    DiagnosticSeverity.DIAG_WARNING,
    listed.id,
    `look at the code of ${JSON.stringify(listed.name)}`,
    reason,
  );

export const toResponse = (converted: readonly Converted[]): ConvertStateResponse =>
  new ConvertStateResponse()
    .setResourcesList(
      converted.flatMap(({ kind, importable }) =>
        importable.map((one) => toResource(kind.resource.model.token, one)),
      ),
    )
    .setDiagnosticsList(
      converted.flatMap(({ leftOut, cautions }) => [
        ...leftOut.map(toWarning),
        ...cautions.map(toCaution),
      ]),
    );

export const toError = (problem: string): ConvertStateResponse =>
  new ConvertStateResponse().setDiagnosticsList([
    diagnostic(DiagnosticSeverity.DIAG_ERROR, "audiences", problem, ""),
  ]);
