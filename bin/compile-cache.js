"use strict";
// For Node 20 what `module.enableCompileCache` is from Node 22 on: keeps V8's compiled code between runs, in the user's
// own cache folder. NODE_DISABLE_COMPILE_CACHE=1 turns either off.

const {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} = require("node:fs");
const Module = require("node:module");
const { dirname, isAbsolute, join, relative } = require("node:path");
const { Script } = require("node:vm");

const DIST = join(dirname(__dirname), "dist");
/** The name of a run that does no more than say how the program is used. */
const HELP = "help";
const MONTH_MS = 30 * 24 * 60 * 60 * 1000;

exports.enableCompileCache = () => {
  const parent = cacheFolder(process.env);
  const build = buildOf(readOrNothing(join(DIST, "package.json")));
  if (parent === undefined || build === undefined) return;
  const name = nameOfRun(process.argv.slice(2));
  if (name !== HELP) optimiseLater();
  // V8 takes no code that was compiled with other flags.
  const own = join(parent, `${build}-${process.version}-${process.arch}`);
  const folder = join(own, name);
  if (!isSafe(folder)) return;
  const fresh = [];
  const { _cache: loadedModules, _extensions: loaders } = Module;
  const loadOther = loaders[".js"];
  const run = (loaded, file) => {
    const cached = join(folder, relative(DIST, file).replace(/[\\/]/g, "-"));
    const cachedData = unmarked(readOrNothing(cached));
    const code = `(function(exports,require,module,__filename,__dirname){${readFileSync(file, "utf8")}\n})`;
    const script = new Script(code, { filename: file, cachedData });
    if (cachedData === undefined || script.cachedDataRejected === true)
      fresh.push([script, cached]);
    const { exports } = loaded;
    const from = dirname(file);
    const require = (id) => (id.startsWith(".") ? ours(join(from, id)) : loaded.require(id));
    script.runInThisContext().call(exports, exports, require, loaded, file, from);
  };
  // Our files name each other in full, so there is nothing to look for.
  const ours = (file) => {
    const known = loadedModules[file];
    if (known !== undefined) return known.exports;
    const loaded = new Module(file, module);
    loaded.filename = file;
    loadedModules[file] = loaded;
    run(loaded, file);
    loaded.loaded = true;
    return loaded.exports;
  };
  loaders[".js"] = (loaded, file) => {
    const path = relative(DIST, file);
    if (path.startsWith("..") || isAbsolute(path)) loadOther(loaded, file);
    else run(loaded, file);
  };
  process.once("exit", () => {
    if (fresh.length > 0) keep(fresh, { parent, own, folder });
  });
};

/** Each command calls other functions of the files that they share, so each keeps its own. */
function nameOfRun(words) {
  if (words.includes("--help") || words.includes("-h")) return HELP;
  const command = words.find((word) => !word.startsWith("-"));
  const isCommand = /^[a-z]+$/.test(command) && existsSync(join(DIST, `${command}.js`));
  return isCommand ? command : HELP;
}

/**
 * Most runs are over before fast code pays for the time it takes to make; a long one still gets it, a little later. Nor does
 * a long run throw away what it has compiled: it may be the one that keeps it for the others.
 */
function optimiseLater() {
  require("node:v8").setFlagsFromString("--interrupt-budget=1000000");
  require("node:v8").setFlagsFromString("--no-flush-bytecode");
}

function cacheFolder({ NODE_DISABLE_COMPILE_CACHE, LOCALAPPDATA, XDG_CACHE_HOME, HOME }) {
  if (NODE_DISABLE_COMPILE_CACHE) return undefined;
  const folder =
    process.platform === "win32"
      ? LOCALAPPDATA
      : process.platform === "darwin"
        ? HOME && join(HOME, "Library", "Caches")
        : XDG_CACHE_HOME || (HOME && join(HOME, ".cache"));
  // Elsewhere than in the folder where somebody happens to work.
  return folder && isAbsolute(folder) ? join(folder, "coprod", "compiled") : undefined;
}

/** Compiled code is run as it is, so it is only taken from where nobody else can have put it. */
function isSafe(folder) {
  try {
    const found = statSync(folder, { throwIfNoEntry: false });
    if (found === undefined || process.getuid === undefined) return true;
    return found.uid === process.getuid() && (found.mode & 0o022) === 0;
  } catch {
    return false;
  }
}

/** What tells this build from others. */
function buildOf(about) {
  const [, build] = /"build":"(\w+)"/.exec(about ?? "") ?? [];
  return build;
}

const MARK_BYTES = 4;

/** The code without the mark at its end; nothing where the two do not belong together. V8 itself would crash. */
function unmarked(bytes) {
  if (bytes === undefined || bytes.length <= MARK_BYTES) return undefined;
  const code = bytes.subarray(0, -MARK_BYTES);
  return bytes.readInt32LE(code.length) === markOf(code) ? code : undefined;
}

function marked(code) {
  const mark = Buffer.alloc(MARK_BYTES);
  mark.writeInt32LE(markOf(code));
  return Buffer.concat([code, mark]);
}

/** Of a few bytes in each block of a disk: what goes wrong with a file goes wrong with whole blocks. */
function markOf(code) {
  let mark = code.length;
  for (let at = 0; at < code.length; at += 256) mark = (Math.imul(mark, 31) + code[at]) | 0;
  return mark;
}

function readOrNothing(file) {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** Made at the end of a run, so that the functions that were called are in it. Without a place for it nothing is lost. */
function keep(fresh, { parent, own, folder }) {
  try {
    if (!existsSync(own)) forgetOld(parent);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (const [script, file] of fresh) {
      const temporary = `${file}.${process.pid}`;
      writeFileSync(temporary, marked(script.createCachedData()), { flag: "wx", mode: 0o600 });
      renameSync(temporary, file);
    }
  } catch {
    // The next run compiles again.
  }
}

/** Those of builds that are surely not in use any more. */
function forgetOld(parent) {
  if (!existsSync(parent)) return;
  for (const name of readdirSync(parent)) {
    const path = join(parent, name);
    if (Date.now() - statSync(path).mtimeMs > MONTH_MS)
      rmSync(path, { recursive: true, force: true });
  }
}
