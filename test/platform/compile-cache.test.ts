import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { BIN, IS_BUILT } from "../support/child.ts";
import { PACKAGE_FOLDER } from "../support/context.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "coprod-cache-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function coprod(env: NodeJS.ProcessEnv = {}) {
  const places = { XDG_CACHE_HOME: folder, HOME: folder, LOCALAPPDATA: folder };
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, "schema", "rubric"], {
    cwd: tmpdir(),
    encoding: "utf8",
    env: { ...process.env, ...places, ...env },
  });
  return { status, stderr, isWhole: stdout.endsWith("}\n") };
}

const WELL = { status: 0, stderr: "", isWhole: true };

function compiled(): string[] {
  const cache = join(folder, "coprod");
  if (!existsSync(cache)) return [];
  return readdirSync(cache, { recursive: true, encoding: "utf8" })
    .map((name) => join(cache, name))
    .filter((path) => path.endsWith(".js"));
}

describe.skipIf(!IS_BUILT)("the code that is kept compiled", () => {
  it("is there after the first run, and a second run leaves it as it is", () => {
    expect(coprod()).toEqual(WELL);
    const files = compiled();
    expect(files.some((path) => path.endsWith(join("schema", "coprod.js")))).toBe(true);
    expect(coprod()).toEqual(WELL);
    expect(compiled()).toEqual(files);
  });

  it.each([
    ["there is no home", { XDG_CACHE_HOME: "", HOME: "", LOCALAPPDATA: "" }],
    ["the home is no folder", { XDG_CACHE_HOME: "", HOME: BIN, LOCALAPPDATA: BIN }],
    ["nothing can be there", { XDG_CACHE_HOME: "/dev/null", HOME: "/dev/null" }],
  ])("is done without where %s", (_, env) => {
    expect(coprod(env)).toEqual(WELL);
    expect(coprod(env)).toEqual(WELL);
  });

  it("is made again where it is damaged", () => {
    coprod();
    for (const path of compiled()) writeFileSync(path, "not code");
    expect(coprod()).toEqual(WELL);
  });

  it("is made again where a part of it is damaged", () => {
    coprod();
    for (const path of compiled()) {
      const bytes = readFileSync(path);
      bytes.fill(0xff, bytes.length >> 1, (bytes.length >> 1) + 512);
      writeFileSync(path, bytes);
    }
    expect(coprod()).toEqual(WELL);
    for (const path of compiled())
      expect(readFileSync(path).includes(Buffer.alloc(512, 0xff))).toBe(false);
  });

  it.skipIf(process.getuid === undefined)("is its owner's alone", () => {
    coprod();
    const modes = compiled().flatMap((path) => [statSync(dirname(path)).mode, statSync(path).mode]);
    expect(modes.length).toBeGreaterThan(1);
    for (const mode of modes) expect(mode & 0o077).toBe(0);
  });

  it.skipIf(process.getuid === undefined)("is left alone where others could change it", () => {
    coprod();
    const files = compiled();
    for (const path of files) writeFileSync(path, "put here by somebody");
    for (const path of files) chmodSync(dirname(path), 0o777);
    expect(coprod()).toEqual(WELL);
    for (const path of files) expect(readFileSync(path, "utf8")).toBe("put here by somebody");
  });

  it.skipIf(process.getuid?.() !== 0)("is left alone where it belongs to somebody else", () => {
    coprod();
    const files = compiled();
    for (const path of files) writeFileSync(path, "put here by somebody");
    for (const path of files) chownSync(dirname(path), 12345, 12345);
    expect(coprod()).toEqual(WELL);
    for (const path of files) expect(readFileSync(path, "utf8")).toBe("put here by somebody");
  });

  it("is never looked for in the folder where somebody works", () => {
    const env = { ...process.env, XDG_CACHE_HOME: "here", HOME: "here", LOCALAPPDATA: "here" };
    const { status } = spawnSync(process.execPath, [BIN, "schema", "rubric"], { cwd: folder, env });
    expect([status, readdirSync(folder)]).toEqual([0, []]);
  });

  it("is kept for each command, so that none is slowed by what another needs", () => {
    coprod();
    spawnSync(process.execPath, [BIN, "guide"], {
      env: { ...process.env, XDG_CACHE_HOME: folder },
    });
    spawnSync(process.execPath, [BIN, "../x"], { env: { ...process.env, XDG_CACHE_HOME: folder } });
    const commands = new Set(compiled().map((path) => basename(dirname(path))));
    expect([...commands].sort()).toEqual(["guide", "help", "schema"]);
  });

  it("may be made by several at once", async () => {
    const env = { ...process.env, XDG_CACHE_HOME: folder };
    const run = () =>
      new Promise((resolve) => {
        spawn(process.execPath, [BIN, "schema", "rubric"], { env, stdio: "ignore" }).on(
          "close",
          resolve,
        );
      });
    expect(await Promise.all([run(), run(), run(), run()])).toEqual([0, 0, 0, 0]);
    expect(coprod()).toEqual(WELL);
    const left = readdirSync(dirname(compiled()[0] ?? ""));
    expect(left.filter((name) => !name.endsWith(".js"))).toEqual([]);
  });

  it("of another build is not run, and gives way", () => {
    coprod();
    const other = join(folder, "package");
    cpSync(join(PACKAGE_FOLDER, "bin"), join(other, "bin"), { recursive: true });
    cpSync(join(PACKAGE_FOLDER, "dist"), join(other, "dist"), { recursive: true });
    const about = join(other, "dist", "package.json");
    writeFileSync(about, readFileSync(about, "utf8").replace(/"build":"\w+"/u, '"build":"0"'));
    const before = compiled().map((path) => readFileSync(path));
    const env = { ...process.env, XDG_CACHE_HOME: folder };
    const args = [join(other, "bin", "coprod.js"), "schema", "rubric"];
    expect(spawnSync(process.execPath, args, { env }).status).toBe(0);
    const after = compiled().map((path) => readFileSync(path));
    expect(after.length).toBe(before.length);
    expect(after.some((bytes, index) => bytes.equals(before[index] ?? Buffer.of()))).toBe(false);
  });

  it("is missed by nobody where there is no place for it, or where it is not wanted", () => {
    const nowhere = join(folder, "a-file");
    writeFileSync(nowhere, "");
    const places = { XDG_CACHE_HOME: nowhere, HOME: nowhere, LOCALAPPDATA: nowhere };
    expect(coprod(places)).toEqual(WELL);
    expect(coprod({ NODE_DISABLE_COMPILE_CACHE: "1" })).toEqual(WELL);
    expect(compiled()).toEqual([]);
  });
});
