import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { loadSource } from "./load-source.js";
import { filesIn, ROOT } from "./places.js";

/** Those that `coprod assess` asks by itself. All of them would make the package too large. */
const READY_RUBRICS = ["principles", "barriers"];

/**
 * What comes with coprod is read, checked and compiled here, once, rather than with every run. The modules that hold it
 * in the program are empty in the source. Large values go into `files`, by the names that they get beside the program:
 * to read them there takes a third of the time that code with them in it does.
 */
export async function generated(files) {
  const source = await loadSource("build/from-source.js");
  const modules = new Map([
    ...READY_RUBRICS.map((id) => [`rubric/${id}`, rubricModule(source, id, files)]),
    ...bundledIds().map((id) => [`names/${id}`, namesModule(source, id)]),
    ...source.TEMPLATE_NAMES.map((id) => [`template/${id}`, templateModule(source, id)]),
  ]);
  const doors = {
    "src/rubric/ready-rubrics.ts": `export const readyRubrics = {${lazily("rubric", READY_RUBRICS)}};`,
    "src/documents/templates/ready-templates.ts": `export const readyTemplates = {${lazily("template", source.TEMPLATE_NAMES)}};`,
    "src/lint/ready-exported-ids.ts": `export const readyExportedIds = {${lazily("names", bundledIds())}};`,
  };
  return plugin(modules, doors);
}

function plugin(modules, doors) {
  return {
    name: "ready",
    setup(build) {
      build.onLoad({ filter: /[\\/]ready-\w+(?:-ids)?\.ts$/ }, ({ path }) => {
        const contents = doors[relative(ROOT, path).replaceAll("\\", "/")];
        return contents && { contents, resolveDir: ROOT };
      });
      build.onResolve({ filter: /^ready:/ }, ({ path }) => {
        return { path: path.slice("ready:".length), namespace: "ready" };
      });
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

function rubricModule({ hashesOf, parseRubric, textMark }, id, files) {
  const name = `${id}.yaml`;
  const text = readText("rubrics", name);
  const { rubric, file, diagnostics } = parseRubric(name, text);
  if (rubric === undefined) throw broken(name, diagnostics);
  const value = { file, hashes: hashesOf(rubric) };
  return readyText({ text, mark: textMark(text), value }, files, `rubric-${id}.json`);
}

/** Ids of all rubrics, and `guide`. */
function bundledIds() {
  return readdirSync(`${ROOT}/rubrics`).flatMap((file) => /^[^.]+(?=\.yaml$)/.exec(file) ?? []);
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

function readyText({ text, mark, value }, files, name) {
  if (name) files?.set(name, inAscii(JSON.stringify(value)));
  const json = `require("node:fs").readFileSync(__dirname + "/${name}", "latin1")`;
  return [
    `export const mark = ${mark};`,
    `export const bytes = ${Buffer.byteLength(text)};`,
    `export const value = ${files && name ? `JSON.parse(${json})` : readJson(value)};`,
  ].join("\n");
}

/** Reading JSON is much faster for the machine than reading the same as JavaScript. */
function readJson(value) {
  return `JSON.parse(${JSON.stringify(JSON.stringify(value))})`;
}

function templateModule({ precompileTemplate, partialTexts, inlineHash, templateText }, format) {
  const texts = templateTexts();
  const main = `plan.${format}.hbs`;
  const parts = [...partialTexts(texts, format)].map(
    ([name, text]) => `${JSON.stringify(name)}: ${precompileTemplate(text, { name, format })}`,
  );
  const style = format === "html" ? templateText(texts, "plan.css") : "";
  return [
    `export const main = ${precompileTemplate(templateText(texts, main), { name: main, format })};`,
    `export const partials = {${parts.join(",\n")}};`,
    `export const style = ${JSON.stringify(style)};`,
    `export const styleHash = "${inlineHash(style)}";`,
  ].join("\n");
}

function templateTexts() {
  const paths = filesIn("templates").map((path) => path.slice("templates/".length));
  return new Map(paths.map((path) => [path, readText("templates", path)]));
}

function readText(...path) {
  return readFileSync(join(ROOT, ...path), "utf8");
}

/** One byte a character is read soonest. What esbuild leaves as it is are patterns, where the escape means the same. */
export function inAscii(code) {
  return code.replace(
    /[\u0080-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
