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
const { basename, dirname, join } = require("node:path");
const { Script } = require("node:vm");

const DIST = join(dirname(__dirname), "dist");
const MONTH_MS = 30 * 24 * 60 * 60 * 1000;

exports.enableCompileCache = () => {
  const parent = cacheFolder(process.env);
  const build = readOrNothing(join(DIST, "build-id"));
  if (parent === undefined || build === undefined) return;
  const isRun = process.argv.slice(2).some((word) => !word.startsWith("-"));
  if (isRun) optimiseLater();
  // V8 takes no code that was compiled with other flags.
  const own = join(parent, `${build}-${process.version}-${process.arch}`);
  const folder = join(own, isRun ? "run" : "help");
  const fresh = [];
  const load = module.constructor._extensions[".js"];
  module.constructor._extensions[".js"] = (loaded, file) => {
    if (dirname(file) !== DIST) return load(loaded, file);
    const cached = join(folder, basename(file));
    const cachedData = readOrNothing(cached);
    const code = `(function(exports,require,module,__filename,__dirname){${readFileSync(file, "utf8")}\n})`;
    const script = new Script(code, { filename: file, cachedData });
    if (cachedData === undefined || script.cachedDataRejected === true)
      fresh.push([script, cached]);
    const { exports } = loaded;
    const require = (id) => loaded.require(id);
    script.runInThisContext().call(exports, exports, require, loaded, file, DIST);
  };
  process.once("exit", () => {
    if (fresh.length > 0) keep(fresh, { parent, own, folder });
  });
};

/** Most runs are over before fast code pays for the time it takes to make; a long one still gets it, a little later. */
function optimiseLater() {
  require("node:v8").setFlagsFromString("--interrupt-budget=1000000");
}

function cacheFolder({ NODE_DISABLE_COMPILE_CACHE, LOCALAPPDATA, XDG_CACHE_HOME, HOME }) {
  if (NODE_DISABLE_COMPILE_CACHE) return undefined;
  const folder =
    process.platform === "win32"
      ? LOCALAPPDATA
      : process.platform === "darwin"
        ? HOME && join(HOME, "Library", "Caches")
        : XDG_CACHE_HOME || (HOME && join(HOME, ".cache"));
  return folder ? join(folder, "coprod", "compiled") : undefined;
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
      writeFileSync(temporary, script.createCachedData());
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
