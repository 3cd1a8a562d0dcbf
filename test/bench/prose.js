// How often each wording rule is right: over the sentences in `test/fixtures/prose`, which are our own.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import * as esbuild from "esbuild";
import { ROOT } from "./places.js";
import { table } from "./table.js";

const SUPPORT = join(ROOT, "test", "support");
const ENTRY = `import { rightSentences, verdicts, wrongSentences } from "./prose.ts";
const [right, wrong] = [rightSentences(), wrongSentences()];
export const counts = { right: right.length, wrong: wrong.length };
export const found = [...verdicts([...right, ...wrong])];`;

export async function prose(folder) {
  const { outputFiles } = await esbuild.build({
    stdin: { contents: ENTRY, resolveDir: SUPPORT, loader: "ts" },
    define: { "import.meta.dirname": JSON.stringify(SUPPORT) },
    bundle: true,
    write: false,
    format: "cjs",
    platform: "node",
    logLevel: "error",
  });
  const path = join(folder, "prose.cjs");
  writeFileSync(path, outputFiles[0].text);
  const { default: made } = await import(pathToFileURL(path).href);
  const { counts, found } = made;
  const percent = (share) => `${(100 * share).toFixed(0)}%`;
  const rows = found.map(([rule, verdict]) => [
    rule,
    `${verdict.found + verdict.missed.length}`,
    percent(verdict.precision),
    percent(verdict.recall),
  ]);
  const sentences = `Over ${counts.right} sentences that are right and ${counts.wrong} that are wrong, all our own.`;
  const text = table(["rule", "to be found", "precision", "recall"], rows);
  return { title: "Wording rules: how often they are right", text: `${sentences}\n\n${text}` };
}
