import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { cacheFolder, leftoversIn, ownLeftovers } from "../../src/platform/cache-store.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "leftovers-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("leftovers", () => {
  it("are read again as they were kept, in a folder of their owner's alone", async () => {
    const leftovers = leftoversIn(join(folder, "deep", "lint"));
    await leftovers.keep("a.json", "{}");
    expect(await leftovers.read("a.json")).toBe("{}");
    expect(readdirSync(join(folder, "deep", "lint"))).toEqual(["a.json"]);
    expect(statSync(join(folder, "deep", "lint")).mode & 0o077).toBe(0);
    expect(statSync(join(folder, "deep", "lint", "a.json")).mode & 0o077).toBe(0);
  });

  it.skipIf(process.platform === "win32")("that others can write are not believed", async () => {
    const leftovers = leftoversIn(join(folder, "lint"));
    await leftovers.keep("a.json", "{}");
    chmodSync(join(folder, "lint", "a.json"), 0o666);
    expect(await leftovers.read("a.json")).toBeUndefined();
    chmodSync(join(folder, "lint", "a.json"), 0o600);
    expect(await leftovers.read("a.json")).toBe("{}");
    chmodSync(join(folder, "lint"), 0o777);
    expect(await leftovers.read("a.json")).toBeUndefined();
    await leftovers.keep("b.json", "{}");
    expect(readdirSync(join(folder, "lint"))).toEqual(["a.json"]);
  });

  it.skipIf(process.getuid?.() !== 0)("of another user are not believed", async () => {
    const leftovers = leftoversIn(join(folder, "lint"));
    await leftovers.keep("a.json", "{}");
    chownSync(join(folder, "lint", "a.json"), 65534, 65534);
    expect(await leftovers.read("a.json")).toBeUndefined();
  });

  it("that are not there are none", async () => {
    expect(await leftoversIn(folder).read("a.json")).toBeUndefined();
  });

  it("that can't be kept are no fault", async () => {
    const file = join(folder, "file");
    writeFileSync(file, "");
    const leftovers = leftoversIn(join(file, "lint"));
    await leftovers.keep("a.json", "{}");
    expect(await leftovers.read("a.json")).toBeUndefined();
  });

  it("of more than a month ago are thrown away", async () => {
    const old = join(folder, "old.json");
    writeFileSync(old, "{}");
    utimesSync(old, new Date("2026-01-01"), new Date("2026-01-01"));
    mkdirSync(join(folder, "kept"));
    await leftoversIn(folder).keep("new.json", "{}");
    expect(readdirSync(folder).toSorted()).toEqual(["kept", "new.json"]);
  });
});

it("keeps those of one build from another with the same version", async () => {
  const program = (name: string) => {
    const packageFolder = join(folder, name);
    mkdirSync(join(packageFolder, "dist"), { recursive: true });
    writeFileSync(join(packageFolder, "dist", "package.json"), JSON.stringify({ build: name }));
    return ownLeftovers(
      { HOME: folder, XDG_CACHE_HOME: folder, LOCALAPPDATA: folder },
      { packageFolder },
    );
  };
  await program("one").keep("a.json", "{}");
  expect(await program("one").read("a.json")).toBe("{}");
  expect(await program("two").read("a.json")).toBeUndefined();
});

describe("the folder for them", () => {
  it.each<[NodeJS.Platform, Record<string, string>, string | undefined]>([
    ["linux", { HOME: "/home/ann" }, join("/home/ann", ".cache", "coprod")],
    ["linux", { HOME: "/home/ann", XDG_CACHE_HOME: "/cache" }, join("/cache", "coprod")],
    ["darwin", { HOME: "/Users/ann" }, join("/Users/ann", "Library", "Caches", "coprod")],
    ["win32", { LOCALAPPDATA: "/L" }, join("/L", "coprod", "cache")],
    ["linux", { HOME: "/home/ann", XDG_CACHE_HOME: "here" }, join("/home/ann", ".cache", "coprod")],
    ["linux", { XDG_CACHE_HOME: "." }, undefined],
    ["linux", {}, undefined],
    ["linux", { HOME: "" }, undefined],
    ["win32", { HOME: "/home/ann" }, undefined],
  ])("on %s with %j is %s", (platform, env, expected) => {
    expect(cacheFolder(platform, env)).toBe(expected);
  });
});
