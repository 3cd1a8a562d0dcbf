import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { rulePageFiles } from "../../src/lint/reporters/rule-page.ts";
import { RULE_PAGES } from "../../src/lint/rule-page.ts";
import { PACKAGE_FOLDER } from "../support/context.ts";

const FOLDER = join(PACKAGE_FOLDER, "docs", "rules");
const files = rulePageFiles(RULE_PAGES);

describe("the pages in docs/rules", () => {
  it("are one for each rule, and a list of them", () => {
    expect(files.size).toBe(RULE_PAGES.length + 1);
    expect(new Set(readdirSync(FOLDER))).toEqual(new Set(files.keys()));
  });

  it.each([...files])(
    "%s is what the rule's own data makes; if not: npm run docs:rules",
    (name, text) => {
      expect(readFileSync(join(FOLDER, name), "utf8")).toBe(text);
    },
  );
});
