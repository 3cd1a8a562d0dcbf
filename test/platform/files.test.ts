import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FileError, type FileFault } from "../../src/platform/errors.ts";
import { MAX_BYTES, nodeFiles } from "../../src/platform/files.ts";
import type { Files } from "../../src/platform/ports.ts";

let folder = "";
let files: Files;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "coprod-files-"));
  files = nodeFiles();
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const at = (...names: string[]) => join(folder, ...names);

async function faultOf(work: Promise<unknown>): Promise<FileFault | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    if (error instanceof FileError) return error.fault;
    throw error;
  }
}

const isRoot = process.getuid?.() === 0;
const AS_ROOT = "the administrator is allowed everything, so there is nothing to refuse";

describe("the stamp of a file", () => {
  it("is another one after a change of the same length, even with its time set back", async () => {
    writeFileSync(at("a.yaml"), "a: 1\n");
    const before = await files.stamp(at("a.yaml"));
    expect(await files.stamp(at("a.yaml"))).toEqual(before);
    const { atime, mtime } = statSync(at("a.yaml"));
    await new Promise((resolve) => setTimeout(resolve, 30));
    writeFileSync(at("a.yaml"), "a: 2\n");
    utimesSync(at("a.yaml"), atime, mtime);
    const after = await files.stamp(at("a.yaml"));
    expect(after?.mark).not.toBe(before?.mark);
    expect(after?.changed).toBeGreaterThan(before?.changed ?? 0);
  });

  it("is there only for what would be read", async () => {
    writeFileSync(at("large.yaml"), "a".repeat(MAX_BYTES + 1));
    expect(await files.stamp(at("large.yaml"))).toBeUndefined();
    expect(await files.stamp(at("nowhere.yaml"))).toBeUndefined();
    expect(await files.stamp(folder)).toBeUndefined();
    expect(await files.stamp("/dev/null")).toBeUndefined();
  });
});

describe("reading", () => {
  it("drops the byte order mark", async () => {
    writeFileSync(at("a.yaml"), "\ufefftitle: Tŷ'r Afon\n");
    expect(await files.read(at("a.yaml"))).toBe("title: Tŷ'r Afon\n");
  });

  it("takes a file of exactly 1 MiB and refuses a larger one", async () => {
    writeFileSync(at("a.yaml"), "a".repeat(MAX_BYTES));
    expect(await files.read(at("a.yaml"))).toHaveLength(MAX_BYTES);
    writeFileSync(at("a.yaml"), "a".repeat(MAX_BYTES + 1));
    expect(await faultOf(files.read(at("a.yaml")))).toBe("too-large");
  });

  it.each([
    ["Latin-1", Buffer.from("caf\u00e9", "latin1")],
    ["UTF-16 with its mark", Buffer.from("\ufefftitle", "utf16le")],
    ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
    ["a sign cut in half", Buffer.from("😀").subarray(0, 3)],
  ])("refuses %s rather than guess", async (_, bytes) => {
    writeFileSync(at("a.yaml"), bytes);
    expect(await faultOf(files.read(at("a.yaml")))).toBe("not-text");
  });

  it("says that a file is missing, a folder, below a file, or has too long a name", async () => {
    writeFileSync(at("a.yaml"), "");
    expect(await faultOf(files.read(at("b.yaml")))).toBe("missing");
    expect(await faultOf(files.read(folder))).toBe("folder");
    expect(await faultOf(files.read(at("a.yaml", "b.yaml")))).toBe("not-a-folder");
    expect(await faultOf(files.read(at("a".repeat(300))))).toBe("name-too-long");
  });

  it("says that a file is locked", async ({ skip }) => {
    skip(isRoot, AS_ROOT);
    writeFileSync(at("a.yaml"), "title: a\n");
    chmodSync(at("a.yaml"), 0o000);
    expect(await faultOf(files.read(at("a.yaml")))).toBe("denied");
  });

  it("gives every fault the path that was asked for", async () => {
    await expect(files.read(at("b.yaml"))).rejects.toMatchObject({ path: at("b.yaml") });
  });
});

describe("listing", () => {
  it("gives files and folders in name order", async () => {
    mkdirSync(at("b"));
    writeFileSync(at("c.yaml"), "");
    writeFileSync(at("a.yaml"), "");
    expect(await files.list(folder)).toEqual([
      { name: "a.yaml", kind: "file" },
      { name: "b", kind: "folder" },
      { name: "c.yaml", kind: "file" },
    ]);
  });

  it("says what is wrong with the folder", async () => {
    writeFileSync(at("a.yaml"), "");
    expect(await faultOf(files.list(at("none")))).toBe("missing");
    expect(await faultOf(files.list(at("a.yaml")))).toBe("not-a-folder");
    expect(await faultOf(files.makeFolder(at("a.yaml")))).toBe("not-a-folder");
  });

  it("tells files, folders and nothing apart", async () => {
    writeFileSync(at("a.yaml"), "");
    await files.makeFolder(at("b", "c"));
    const kinds = [at("a.yaml"), at("b", "c"), at("d"), at("a.yaml", "e")].map((path) =>
      files.kind(path),
    );
    expect(await Promise.all(kinds)).toEqual(["file", "folder", "missing", "missing"]);
  });
});

describe("writing", () => {
  it("makes a new file for its owner alone, and leaves nothing else behind", async () => {
    await files.write(at("a.yaml"), "title: Tŷ'r Afon\n");
    expect(readFileSync(at("a.yaml"), "utf8")).toBe("title: Tŷ'r Afon\n");
    expect(statSync(at("a.yaml")).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(["a.yaml"]);
  });

  it("makes what is for others as the umask says", async () => {
    await files.write(at("report.json"), "[]", "others");
    expect(statSync(at("report.json")).mode & 0o777).toBe(0o666 & ~process.umask());
  });

  it.each([0o600, 0o640, 0o664, 0o666, 0o755])(
    "keeps the permissions %i of a file",
    async (mode) => {
      writeFileSync(at("a.yaml"), "old");
      chmodSync(at("a.yaml"), mode);
      await files.write(at("a.yaml"), "new");
      expect(statSync(at("a.yaml")).mode & 0o777).toBe(mode);
    },
  );

  it("follows a link and leaves the link in place", async () => {
    mkdirSync(at("shared"));
    writeFileSync(at("shared", "a.yaml"), "old");
    symlinkSync(at("shared", "a.yaml"), at("link.yaml"));
    await files.write(at("link.yaml"), "new");
    expect(lstatSync(at("link.yaml")).isSymbolicLink()).toBe(true);
    expect(readFileSync(at("shared", "a.yaml"), "utf8")).toBe("new");
    expect(readdirSync(at("shared"))).toEqual(["a.yaml"]);
  });

  it.each([
    ["200 letters", "a".repeat(200)],
    ["60 signs of four bytes", "😀".repeat(60)],
    ["Welsh", "Tŷ'r Afon, Tachwedd.yaml"],
  ])("takes a name of %s", async (_, name) => {
    await files.write(at(name), "text");
    expect(readFileSync(at(name), "utf8")).toBe("text");
  });

  it("says why it could not, and changes nothing", async () => {
    writeFileSync(at("a.yaml"), "old");
    expect(await faultOf(files.write(folder, "new"))).toBe("folder");
    expect(await faultOf(files.write(at("none", "a.yaml"), "new"))).toBe("missing");
    expect(await faultOf(files.write(at("a.yaml", "b.yaml"), "new"))).toBe("not-a-folder");
    expect(await faultOf(files.write(at("a".repeat(300)), "new"))).toBe("name-too-long");
    expect(readFileSync(at("a.yaml"), "utf8")).toBe("old");
    expect(readdirSync(folder)).toEqual(["a.yaml"]);
  });

  it("leaves a file alone that its owner has made read-only", async ({ skip }) => {
    skip(isRoot, AS_ROOT);
    writeFileSync(at("a.yaml"), "old", { mode: 0o444 });
    expect(await faultOf(files.write(at("a.yaml"), "new"))).toBe("denied");
    expect(readFileSync(at("a.yaml"), "utf8")).toBe("old");
  });

  it("is refused in a folder that its owner has closed", async ({ skip }) => {
    skip(isRoot, AS_ROOT);
    chmodSync(folder, 0o555);
    expect(await faultOf(files.write(at("a.yaml"), "new"))).toBe("denied");
    chmodSync(folder, 0o755);
  });
});

describe("what a killed save leaves behind", () => {
  it("is removed with the next save of the same file", async () => {
    const stale = `.a.yaml.${deadProcess()}-0123abcd.tmp`;
    writeFileSync(at(stale), "half a te");
    await files.write(at("a.yaml"), "new");
    expect(readdirSync(folder)).toEqual(["a.yaml"]);
  });

  it("is kept where it belongs to a live process, to another file, or to nobody we know", async () => {
    const others = [
      `.a.yaml.${process.ppid}-0123abcd.tmp`,
      `.b.yaml.${deadProcess()}-0123abcd.tmp`,
      `.a.yaml.${deadProcess()}.tmp`,
      ".a.yaml.swp",
      "a.yaml.tmp",
    ];
    for (const name of others) writeFileSync(at(name), "theirs");
    await files.write(at("a.yaml"), "new");
    expect(new Set(readdirSync(folder))).toEqual(new Set([...others, "a.yaml"]));
  });
});

/** The id of a process that has just ended. */
function deadProcess(): number {
  return spawnSync(process.execPath, ["--version"]).pid;
}

describe("a rename that another program holds up", () => {
  const refusing = (code: string, times: number, platform: NodeJS.Platform = "linux") => {
    let calls = 0;
    const busy = nodeFiles({
      platform,
      rename(from, to) {
        calls++;
        if (calls <= times) throw Object.assign(new Error(code), { code });
        renameSync(from, to);
      },
    });
    return { busy, calls: () => calls };
  };

  it.each(["EPERM", "EACCES", "EBUSY"])("row 18: is tried again after %s", async (code) => {
    const { busy, calls } = refusing(code, 2);
    await busy.write(at("a.yaml"), "new");
    expect(readFileSync(at("a.yaml"), "utf8")).toBe("new");
    expect(calls()).toBe(3);
  });

  it.each([
    ["EBUSY", "linux", "busy"],
    ["EPERM", "linux", "denied"],
    ["EPERM", "win32", "busy"],
    ["EACCES", "win32", "busy"],
  ] as const)(
    "is given up in the end, with the old text whole (%s, %s)",
    async (code, platform, fault) => {
      writeFileSync(at("a.yaml"), "old");
      const { busy, calls } = refusing(code, Number.POSITIVE_INFINITY, platform);
      expect(await faultOf(busy.write(at("a.yaml"), "new"))).toBe(fault);
      expect(calls()).toBe(6);
      expect(readFileSync(at("a.yaml"), "utf8")).toBe("old");
      expect(readdirSync(folder)).toEqual(["a.yaml"]);
    },
  );

  it.each([
    ["ENOSPC", "full"],
    ["EDQUOT", "full"],
    ["EROFS", "read-only"],
    ["EIO", "other"],
  ])("is not tried again where waiting would not help (%s)", async (code, fault) => {
    const { busy, calls } = refusing(code, Number.POSITIVE_INFINITY);
    expect(await faultOf(busy.write(at("a.yaml"), "new"))).toBe(fault);
    expect(calls()).toBe(1);
    expect(existsSync(at("a.yaml"))).toBe(false);
  });
});

describe.skipIf(process.platform === "win32")("what is no file", () => {
  it.each(["device", "pipe", "link to a pipe"])(
    "such as a %s is neither read nor replaced",
    async (what) => {
      const pipe = at("pipe");
      spawnSync("mkfifo", [pipe]);
      symlinkSync(pipe, at("link"));
      const path = { device: "/dev/zero", pipe, "link to a pipe": at("link") }[what] ?? "";
      expect(await faultOf(files.read(path))).toBe("device");
      expect(await faultOf(files.write(path, "text"))).toBe("device");
      expect(statSync(path).isFile()).toBe(false);
    },
  );
});

describe.skipIf(process.platform === "win32")("a link to a file that is not there yet", () => {
  it("stays, and the file is made where it leads", async () => {
    mkdirSync(at("real"));
    symlinkSync("next.yaml", at("our.yaml"));
    symlinkSync(join("real", "our.yaml"), at("next.yaml"));
    await files.write(at("our.yaml"), "a: 1\n");
    expect(readFileSync(at("real", "our.yaml"), "utf8")).toBe("a: 1\n");
    expect(lstatSync(at("our.yaml")).isSymbolicLink()).toBe(true);
  });
});
