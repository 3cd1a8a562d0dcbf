import { execFileSync, spawnSync } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundledLines, START_LINES } from "../support/bundled-lines.ts";
import { BIN, IS_BUILT } from "../support/child.ts";
import { assessmentIn, newFolder } from "../support/terminal.ts";

/** This one, and those that COPROD_NODES lists, such as `$(npx -y node@24 -p process.execPath)`. */
const NODES = [
  process.execPath,
  ...(process.env["COPROD_NODES"] ?? "").split(delimiter).filter((path) => path !== ""),
].map((node) => ({
  node,
  version: execFileSync(node, ["--version"], { encoding: "utf8" }).trim(),
}));

describe.skipIf(!IS_BUILT)("the packed program", () => {
  let folder = "";
  let bin = "";
  beforeAll(() => {
    folder = newFolder();
    const pack = ["pack", "--ignore-scripts", "--silent", "--pack-destination", folder];
    execFileSync("npm", pack, {
      cwd: join(dirname(BIN), ".."),
      shell: process.platform === "win32",
    });
    const [tarball = ""] = readdirSync(folder);
    execFileSync("tar", ["-xzf", tarball], { cwd: folder });
    bin = join(folder, "package", "bin", "coprod.js");
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(NODES)(
    "row 35: starts, helps and asks a whole plain session on Node $version",
    ({ node }) => {
      const here = newFolder();
      const run = (args: readonly string[], input = "") =>
        spawnSync(node, [bin, ...args], { cwd: here, encoding: "utf8", input });
      expect(run(["--version"])).toMatchObject({ status: 0, stderr: "" });
      expect(run(["--help"]).stdout).toContain("coprod assess");
      const { lines, answers } = bundledLines();
      const typed = [...START_LINES, ...lines, "1", "f", ""].map((line) => `${line}\n`).join("");
      const ran = run(["assess", "our.yaml", "--plain"], typed);
      expect({ status: ran.status, stderr: ran.stderr }).toEqual({ status: 0, stderr: "" });
      const given = Object.values(assessmentIn(here).answers ?? {});
      expect(given.filter(({ answer }) => answer !== undefined)).toHaveLength(answers);
      expect(assessmentIn(here).sessions?.at(-1)?.how).toBe("finished");
      rmSync(here, { recursive: true, force: true });
    },
  );
});
