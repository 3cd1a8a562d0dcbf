// Writes the pages that are made from the source: node build/docs.js rules|templates
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadSource } from "./load-source.js";
import { ROOT } from "./places.js";

const DOCS = join(ROOT, "docs");

const PAGES = {
  async rules() {
    const { RULE_PAGES } = await loadSource("src/lint/rule-page.ts");
    const { rulePageFiles } = await loadSource("src/lint/reporters/rule-page.ts");
    const folder = join(DOCS, "rules");
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    for (const [file, text] of rulePageFiles(RULE_PAGES)) writeFileSync(join(folder, file), text);
  },
  async templates() {
    const { templatePage } = await loadSource("src/documents/templates/fields-page.ts");
    writeFileSync(join(DOCS, "templates.md"), templatePage());
  },
};

const [wanted] = process.argv.slice(2);
const write = PAGES[wanted];
if (write === undefined) throw new Error(`Say which: ${Object.keys(PAGES).join(", ")}.`);
await write();
