/** Segments added to a YAML program, whose comments and order stay. */
import {
  type Document,
  isMap,
  isScalar,
  type Node,
  Pair,
  parseDocument,
  Scalar,
  visit,
  YAMLMap,
} from "yaml";
import { isBag, isList, type Value } from "../../../core/value";
import { distinct } from "../../distinct";
import { misused } from "../exit";
import { type Declared, inOrder } from "./declared";

/** Texts that every YAML parser takes for texts; what YAML 1.1 had for numbers, dates and flags is quoted. */
const PLAIN =
  /^(?!(?:y|n|yes|no|on|off|true|false|null|inf|nan)$)[a-z](?:[\w ./@-]|:(?=\S))*(?<! )$/i;

/** `${` begins a reference in Pulumi's YAML, and `$${` is the text. */
const escaped = (value: Value): unknown => {
  if (typeof value === "string") return value.replaceAll("${", "$$${");
  if (isList(value)) return value.map(escaped);
  if (!isBag(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, escaped(inner)]));
};

const quoteTexts = (node: Node): void =>
  visit(node, {
    Scalar: (_, scalar) => {
      if (typeof scalar.value !== "string") return;
      scalar.type = PLAIN.test(scalar.value) ? Scalar.PLAIN : Scalar.QUOTE_DOUBLE;
    },
  });

const resourcesOf = (document: Document): YAMLMap => {
  const found = document.get("resources");
  if (isMap(found)) {
    // `resources: {}` would have all of it on one line.
    found.flow = false;
    return found;
  }
  const made = new YAMLMap();
  document.set("resources", made);
  return made;
};

const keysIn = (map: YAMLMap): readonly string[] =>
  map.items.map(({ key }) => String(isScalar(key) ? key.value : key));

const declaration = (document: Document, key: string, { kind, segment }: Declared): Pair => {
  const { id, logicalName, inputs } = segment;
  const body = document.createNode({
    type: kind.resource.model.token,
    ...(logicalName === key ? {} : { name: escaped(logicalName) }),
    properties: escaped(inOrder(kind, inputs)),
  });
  quoteTexts(body);
  const name = new Scalar(key);
  name.commentBefore = ` ${id}`;
  return new Pair(name, body);
};

/** The program with the segments at the end of its resources. */
export const yaml = (program: string, segments: readonly Declared[]): string => {
  const document = parseDocument(program);
  if (document.errors.length > 0) {
    throw misused(`the program is not valid YAML: ${document.errors[0]?.message}`);
  }
  const resources = resourcesOf(document);
  const variables = document.get("variables");
  const taken = [...keysIn(resources), ...(isMap(variables) ? keysIn(variables) : [])];
  const give = distinct({ taken });
  for (const one of segments) {
    resources.add(declaration(document, give(one.segment.variable), one));
  }
  return document.toString({ lineWidth: 0 });
};
