import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { assessmentSchema } from "../../src/assessment/schema.ts";
import { rubricSchema } from "../../src/rubric/schema.ts";
import { date, instant, monthOrDate, text } from "../../src/yaml/fields.ts";
import { fitted, UNFIT } from "../../src/yaml/shape.ts";
import { shapeOf } from "../../src/yaml/shape-of.ts";
import { readSource } from "../../src/yaml/source-file.ts";
import { PACKAGE_FOLDER } from "../support/context.ts";

/** What zod says, with the order of the fields. */
function byZod(schema: z.ZodType, value: unknown): string {
  const result = schema.safeParse(value);
  return result.success ? JSON.stringify(result.data) : "unfit";
}

/** What the shape made of the schema says. */
function byShape(schema: z.ZodType, value: unknown): string {
  const found = fitted(shapeOf(schema), value);
  return found === UNFIT ? "unfit" : JSON.stringify(found);
}

function filesIn(...folder: string[]): string[] {
  const path = join(PACKAGE_FOLDER, ...folder);
  const names = readdirSync(path).filter((name) => name.endsWith(".yaml"));
  return names.map((name) => readFileSync(join(path, name), "utf8"));
}

function valueIn(yaml: string): unknown {
  return readSource("file.yaml", yaml).source?.value;
}

const FILES = [
  ["assessment", assessmentSchema, ["docs/examples"]],
  ["rubric", rubricSchema, ["rubrics"]],
] as const;

describe.each(FILES)("the shape of the schema of a file: %s", (kind, schema, [own]) => {
  const sound = filesIn(own)
    .map(valueIn)
    .filter((value) => schema.safeParse(value).success);
  const fixtures = ["ok", "err"].flatMap((each) => filesIn("test", "fixtures", kind, each));

  it("takes the files that the schema takes, and gives back the same", () => {
    expect(sound.length).toBeGreaterThan(0);
    const values = [...sound, ...fixtures.map(valueIn)];
    const taken = values.map((value) => byShape(schema, value));
    expect(taken).toEqual(values.map((value) => byZod(schema, value)));
    expect(new Set(taken).size).toBeGreaterThan(5);
    expect(taken).toContain("unfit");
  });

  it("says the same as the schema of a file in which anything has been changed", () => {
    const [whole] = sound;
    const places = placesIn(whole);
    let refused = 0;
    fc.assert(
      fc.property(fc.constantFrom(...places), ODD_VALUE, (path, odd) => {
        const changed = withChange(whole, path, odd);
        const said = byZod(schema, changed);
        if (said === "unfit") refused += 1;
        expect(byShape(schema, changed)).toBe(said);
      }),
      { numRuns: 400, seed: 8 },
    );
    expect(refused).toBeGreaterThan(100);
    expect(refused).toBeLessThan(400);
  });
});

describe("the shape of a schema", () => {
  it.each([
    ["a day", date],
    ["a month or a day", monthOrDate],
    ["a time", instant],
  ])("knows %s", (_, schema) => {
    for (const value of ["2026-02-28", "2026-02-31", "2026-02", "2026-11-21T10:31:00Z", "", 7])
      expect(byShape(schema, value)).toBe(byZod(schema, value));
  });

  it.each([
    ["a field that may be undefined", z.strictObject({ a: text.optional() })],
    ["fields of any name", z.object({ a: text })],
    ["a rule of its own", z.string().refine((value) => value.length % 2 === 0)],
    ["a changed value", z.string().transform(Number)],
    ["an upper limit", z.number().max(3)],
    ["a text in capitals", z.string().toUpperCase()],
  ])("is not made of what it could not say: %s", (_, schema) => {
    expect(() => shapeOf(schema)).toThrow("No shape can be made");
  });
});

type Place = readonly (string | number)[];

function placesIn(value: unknown, path: Place = []): Place[] {
  if (typeof value !== "object" || value === null) return [path];
  const inner = Object.entries(value).flatMap(([key, each]) =>
    placesIn(each, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return path.length === 0 ? inner : [path, ...inner];
}

const GONE = Symbol("gone");
const ODD_VALUE = fc.constantFrom<unknown>(
  GONE,
  null,
  true,
  0,
  -1,
  1.5,
  Number.POSITIVE_INFINITY,
  "",
  "  ",
  " two words ",
  "kebab-case",
  "a/b",
  "1/4",
  "1.0.0",
  "2026-11-21",
  "planned",
  [],
  ["one"],
  ["one", ""],
  {},
  { "kebab-case": "text" },
  { "Not An Id": "text" },
  { id: "a", extra: 1 },
);

function withChange(value: unknown, [step, ...rest]: Place, odd: unknown): unknown {
  if (step === undefined) return odd;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<
    string | number,
    unknown
  >;
  const changed = withChange(copy[step], rest, odd);
  if (changed !== GONE) copy[step] = changed;
  else if (Array.isArray(copy)) copy.splice(Number(step), 1);
  else delete copy[step];
  return copy;
}
