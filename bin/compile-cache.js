"use strict";
// Loads the built program, and keeps V8's compiled code between runs in the user's own cache folder, for each command by
// itself. Node's own way keeps code before any function has run, so that each run compiles the functions again.
const fs = require("node:fs");
const { dirname, isAbsolute, join } = require("node:path");
const { Script } = require("node:vm");
const { crc32 } = require("node:zlib");

/** Gives what loads a built file by its name. NODE_DISABLE_COMPILE_CACHE=1 turns the keeping off. */
exports.programIn = (dist, words) => {
  const { build, commands } = JSON.parse(fs.readFileSync(join(dist, "package.json"), "utf8"));
  const mark = build + process.version + process.arch;
  const folder = folderFor(words.find((word) => commands.includes(word)) ?? "help", process.env);
  const fresh = [];
  const loaded = new Map();
  const load = (name) => {
    if (loaded.has(name)) return loaded.get(name).exports;
    const filename = join(dist, name);
    const cachedData = folder && tried(() => read(folder, name, mark));
    const script = new Script(fs.readFileSync(filename, "latin1"), { filename, cachedData });
    if (script.cachedDataRejected !== false) fresh.push([name, script]);
    const module = { exports: {} };
    loaded.set(name, module);
    const ask = (id) => (id.startsWith("./") ? load(id.slice(2)) : require(id));
    script.runInThisContext()(module.exports, ask, module, filename, dist);
    return module.exports;
  };
  // Only at the end are the functions compiled that this command calls.
  process.once("exit", () => folder && fresh.length > 0 && tried(() => keep(folder, fresh, mark)));
  return load;
};

/** Without a place for compiled code, only time is lost. */
function tried(work) {
  try {
    return work();
  } catch {}
}

/** Never below the folder where somebody works. */
function folderFor(command, { HOME = "", LOCALAPPDATA, XDG_CACHE_HOME, ...env }) {
  const homes = { win32: LOCALAPPDATA, darwin: join(HOME, "Library", "Caches") };
  const user = homes[process.platform] ?? (XDG_CACHE_HOME || join(HOME, ".cache"));
  if (env.NODE_DISABLE_COMPILE_CACHE || !isAbsolute(user)) return undefined;
  return join(user, "coprod", "compiled", command);
}

/** Compiled code is run as it is, so none is taken from a folder where anybody else can have put it. */
function refuseOthers(folder) {
  for (const { uid, mode } of [fs.statSync(folder), fs.statSync(dirname(folder))])
    if (process.getuid && (uid !== process.getuid() || mode & 0o022)) throw new Error(folder);
}

/** Nothing where it is damaged: V8 itself would crash. */
function read(folder, name, mark) {
  refuseOthers(folder);
  const bytes = fs.readFileSync(join(folder, name));
  const code = bytes.subarray(0, -4);
  return bytes.readUInt32LE(code.length) === checkOf(code, mark) ? code : undefined;
}

/** Of whose it is, and every byte: one that is wrong can make the program do something else. */
function checkOf(code, mark) {
  return crc32(code, crc32(mark));
}

function keep(folder, fresh, mark) {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  refuseOthers(folder);
  for (const [name, script] of fresh) {
    const code = script.createCachedData();
    const temporary = join(folder, `${name}.${process.pid}`);
    const check = Buffer.from(Uint32Array.of(checkOf(code, mark)).buffer);
    fs.writeFileSync(temporary, Buffer.concat([code, check]), { flag: "wx", mode: 0o600 });
    fs.renameSync(temporary, join(folder, name));
  }
}
