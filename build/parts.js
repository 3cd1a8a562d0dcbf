import { relative } from "node:path";
import * as esbuild from "esbuild";
import { ROOT } from "./places.js";

/** What every run needs, what commands share, and what a thread of its own runs. */
const [FIRST, SHARED, THREAD] = ["coprod", "commands", "build/worker.js"];

/** What most runs do without, by the module that others enter it by. */
const SELDOM = {
  [THREAD]: "worker",
  "src/lint/rules/index.ts": "lint",
  "src/lint/problems/index.ts": "lint",
  "src/files/translations.ts": "languages",
  "src/documents/bilingual.ts": "languages",
  "src/workshop/messages/messages.ts": "assess",
  "src/plan/messages/messages.ts": "plan",
  "src/platform/prompt/terminal-prompter.ts": "terminal",
  "node_modules/yaml/browser/dist/index.js": "yaml",
  "node_modules/handlebars/dist/cjs/handlebars.js": "handlebars",
  "node_modules/syllable/index.js": "syllable",
  "src/documents/word/write-word.ts": "word",
  "src/documents/spreadsheet/spreadsheet.ts": "spreadsheet",
  "node_modules/fflate/esm/browser.js": "zip",
  "ready:template/html": "template-html",
  "ready:template/md": "template-md",
  "ready:template/text": "template-text",
};

/** These show what other commands make, and read it from the files of those. */
const BORROWERS = ["demo", "rubric", "completion", "actions", "together"];

/** A module that is run when its function is called: it takes a damaged file to need it. */
const WHEN_CALLED = "src/yaml/parse-with-diagnostics.ts";

/** Builds the program as a few files, no two with the same module, since to read what is not run costs time. */
export async function buildParts(main, options) {
  const { metafile } = await esbuild.build({ ...options, entryPoints: [main, THREAD] });
  const homes = homesOf(metafile.inputs, main);
  const doors = new Map([...new Set(homes.values())].map((home) => [home, new Set()]));
  doors.get(FIRST).add(main);
  doors.get(SELDOM[THREAD]).add(THREAD);
  for (const [from, home] of homes)
    for (const { path } of metafile.inputs[from].imports)
      if (homes.has(path) && homes.get(path) !== home) doors.get(homes.get(path)).add(path);
  return Promise.all(
    [...doors].map(([home, paths]) =>
      esbuild.build({
        ...options,
        entryPoints: { [home]: "doors" },
        plugins: [partPlugin({ home, homes, paths, inputs: metafile.inputs }), ...options.plugins],
      }),
    ),
  );
}

/** The file of each module, without its ending: a command's own where no other command needs it. */
function homesOf(inputs, main) {
  const isCommand = ({ path, kind }, from) =>
    kind === "dynamic-import" && !(path in SELDOM) && commandOf(from) !== undefined;
  const commands = Object.entries(inputs).flatMap(([from, { imports }]) =>
    imports.filter((each) => isCommand(each, from)).map(({ path }) => [path, commandOf(from)]),
  );
  const borrows = ([, home]) => BORROWERS.includes(home);
  commands.sort((a, b) => borrows(a) - borrows(b));
  const homes = new Map();
  const follows = (each, from) => !(each.path in SELDOM || isCommand(each, from));
  for (const [root, home] of [[main, SHARED], ...Object.entries(SELDOM), ...commands])
    for (const path of reached(inputs, root, follows))
      homes.set(path, homeFor(inputs[path], home, homes.get(path) ?? home));
  const always = reached(inputs, main, ({ kind }) => kind !== "dynamic-import");
  for (const path of always) homes.set(path, FIRST);
  return homes;
}

function homeFor(module, home, before) {
  // All that use zod stand together: only then does esbuild leave out what nobody uses of it.
  if (module.imports.some(({ path }) => path.startsWith("node_modules/zod/"))) return SHARED;
  return home === before || BORROWERS.includes(home) ? before : SHARED;
}

/** The command that a module declares. */
function commandOf(path) {
  return /^src\/commands\/(?:completion\/)?(\w+)\.ts$/.exec(path)?.[1];
}

function reached(inputs, root, follows) {
  const seen = new Set(root in inputs ? [root] : []);
  for (const from of seen)
    for (const each of inputs[from].imports)
      if (each.path in inputs && !/^stub/.test(each.path) && follows(each, from))
        seen.add(each.path);
  return seen;
}

/** What stands in another file is asked for there, and run when it is first asked for. */
function partPlugin({ home, homes, paths, inputs }) {
  const resolve = ({ path: wanted, importer, namespace }) => {
    const from = namespace === "file" ? relative(ROOT, importer).replaceAll("\\", "/") : importer;
    const path = inputs[from]?.imports.find(({ original }) => original === wanted)?.path;
    if (path === WHEN_CALLED) return { path, namespace: "when-called" };
    return (homes.get(path) ?? home) === home ? undefined : { path, namespace: "elsewhere" };
  };
  const contents = {
    doors: () =>
      `module.exports = {${[...paths].map((path) => `"${path}": () => ${required(path)}`)}};`,
    // To those who import a default from it, an ES module has to be one here too.
    elsewhere: (path) =>
      inputs[path].format === "cjs"
        ? `module.exports = require("${path}");`
        : `export * from "${path}"; export { default } from "${path}";`,
    found: (path) => `module.exports = require("./${homes.get(path)}.js")["${path}"]();`,
    "when-called": (path) =>
      `export const carefulRead = (...given) => ${required(path)}.carefulRead(...given), readDocument = (...given) => ${required(path)}.readDocument(...given);`,
  };
  return {
    name: "part",
    setup(build) {
      const any = { filter: /./ };
      build.onResolve({ filter: /^doors$/ }, () => ({ path: home, namespace: "doors" }));
      build.onResolve({ ...any, namespace: "found" }, ({ path }) => ({ path, external: true }));
      build.onResolve({ filter: /./, namespace: "elsewhere" }, ({ path }) => {
        return { path, namespace: "found" };
      });
      build.onResolve({ filter: /./ }, resolve);
      for (const [namespace, make] of Object.entries(contents))
        build.onLoad({ filter: /./, namespace }, ({ path }) => {
          return { contents: make(path), resolveDir: ROOT };
        });
    },
  };
}

function required(path) {
  return `require("${path.startsWith("ready:") ? path : `./${path}`}")`;
}
