import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { BIN, IS_BUILT } from "../support/child.ts";

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
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => path.endsWith(".js"));
}

// Newer versions of Node keep compiled code by themselves.
const isOurs = IS_BUILT && process.version.startsWith("v20.");

describe.skipIf(!isOurs)("the code that is kept compiled on Node 20", () => {
  it("is there after the first run, and a second run leaves it as it is", () => {
    expect(coprod()).toEqual(WELL);
    const files = compiled();
    expect(files.some((path) => path.endsWith("schema.js"))).toBe(true);
    expect(coprod()).toEqual(WELL);
    expect(compiled()).toEqual(files);
  });

  it("is made again where it is damaged", () => {
    coprod();
    for (const path of compiled()) writeFileSync(path, "not code");
    expect(coprod()).toEqual(WELL);
  });

  it("of another build goes when new code is kept, once it is old", () => {
    const parent = join(folder, "coprod", "compiled");
    const [old, recent] = [join(parent, "old"), join(parent, "recent")];
    mkdirSync(old, { recursive: true });
    mkdirSync(recent);
    utimesSync(old, new Date("2020-01-01"), new Date("2020-01-01"));
    expect(coprod()).toEqual(WELL);
    expect([existsSync(old), existsSync(recent)]).toEqual([false, true]);
    expect(compiled().length).toBeGreaterThan(0);
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
