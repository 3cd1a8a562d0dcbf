import type * as z from "zod";
import type { FieldsShape, Shape, TextShape } from "./shape.ts";
import { TEXT_TESTS, type TextTest } from "./text-tests.ts";

interface Definition {
  readonly type: string;
  readonly format?: string;
  readonly checks?: readonly { readonly _zod: { readonly def: Check } }[];
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly catchall?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly keyType?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly values?: readonly unknown[];
  readonly entries?: Readonly<Record<string, unknown>>;
}

interface Check {
  readonly check: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly value?: number;
  readonly inclusive?: boolean;
  readonly pattern?: RegExp;
  readonly tx?: (input: string) => string;
  readonly fn?: unknown;
}

/** The schema as plain data, for the build. Throws on anything that `Shape` can't say: then nothing is made of it. */
export function shapeOf(schema: z.ZodType): Shape {
  const definition = schema.def as unknown as Definition;
  const make = MAKERS[definition.type];
  if (make === undefined) throw unknownPart(definition.type);
  return make(definition);
}

const MAKERS: Readonly<Record<string, (definition: Definition) => Shape>> = {
  string: (definition) => checksOf(definition).reduce(withTextCheck, ANY_TEXT),
  number: numberShape,
  boolean: () => ({ is: "boolean" }),
  literal: ({ values = [] }) => ({ is: "one-of", values }),
  enum: ({ entries = {} }) => ({ is: "one-of", values: Object.values(entries) }),
  union: ({ options = [] }) => ({ is: "any-of", shapes: options.map(shapeOf) }),
  array: listShape,
  record: ({ keyType, valueType }) => ({
    is: "record",
    keys: textShape(given(keyType)),
    of: shapeOf(given(valueType)),
  }),
  object: fieldsShape,
};

const ANY_TEXT: TextShape = { is: "text", trim: false, least: 0, patterns: [], tests: [] };

function checksOf({ checks = [] }: Definition): Check[] {
  return checks.map(({ _zod }) => _zod.def);
}

function withTextCheck(shape: TextShape, check: Check): TextShape {
  if (check.check === "overwrite" && check.tx?.("  a b ") === "a b")
    return { ...shape, trim: true };
  if (check.check === "min_length") return { ...shape, least: given(check.minimum) };
  if (check.check === "string_format" && check.pattern?.flags === "u")
    return { ...shape, patterns: [...shape.patterns, check.pattern.source] };
  const test = Object.entries(TEXT_TESTS).find(([, known]) => known === check.fn)?.[0];
  if (test === undefined) throw unknownPart(check.check);
  return { ...shape, tests: [...shape.tests, test as TextTest] };
}

function numberShape(definition: Definition): Shape {
  if (definition.format !== undefined && definition.format !== "safeint")
    throw unknownPart(definition.format);
  const whole = definition.format === "safeint";
  const limits = checksOf(definition).map(({ check, inclusive, value }) => {
    if (check !== "greater_than" || inclusive !== true) throw unknownPart(check);
    return given(value);
  });
  return { is: "number", whole, ...(limits.length > 0 && { least: Math.max(...limits) }) };
}

function listShape(definition: Definition): Shape {
  const sizes = checksOf(definition).map(({ check, minimum, maximum }) => {
    if (check === "min_length") return { least: given(minimum) };
    if (check === "max_length") return { most: given(maximum) };
    throw unknownPart(check);
  });
  return {
    is: "list",
    of: shapeOf(given(definition.element)),
    least: 0,
    ...Object.assign({}, ...sizes),
  };
}

function textShape(schema: z.ZodType): Shape {
  const shape = shapeOf(schema);
  if (shape.is !== "text") throw unknownPart(`a key that is ${shape.is}`);
  return shape;
}

function fieldsShape({ shape = {}, catchall, checks = [] }: Definition): FieldsShape {
  if (catchall?.def.type !== "never" || checks.length > 0) throw unknownPart("open fields");
  const entries = Object.entries(shape);
  const inner = (schema: z.ZodType) => (schema.def as unknown as Definition).innerType;
  return {
    is: "fields",
    fields: Object.fromEntries(
      entries.map(([key, schema]) => [
        key,
        shapeOf(isOptional(schema) ? given(inner(schema)) : schema),
      ]),
    ),
    required: entries.filter(([, schema]) => !isOptional(schema)).map(([key]) => key),
  };
}

/** Only where a field may be left out; one that is there and empty stays a fault. */
function isOptional(schema: z.ZodType): boolean {
  if (schema.def.type !== "optional") return false;
  if (schema.constructor.name !== "ZodExactOptional") throw unknownPart("optional");
  return true;
}

function given<Value>(value: Value | undefined): Value {
  if (value === undefined) throw unknownPart("nothing");
  return value;
}

function unknownPart(name: string): Error {
  return new Error(`No shape can be made of this part of a schema: ${name}.`);
}
