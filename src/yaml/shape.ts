import { own } from "../util/own-value.ts";
import { TEXT_TESTS, type TextTest } from "./text-tests.ts";

/** A schema as plain data. Says only whether a value fits; what is wrong with one is for the schema itself to say. */
export type Shape =
  | TextShape
  | { readonly is: "number"; readonly whole: boolean; readonly least?: number }
  | { readonly is: "boolean" }
  | { readonly is: "one-of"; readonly values: readonly unknown[] }
  | { readonly is: "any-of"; readonly shapes: readonly Shape[] }
  | { readonly is: "list"; readonly of: Shape; readonly least: number; readonly most?: number }
  | { readonly is: "record"; readonly keys: Shape; readonly of: Shape }
  | FieldsShape;

export interface TextShape {
  readonly is: "text";
  readonly trim: boolean;
  readonly least: number;
  /** Sources of regular expressions with the flag `u`. */
  readonly patterns: readonly string[];
  readonly tests: readonly TextTest[];
}

export interface FieldsShape {
  readonly is: "fields";
  readonly fields: Readonly<Record<string, Shape>>;
  readonly required: readonly string[];
}

/** What `fitted` gives for a value that does not fit. */
export const UNFIT = Symbol("unfit");

/** The value as its schema would give it back, or `UNFIT`. */
export function fitted(shape: Shape, value: unknown): unknown {
  switch (shape.is) {
    case "text":
      return fittedText(shape, value);
    case "number":
      return fittedNumber(shape, value);
    case "boolean":
      return when(typeof value === "boolean", value);
    case "one-of":
      return when(shape.values.includes(value), value);
    case "any-of":
      return fittedAny(shape.shapes, value);
    case "list":
      return fittedList(shape, value);
    case "record":
      return fittedRecord(shape, value);
    case "fields":
      return fittedFields(shape, value);
  }
}

function when(fits: boolean, value: unknown): unknown {
  return fits ? value : UNFIT;
}

function fittedText({ trim, least, patterns, tests }: TextShape, given: unknown): unknown {
  if (typeof given !== "string") return UNFIT;
  const value = trim ? given.trim() : given;
  const fits =
    value.length >= least &&
    patterns.every((pattern) => regularExpression(pattern).test(value)) &&
    tests.every((test) => TEXT_TESTS[test](value));
  return when(fits, value);
}

const made = new Map<string, RegExp>();

function regularExpression(source: string): RegExp {
  const known = made.get(source);
  if (known !== undefined) return known;
  const fresh = new RegExp(source, "u");
  made.set(source, fresh);
  return fresh;
}

function fittedNumber(
  { whole, least = Number.NEGATIVE_INFINITY }: Extract<Shape, { is: "number" }>,
  value: unknown,
): unknown {
  const isKind = whole ? Number.isSafeInteger(value) : Number.isFinite(value);
  return when(isKind && Number(value) >= least, value);
}

function fittedAny(shapes: readonly Shape[], value: unknown): unknown {
  for (const shape of shapes) {
    const found = fitted(shape, value);
    if (found !== UNFIT) return found;
  }
  return UNFIT;
}

function fittedList(
  { of, least, most = Number.POSITIVE_INFINITY }: Extract<Shape, { is: "list" }>,
  value: unknown,
): unknown {
  if (!Array.isArray(value) || value.length < least || value.length > most) return UNFIT;
  const found = value.map((each: unknown) => fitted(of, each));
  return when(!found.includes(UNFIT), found);
}

type Group = Readonly<Record<string, unknown>>;

/** What YAML makes of a group of fields, and nothing else. */
function isGroup(value: unknown): value is Group {
  return (
    typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype
  );
}

function fittedRecord({ keys, of }: Extract<Shape, { is: "record" }>, value: unknown): unknown {
  if (!isGroup(value)) return UNFIT;
  const found: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    const name = fitted(keys, key);
    const kept = fitted(of, inner);
    if (typeof name !== "string" || name === "__proto__" || kept === UNFIT) return UNFIT;
    found[name] = kept;
  }
  return found;
}

function fittedFields({ fields, required }: FieldsShape, value: unknown): unknown {
  if (!isGroup(value)) return UNFIT;
  const found: Record<string, unknown> = {};
  if (!Object.keys(value).every((key) => own(fields, key) !== undefined)) return UNFIT;
  if (!required.every((key) => Object.hasOwn(value, key))) return UNFIT;
  // In the order of the schema, as the schema itself would.
  for (const [key, shape] of Object.entries(fields)) {
    if (!Object.hasOwn(value, key)) continue;
    const kept = fitted(shape, value[key]);
    if (kept === UNFIT) return UNFIT;
    found[key] = kept;
  }
  return found;
}
