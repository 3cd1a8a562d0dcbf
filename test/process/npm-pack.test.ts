import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { PACKAGE_FOLDER } from "../support/context.ts";
import { newFolder } from "../support/terminal.ts";

const LOUD_BUILD =
  "node -p \"require('node:fs').writeFileSync('built.txt', ''); 'the build talks'\"";

describe("npm pack", () => {
  const folder = newFolder();
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  // pre-commit takes everything that npm pack prints for the name of the package's file. Packed in a folder of its own,
  // with our settings and our own "prepare", so that nothing is built under the hands of other tests.
  it("prints one line, though the build that it runs prints more", () => {
    copyFileSync(join(PACKAGE_FOLDER, ".npmrc"), join(folder, ".npmrc"));
    const ours = JSON.parse(readFileSync(join(PACKAGE_FOLDER, "package.json"), "utf8"));
    const scripts = { prepare: ours.scripts.prepare, build: LOUD_BUILD };
    const manifest = { name: "packed", version: "1.0.0", scripts };
    writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
    const stdout = execFileSync("npm", ["pack"], {
      cwd: folder,
      encoding: "utf8",
      shell: process.platform === "win32",
      stdio: ["ignore", "pipe", "ignore"],
    });
    expect(existsSync(join(folder, "built.txt"))).toBe(true);
    expect(stdout).toBe("packed-1.0.0.tgz\n");
  });
});
