import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { type Field, planFields } from "../../../src/documents/templates/fields.ts";
import { templatePage } from "../../../src/documents/templates/fields-page.ts";
import { PACKAGE_FOLDER } from "../../support/context.ts";

it("is committed as it is made from the schema (npm run docs:templates)", () => {
  const committed = readFileSync(join(PACKAGE_FOLDER, "docs/templates.md"), "utf8");
  expect(committed.replaceAll("\r\n", "\n")).toBe(templatePage());
});

it("says what every field is", () => {
  const silent: string[] = [];
  const look = (field: Field, path: string): void => {
    for (const [name, each] of field.fields) {
      if (each.about === undefined) silent.push(`${path}${name}`);
      look(each, `${path}${name}.`);
    }
    if (field.entry !== undefined) look(field.entry, path);
  };
  look(planFields(), "");
  expect(silent).toEqual([]);
});
