import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { inAscii } from "./chunks.js";
import { loadSource } from "./load-source.js";
import { ROOT } from "./places.js";

/** Those that `coprod assess` asks by itself. All of them would make the package too large. */
const READY_RUBRICS = ["principles", "barriers"];

/**
 * What comes with coprod is read, checked and compiled here, once, rather than with every run. The modules that hold it
 * in the program are empty in the source. With `data`, a map of names to texts, large values go there to become files
 * beside the program: they are read sooner than code that holds them.
 */
export async function readyModules(data) {
  const source = await loadSource("build/from-source.js");
  const modules = new Map([
    ...READY_RUBRICS.map((id) => [`rubric/${id}`, rubricModule(source, id, data)]),
    ["guide", guideModule(source, data)],
    ...bundledIds().map((id) => [`names/${id}`, namesModule(source, id)]),
    ...source.TEMPLATE_NAMES.map((format) => [
      `template/${format}`,
      templateModule(source, format),
    ]),
  ]);
  const doors = {
    "src/rubric/ready-rubrics.ts": `export const readyRubrics = {${lazily("rubric", READY_RUBRICS)}};`,
    "src/guide/ready-guide.ts": `export const readyGuide = () => import("ready:guide");`,
    "src/documents/templates/ready-templates.ts": `export const readyTemplates = {${lazily("template", source.TEMPLATE_NAMES)}};`,
    "src/lint/ready-exported-ids.ts": `export const readyExportedIds = {${lazily("names", bundledIds())}};`,
    "src/lint/text/ready-syllables.ts": `export const readySyllables = ${readJson(syllables(source))};`,
    "src/util/ready-help.ts": `export const readyHelp = ${JSON.stringify(await help(source))};`,
  };
  return plugin(modules, doors);
}

function plugin(modules, doors) {
  return {
    name: "ready",
    setup(build) {
      build.onLoad(
        {
          filter: /[\\/]ready-(?:rubrics|guide|templates|syllables|exported-ids|help)\.ts$/,
        },
        ({ path }) => {
          const contents = doors[relative(ROOT, path).replaceAll("\\", "/")];
          return { contents, resolveDir: ROOT };
        },
      );
      build.onResolve({ filter: /^ready:/ }, ({ path }) => ({
        path: path.slice("ready:".length),
        namespace: "ready",
      }));
      build.onLoad({ filter: /.*/, namespace: "ready" }, ({ path }) => ({
        contents: modules.get(path),
      }));
    },
  };
}

function lazily(kind, names) {
  return names
    .map((name) => `${JSON.stringify(name)}: () => import("ready:${kind}/${name}")`)
    .join(", ");
}

function rubricModule({ hashesOf, parseRubric, textMark }, id, data) {
  const name = `${id}.yaml`;
  const text = readText("rubrics", name);
  const { rubric, file, diagnostics } = parseRubric(name, text);
  if (rubric === undefined) throw broken(name, diagnostics);
  const value = { file, hashes: hashesOf(rubric) };
  return readyText(
    { text, mark: textMark(text), value },
    { data, name: `ready-rubric-${id}.json` },
  );
}

function guideModule({ parseGuide, textMark }, data) {
  const text = readText("rubrics", "guide.yaml");
  const { guide, diagnostics } = parseGuide("guide.yaml", text);
  if (guide === undefined) throw broken("guide.yaml", diagnostics);
  return readyText(
    { text, mark: textMark(text), value: guide },
    { data, name: "ready-guide.json" },
  );
}

/** Ids of all rubrics, and `guide`. */
function bundledIds() {
  return readdirSync(join(ROOT, "rubrics")).map((name) => name.replace(/\.yaml$/, ""));
}

/** The names that other files may refer to; what it refers to itself is checked with the file. */
function namesModule({ exportedIdsOf, lintText, textMark }, id) {
  const text = readText("rubrics", `${id}.yaml`);
  const value = { ...exportedIdsOf(lintText(`${id}.yaml`, text)), references: [] };
  return readyText({ text, mark: textMark(text), value });
}

function broken(name, diagnostics) {
  return new Error(`${name} is not sound: ${JSON.stringify(diagnostics[0])}`);
}

/** Where there is no terminal, and in most that have not been made wider. */
const COLUMNS = 80;

async function help({ run }) {
  let text = "";
  const stdout = {
    write(more) {
      text += more;
    },
  };
  await run(["--help"], { stdout, stderr: stdout, columns: COLUMNS, color: false, version: "" });
  return { columns: COLUMNS, text };
}

/** To count them takes a hundred times as long as to look them up, and authors use much the same words. */
function syllables({ syllablesOf, wordsOf }) {
  const texts = bundledIds().map((id) => readText("rubrics", `${id}.yaml`));
  const words = new Set(texts.flatMap((text) => wordsOf(text.toLowerCase())));
  const bySyllables = [];
  for (const word of [...words].sort()) {
    const count = syllablesOf(word);
    if (count === 0) continue;
    bySyllables[count - 1] ??= [];
    bySyllables[count - 1].push(word);
  }
  return Array.from(bySyllables, (each = []) => each.join(" "));
}

/** The module of a ready value, which stands beside the program where there is a place for it. */
function readyText({ text, mark, value }, { data, name } = {}) {
  const about = `export const mark = ${mark}; export const bytes = ${Buffer.byteLength(text)};`;
  if (data === undefined) return `${about} export const value = ${readJson(value)};`;
  data.set(name, inAscii(JSON.stringify(value)));
  return `import { readFileSync } from "node:fs"; ${about} export const value = JSON.parse(readFileSync(__dirname + "/${name}", "utf8"));`;
}

/** Reading JSON is much faster for the machine than reading the same as JavaScript. */
function readJson(value) {
  return `JSON.parse(${JSON.stringify(JSON.stringify(value))})`;
}

function templateModule({ precompileTemplate, partialTexts, styleHash, templateText }, format) {
  const texts = templateTexts();
  const compile = (...given) =>
    precompileTemplate(...given)
      .replace(FALLBACK, "")
      .replace(PLACE, "0");
  const main = `plan.${format}.hbs`;
  const parts = [...partialTexts(texts, format)].map(
    ([name, text]) => `${JSON.stringify(name)}: ${compile(text, { name, format })}`,
  );
  const style = format === "html" ? templateText(texts, "plan.css") : "";
  return [
    `export const main = ${compile(templateText(texts, main), { name: main, format })};`,
    `export const partials = {${parts.join(",\n")}};`,
    `export const style = ${JSON.stringify(style)};`,
    `export const styleHash = "${styleHash(style)}";`,
  ].join("\n");
}

/** For a run time that is older than the one we bring; it stands in every block. */
const FALLBACK =
  / \|\| function\(parent, propertyName\) \{[^{}]*\{[^{}]*\}\s*return undefined\s*\}/g;
/** Where a field stands, for the message that it is missing: these templates were checked here. */
const PLACE = /\{"source":"[^"]*","start":\{[^{}]*\},"end":\{[^{}]*\}\}/g;

function templateTexts() {
  const names = readdirSync(join(ROOT, "templates"), { recursive: true, withFileTypes: true });
  const paths = names
    .filter((entry) => entry.isFile())
    .map((entry) => relative(join(ROOT, "templates"), join(entry.parentPath, entry.name)))
    .sort();
  return new Map(paths.map((path) => [path.replaceAll("\\", "/"), readText("templates", path)]));
}

function readText(...path) {
  return readFileSync(join(ROOT, ...path), "utf8");
}
