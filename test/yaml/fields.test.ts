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
    good: ["2026-12-12", "2028-02-29", "2026-11-10T00:00:00.000Z", "2026-11-10 00:00:00+00:00"],
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
    bad: ["2026-11-21 10:31", "2026-02-30T10:31:00Z"],
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

describe("a day or a time that another program wrote anew", () => {
  it.each([
    ["2026-11-30 01:10:33+00:00", "2026-11-30T01:10:33Z"],
    ["2026-11-30 01:10:33", "2026-11-30T01:10:33Z"],
    ["2026-11-30 01:10:33.000000000 Z", "2026-11-30T01:10:33Z"],
    ["2026-11-30T01:10:33.000Z", "2026-11-30T01:10:33Z"],
    ["2026-11-30 02:10:33 +0100", "2026-11-30T01:10:33Z"],
    ["2026-11-30T01:10:33Z", "2026-11-30T01:10:33Z"],
  ])("%s is the time that it was", (written, time) => {
    expect(fields.instant.parse(written)).toBe(time);
  });

  it.each([
    "2026-11-10T00:00:00.000Z",
    "2026-11-10 00:00:00 Z",
    "2026-11-10T00:00:00+01:00",
    "2026-11-10T00:00:00-0500",
    "2026-11-10",
  ])("%s is the day that it was", (written) => {
    expect(fields.date.parse(written)).toBe("2026-11-10");
    expect(fields.monthOrDate.parse(written)).toBe("2026-11-10");
  });

  it.each(["2026-02-31 01:10:33", "2026-11-30 25:00:00", "2026-11-30", "30 November"])(
    "%s is no time",
    (written) => {
      expect(fields.instant.safeParse(written).success).toBe(false);
    },
  );
});
