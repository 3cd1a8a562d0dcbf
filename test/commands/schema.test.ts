import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { SCHEMAS } from "../../src/commands/schema.ts";
import { PACKAGE_FOLDER, runInMemory } from "../support/context.ts";

const FOLDER = join(PACKAGE_FOLDER, "docs", "schema");
const NAMES = Object.keys(SCHEMAS);

describe("coprod schema", () => {
  it.each(NAMES)("prints the schema %s as it stands in docs/schema", async (name) => {
    const { exitCode, stdout, stderr } = await runInMemory(["schema", name]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(stdout, "run: npm run schemas").toBe(readFileSync(join(FOLDER, `${name}.json`), "utf8"));
  });

  it("has a copy of each schema in docs/schema, and of nothing else", () => {
    expect(new Set(readdirSync(FOLDER))).toEqual(new Set(NAMES.map((name) => `${name}.json`)));
  });

  it("lists the schemas when none is named", async () => {
    const { exitCode, stdout } = await runInMemory(["schema"]);
    expect(exitCode).toBe(0);
    for (const name of NAMES) expect(stdout).toContain(`- ${name}: `);
  });

  it("suggests the name that was meant", async () => {
    const { exitCode, stdout, stderr } = await runInMemory(["schema", "rubrik"]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain('Did you mean "rubric"?');
  });

  it.each(["rubric", "assessment", "guide"])("tells an editor about every field of %s", (name) => {
    const schema: unknown = JSON.parse(readFileSync(join(FOLDER, `${name}.json`), "utf8"));
    const fields = fieldsIn(schema, name);
    expect(fields.length).toBeGreaterThan(15);
    expect(fields.filter(({ description }) => description === undefined)).toEqual([]);
  });

  it("describes files in a draft that editors know, and forbids unknown fields", () => {
    const schema = JSON.parse(readFileSync(join(FOLDER, "rubric.json"), "utf8"));
    expect(schema.$schema).toBe("http://json-schema.org/draft-07/schema#");
    expect(schema.additionalProperties).toBe(false);
  });
});

interface Field {
  readonly path: string;
  readonly description: unknown;
}

function fieldsIn(schema: unknown, path: string): Field[] {
  if (typeof schema !== "object" || schema === null) return [];
  const { properties = {} } = schema as { properties?: Record<string, { description?: unknown }> };
  const own = Object.entries(properties).map(([key, { description }]) => ({
    path: `${path}.${key}`,
    description,
  }));
  return [
    ...own,
    ...Object.entries(schema).flatMap(([key, part]) => fieldsIn(part, `${path}.${key}`)),
  ];
}
