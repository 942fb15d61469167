/** One codec for each field that a constraint can be about. Source: "Segments: Create", REST API v1, 2026. */
import * as t from "io-ts";
import { closed } from "../../../core/codec";
import { type Breach, ruled } from "../../../core/ruled";
import { orderedRelation, textRelation } from "./relation";
import {
  ApiLevel,
  type NumberOrText,
  type Problem,
  Text,
  Time,
  Whole,
  wholeValues,
} from "./scalar";

interface Compared {
  readonly relation: string;
  readonly value?: NumberOrText;
}

const EMPTY = 'must not be empty; `relation: "exists"` asks for any value';

/** `exists` needs no value. One that is written all the same is sent, because the page demands one and does not say which. */
const valueRules =
  (whole: Problem | undefined) =>
  ({ relation, value }: Compared): readonly Breach[] => {
    const breach = (message: string | undefined): readonly Breach[] =>
      message === undefined ? [] : [{ key: "value", message }];
    if (relation === "exists") return [];
    if (value === undefined)
      return breach(`is required: relation ${JSON.stringify(relation)} compares with one value`);
    if (String(value) === "") return breach(EMPTY);
    return relation === "==" || relation === "!=" ? breach(whole?.(String(value))) : [];
  };

const capitalised = (field: string): string => `${field.charAt(0).toUpperCase()}${field.slice(1)}`;

const textual = <F extends string, V>(field: F, value: t.Type<V, V, unknown>) => {
  const name = capitalised(field);
  return closed(
    `${name}Constraint`,
    { field: t.literal(field), relation: textRelation(`${name}Relation`) },
    { value },
  );
};

const texts = <F extends string>(field: F) =>
  ruled(textual(field, Text), valueRules(wholeValues[field]));

const ordered = <F extends string>(
  field: F,
  kind: "whole" | "time",
  value: t.Type<NumberOrText, NumberOrText, unknown>,
) => {
  const name = capitalised(field);
  const relation = orderedRelation(`${name}Relation`, kind);
  return closed(`${name}Constraint`, { field: t.literal(field), relation, value }, {});
};

const whole = <F extends string>(field: F) => ordered(field, "whole", Whole);
const time = <F extends string>(field: F) => ordered(field, "time", Time);

/** By field, in the order of the vendor's table. */
export const conditions = {
  country: texts("country"),
  language: texts("language"),
  timezone: texts("timezone"),
  appVersion: texts("appVersion"),
  appVersionCode: whole("appVersionCode"),
  osApi: ruled(textual("osApi", ApiLevel), valueRules(undefined)),
  osVersion: texts("osVersion"),
  customUserId: texts("customUserId"),
  email: texts("email"),
  type: texts("type"),
  firstSession: time("firstSession"),
  lastSession: time("lastSession"),
  sessionCount: whole("sessionCount"),
  createdAt: time("createdAt"),
  id: texts("id"),
  pushToken: texts("pushToken"),
  unRegisteredAt: time("unRegisteredAt"),
  deviceModel: texts("deviceModel"),
  deviceManufacturer: texts("deviceManufacturer"),
};

export type Constraint = t.TypeOf<(typeof conditions)[keyof typeof conditions]>;
