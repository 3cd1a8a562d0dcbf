import { execFileSync, type SpawnSyncReturns, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PACKAGE_FOLDER } from "../support/context.ts";

const BIN = join(PACKAGE_FOLDER, "bin", "coprod.js");

// `npm ci` builds the program, so it is there wherever the README was followed.
describe.skipIf(!existsSync(join(PACKAGE_FOLDER, "dist", "cli.js")))("the built program", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "coprod-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const coprod = (args: readonly string[], env: NodeJS.ProcessEnv = {}): SpawnSyncReturns<string> =>
    spawnSync(process.execPath, [BIN, ...args], {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, ...env },
    });

  it("prints its version and nothing else", () => {
    const { version } = JSON.parse(readFileSync(join(PACKAGE_FOLDER, "package.json"), "utf8"));
    const { status, stdout, stderr } = coprod(["--version"]);
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: `${version}\n`, stderr: "" });
  });

  it("lints its own rubrics clean", () => {
    const { status, stdout } = coprod(["lint", join(PACKAGE_FOLDER, "rubrics")]);
    expect(stdout).toContain("no problems");
    expect(status).toBe(0);
  });

  it("makes the same plan to the byte in two time zones and two locales", () => {
    coprod(["demo", "one"]);
    const assessment = join("one", "river-house.yaml");
    const settings = [
      { TZ: "Pacific/Auckland", LANG: "de_DE.UTF-8", LC_ALL: "de_DE.UTF-8" },
      { TZ: "America/New_York", LANG: "C", LC_ALL: "C" },
    ];
    for (const format of ["html", "md", "json"]) {
      const [first, second] = settings.map(
        (env) => coprod(["plan", assessment, "--format", format, "-o", "-"], env).stdout,
      );
      expect(first?.length).toBeGreaterThan(1000);
      expect(second).toBe(first);
    }
  });

  it("ends quietly when the reader of its output stops early", () => {
    const script = `"${process.execPath}" "${BIN}" score one/river-house.yaml | head -1`;
    coprod(["demo", "one"]);
    const output = execFileSync("sh", ["-c", `${script} 2>&1`], { cwd: folder, encoding: "utf8" });
    expect(output.split("\n")).toHaveLength(2);
  });
});
