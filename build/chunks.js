import { basename } from "node:path";
import * as esbuild from "esbuild";

/** Loading a file costs about as much as reading this many bytes of code that is not needed. */
const SMALL = 36_000;

/**
 * The chunks of an ES build as CommonJS files, which Node 20 starts sooner. Each file costs time to find and open, so
 * everything that the program always loads is one file, and small chunks that several commands share are another.
 */
export async function toFiles({ outputFiles, metafile }, { main, names, minify }) {
  const chunks = outputFiles.map(({ path, text }) => chunkOf(path, text, metafile));
  const ids = new Set(chunks.map(({ id }) => id));
  if (ids.size < chunks.length) throw new Error("Two chunks have the same name.");
  const homes = homesOf(chunks, { main, names });
  const files = new Map();
  for (const [home, members] of grouped(chunks, homes)) {
    const bodies = [];
    for (const member of members) bodies.push([member, await toCommonJs(member, homes)]);
    const code = homes.shared.has(home) ? groupText(bodies) : `(() => {${bodies[0][1]}})();`;
    files.set(home, await minified(code, minify));
  }
  return {
    files,
    chunks: chunks.map(({ text: _, ...chunk }) => ({ ...chunk, file: homes.of(chunk.id) })),
  };
}

function chunkOf(path, text, metafile) {
  const [, output] = Object.entries(metafile.outputs).find(
    ([name]) => basename(name) === basename(path),
  );
  return {
    id: basename(path),
    text,
    entry: output.entryPoint,
    inputs: Object.entries(output.inputs).map(([input, { bytesInOutput: bytes }]) => ({
      input,
      bytes,
    })),
    imports: output.imports
      .filter(({ kind, external }) => kind === "import-statement" && external !== true)
      .map(({ path: target }) => basename(target)),
  };
}

/** For each chunk the file that it ends up in. */
function homesOf(chunks, { main, names }) {
  const byId = new Map(chunks.map((chunk) => [chunk.id, chunk]));
  const first = chunks.find(({ entry }) => entry === main);
  const always = closure(first, byId);
  const homes = new Map();
  for (const chunk of chunks) homes.set(chunk.id, homeOf(chunk, { always, names }));
  return { of: (id) => homes.get(id), shared: new Set(["coprod.js", "shared.js"]) };
}

function homeOf({ id, entry, text }, { always, names }) {
  if (always.has(id)) return "coprod.js";
  const name = entry === undefined ? undefined : names(entry);
  if (name?.isAlone === true) return name.file;
  return text.length < SMALL ? "shared.js" : (name?.file ?? id);
}

function closure(chunk, byId, seen = new Set()) {
  if (seen.has(chunk.id)) return seen;
  seen.add(chunk.id);
  for (const id of chunk.imports) closure(byId.get(id), byId, seen);
  return seen;
}

function grouped(chunks, homes) {
  const groups = new Map();
  for (const chunk of chunks) {
    const home = homes.of(chunk.id);
    groups.set(home, [...(groups.get(home) ?? []), chunk]);
  }
  return groups;
}

async function toCommonJs({ id, text }, homes) {
  const { code } = await esbuild.transform(text, {
    format: "cjs",
    platform: "node",
    target: "node20.17",
    // Each `import()` becomes a `require` in a promise.
    supported: { "dynamic-import": false },
  });
  const home = homes.of(id);
  const placed = code.replace(/require\("(?:\.\.?\/)+([^"]+)"\)/g, (_, target) => {
    const other = homes.of(basename(target));
    if (other === undefined) throw new Error(`${id} asks for ${target}, which is not there.`);
    if (!homes.shared.has(other)) return `require("./${other}")`;
    return other === home
      ? `loadChunk("${basename(target)}")`
      : `require("./${other}").loadChunk("${basename(target)}")`;
  });
  return whenUsed(placed);
}

const IMPORT = /^var (import_\w+) = (.*(?:require|loadChunk)\(.*\));$/gm;
const IMPORT_OF_NOTHING =
  /^(?:require\("\.[^"]*"\)(?:\.loadChunk\("[^"]+"\))?|loadChunk\("[^"]+"\));$/gm;

/**
 * The same code, with each module loaded when something of it is first used rather than before all else: much of what a
 * command imports serves its rarer ways. None of our modules does anything by being loaded, so the order is free.
 */
function whenUsed(code) {
  const names = new Map();
  const declared = code.replace(IMPORT_OF_NOTHING, "").replace(IMPORT, (_, name, load) => {
    const [get, loaded] = [`$${names.size}$`, `$${names.size}_`];
    // In brackets, because `new get().Name()` would make a new `get`.
    names.set(name, `(${get}())`);
    return `var ${loaded}, ${get} = () => ${loaded} ??= ${load};`;
  });
  return declared.replace(/\bimport_\w+\b/g, (name) => names.get(name) ?? name);
}

async function minified(code, minify) {
  if (!minify) return code;
  const result = await esbuild.transform(code, {
    target: "node20.17",
    platform: "node",
    minify,
  });
  return inAscii(result.code);
}

/** What esbuild leaves as it is are patterns, and in those the number of a sign means the sign. */
export function inAscii(code) {
  return code.replace(
    /[\u0080-\uffff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** What esbuild puts before each module; in one file once is enough. */
const HELPERS = /^var __defProp = [\s\S]*?\nvar __toCommonJS = .*\n/;

/** Several chunks in one file, each run when it is first asked for. */
function groupText(bodies) {
  const [helpers = ""] = bodies.flatMap(([, code]) => HELPERS.exec(code) ?? []);
  const chunks = bodies.map(
    ([{ id }, code]) =>
      `"${id}"(module,exports){${code.startsWith(helpers) ? code.slice(helpers.length) : code}}`,
  );
  const entry = bodies.find(([chunk]) => chunk.entry !== undefined);
  return [
    `"use strict";${helpers}const chunks={${chunks.join(",\n")}};const loaded={};`,
    "const loadChunk=(id)=>{let module=loaded[id];if(module===undefined){module=loaded[id]={exports:{}};chunks[id](module,module.exports)}return module.exports};",
    "exports.loadChunk=loadChunk;",
    entry === undefined
      ? ""
      : `exports.main=(...given)=>loadChunk("${entry[0].id}").main(...given);`,
    "",
  ].join("\n");
}
