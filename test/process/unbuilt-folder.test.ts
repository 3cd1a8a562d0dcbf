import { spawnSync } from "node:child_process";
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { EXIT } from "../../src/platform/errors.ts";
import { PACKAGE_FOLDER } from "../support/context.ts";
import { newFolder } from "../support/terminal.ts";

describe("a folder that is not built", () => {
  const folder = newFolder();
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  // npm 12 links a folder without building it, and says that all went well.
  it.each(["", "--version", "lint"])('says what to type, after "coprod %s"', (word) => {
    cpSync(join(PACKAGE_FOLDER, "bin"), join(folder, "bin"), { recursive: true });
    const bin = join(folder, "bin", "coprod.js");
    const words = word === "" ? [] : [word];
    const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...words], {
      encoding: "utf8",
    });
    expect({ status, stdout, stderr }).toEqual({
      status: EXIT.file,
      stdout: "",
      stderr: "This folder is not built yet. Type: npm ci\n",
    });
  });
});
