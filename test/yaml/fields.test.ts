import { describe, expect, it } from "vitest";
import type * as z from "zod/mini";
import * as fields from "../../src/yaml/fields.ts";

const CASES: readonly {
  name: string;
  schema: z.ZodMiniType;
  good: readonly unknown[];
  bad: readonly unknown[];
}[] = [
  { name: "text", schema: fields.text, good: ["a", "Tŷ"], bad: ["", "  ", "\n", 1, null, []] },
  {
    name: "id",
    schema: fields.id,
    good: ["a", "power-talked-about", "a1", "constructor", "yes"],
    bad: ["", "A", "1a", "a_b", "a-", "-a", "a--b", "ŵ", "a b", "__proto__", "a\n", 1],
  },
  {
    name: "key",
    schema: fields.key,
    good: ["principles/power", "a/b-1"],
    bad: ["principles", "/a", "a/", "a/b/c", "A/b", "a /b"],
  },
  {
    name: "version",
    schema: fields.version,
    good: ["1.0.0", "10.20.30"],
    bad: ["1.0", "1.0.0-beta", "v1.0.0", 1],
  },
  {
    name: "fraction",
    schema: fields.fraction,
    good: [0, 1, 0.5, "0", "1/4", "3"],
    bad: [-1, "1/0", "-1/4", "0.5", "1 / 4", "a", Number.NaN, Number.POSITIVE_INFINITY, null],
  },
  {
    name: "date",
    schema: fields.date,
    good: ["2026-12-12", "2028-02-29"],
    bad: ["2026-02-29", "2026-13-01", "2026-1-1", "12.12.2026", "2026-12", ""],
  },
  {
    name: "month or date",
    schema: fields.monthOrDate,
    good: ["2027-03", "2027-03-31"],
    bad: ["2027-13", "2027-02-30", "2027", "March 2027"],
  },
  {
    name: "instant",
    schema: fields.instant,
    good: ["2026-11-21T10:31:00Z"],
    bad: [
      "2026-11-21T10:31:00",
      "2026-11-21 10:31",
      "2026-02-30T10:31:00Z",
      "2026-11-21T10:31:00+01:00",
    ],
  },
];

describe("the fields of files", () => {
  const good = CASES.flatMap(({ name, schema, good: values }) =>
    values.map((value) => ({ name, schema, value })),
  );
  const bad = CASES.flatMap(({ name, schema, bad: values }) =>
    values.map((value) => ({ name, schema, value })),
  );

  it.each(good)("$name takes $value", ({ schema, value }) => {
    expect(schema.safeParse(value).success).toBe(true);
  });

  it.each(bad)("$name refuses $value", ({ schema, value }) => {
    expect(schema.safeParse(value).success).toBe(false);
  });
});
