import { execFileSync, type SpawnSyncReturns, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BIN, IS_BUILT } from "../support/child.ts";
import { memoryFiles, PACKAGE_FOLDER, runInMemory } from "../support/context.ts";

// `npm ci` builds the program, so it is there wherever the README was followed.
describe.skipIf(!IS_BUILT)("the built program", () => {
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

  it.each(["--help", "-h"])(
    "shows with %s the help that was made ready, and it is the right one",
    (word) => {
      const { status, stdout } = coprod([word]);
      // This way it is worked out anew.
      expect({ status, stdout }).toEqual({ status: 0, stdout: coprod(["help"]).stdout });
      expect(stdout).toContain("Start here:");
    },
  );

  describe("the files that it runs", () => {
    const hook = () => join(folder, "files.cjs");
    /** All that a run loads, in one. */
    const runs = (args: readonly string[]): string => {
      const note = join(folder, "files.txt");
      writeFileSync(
        hook(),
        `const fs = require("node:fs");
         const read = fs.readFileSync;
         const names = [];
         fs.readFileSync = (name, ...more) => (names.push(name), read(name, ...more));
         process.on("exit", () => fs.writeFileSync(${JSON.stringify(note)}, names.join("\\n")));`,
      );
      const fixed = { NODE_OPTIONS: `--require ${hook()}`, NODE_DISABLE_COMPILE_CACHE: "1" };
      coprod(args, fixed);
      const files = readFileSync(note, "utf8").split("\n");
      return files
        .filter((file) => file.endsWith(".js") && file.includes("dist"))
        .map((file) => readFileSync(file, "utf8"))
        .join("\n");
    };
    const YAML = "Document with errors cannot be stringified";

    it.each([
      ["lint", ["lint", "--no-cache", join(PACKAGE_FOLDER, "rubrics", "principles.yaml")]],
      ["score", ["score", join(PACKAGE_FOLDER, "docs", "examples", "river-house.yaml")]],
    ])("for %s of a sound file do not hold the parser for damaged ones", (_, args) => {
      const run = runs(args);
      expect(run.length).toBeGreaterThan(100_000);
      expect(run.includes(YAML)).toBe(false);
    });

    it("for score do not hold the sentences of the plan or the workshop, and for the plan hold its own", () => {
      const example = join(PACKAGE_FOLDER, "docs", "examples", "river-house.yaml");
      const [forPlan, forWorkshop] = ["No one is leading this yet", "Type y or n"];
      const run = runs(["score", example]);
      expect([run.includes(forPlan), run.includes(forWorkshop)]).toEqual([false, false]);
      expect(runs(["plan", example, "-o", "-"]).includes(forPlan)).toBe(true);
    });

    it("for help start no other program", () => {
      const run = runs(["--help"]);
      expect(run.length).toBeGreaterThan(50_000);
      expect(run.includes('require("node:child_process")')).toBe(false);
    });

    it("for a damaged file hold it", () => {
      writeFileSync(join(folder, "damaged.yaml"), "coprod: rubric/1\ntitle: [\n");
      expect(runs(["lint", "--no-cache", "damaged.yaml"]).includes(YAML)).toBe(true);
    });
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

  // What is precompiled, read beforehand or trimmed while bundling must not show.
  describe("beside the source, run in memory", () => {
    const example = readFileSync(
      join(PACKAGE_FOLDER, "docs", "examples", "river-house.yaml"),
      "utf8",
    );
    const { version } = JSON.parse(readFileSync(join(PACKAGE_FOLDER, "package.json"), "utf8"));

    async function inMemory(args: readonly string[], texts: Readonly<Record<string, string>>) {
      const { exitCode, stdout } = await runInMemory(args, { files: memoryFiles(texts), version });
      return { status: exitCode, stdout };
    }

    function asBuilt(args: readonly string[], texts: Readonly<Record<string, string>>) {
      for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text);
      const { status, stdout } = coprod(args);
      return { status, stdout };
    }

    it.each([
      ["plan", "a.yaml", "--format", "html", "-o", "-", "--date", "2026-12-12"],
      ["plan", "a.yaml", "--format", "html", "-o", "-", "--length", "summary", "--large-print"],
      ["plan", "a.yaml", "--format", "md", "-o", "-", "--for", "public"],
      ["plan", "a.yaml", "--format", "text", "-o", "-", "--date", "2026-12-12"],
      ["plan", "a.yaml", "--format", "json"],
      ["score", "a.yaml", "--json"],
      ["rubric", "show", "principles", "--format", "md"],
      ["guide", "power"],
      ["schema", "assessment"],
    ])("%s %s %s %s prints the same to the byte", async (...args) => {
      const built = asBuilt(args, { "a.yaml": example });
      expect(built.stdout.length).toBeGreaterThan(500);
      expect(built).toEqual(await inMemory(args, { "a.yaml": example }));
    });

    it("counts the same syllables, whether it knew a word beforehand or not", async () => {
      const rubric = readFileSync(join(PACKAGE_FOLDER, "rubrics", "principles.yaml"), "utf8");
      const texts = {
        "ours.yaml": rubric.replace("why: >-", "why: >-\n      Hippopotamuses meandered."),
      };
      const args = ["lint", "--explain", "plain/reading-age", "ours.yaml"];
      const built = asBuilt(args, texts);
      expect(built.stdout).toMatch(/\d+\.\d/u);
      expect(built).toEqual(await inMemory(args, texts));
    });

    it("finds the same in broken rubrics", async () => {
      const broken = join(PACKAGE_FOLDER, "test", "fixtures", "rubric", "err");
      const names = readdirSync(broken).filter((each) => each.endsWith(".yaml"));
      const texts = Object.fromEntries(
        names.map((name) => [name, readFileSync(join(broken, name), "utf8")]),
      );
      const args = ["lint", ...names, "--format", "json"];
      const built = asBuilt(args, texts);
      expect(names.length).toBeGreaterThan(70);
      expect(built.status).toBe(1);
      expect(JSON.parse(built.stdout)).toEqual(JSON.parse((await inMemory(args, texts)).stdout));
    });
  });
});
