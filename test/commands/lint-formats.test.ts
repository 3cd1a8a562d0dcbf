import { describe, expect, it } from "vitest";
import { REPORTER_NAMES } from "../../src/lint/reporters/format.ts";
import { CHARITY_FOLDER, memoryFiles, runInMemory, type Setting } from "../support/context.ts";

const BROKEN = "coprod: assessment/1\ntitle: Ours\nrubrics:\n  - id: principles\nanswer: {}\n";
const WITHOUT_OWNER =
  "coprod: assessment/1\ntitle: Ours\nrubrics:\n  - id: principles\nactions:\n  - { id: a1, do: Talk, for: principles/power-talked-about, by: 2027-03 }\n";
const IN_ACTIONS = { GITHUB_ACTIONS: "true", GITHUB_STEP_SUMMARY: `${CHARITY_FOLDER}/summary.md` };

function lint(args: readonly string[], given: Setting & { texts?: Record<string, string> } = {}) {
  const { texts = {}, ...setting } = given;
  const files = memoryFiles({ "ours.yaml": BROKEN, ...texts });
  return runInMemory(["lint", "ours.yaml", ...args], { files, ...setting });
}

describe("coprod lint --format", () => {
  it.each(REPORTER_NAMES)("prints %s, and ends as a run with problems does", async (format) => {
    const { exitCode, stdout, stderr } = await lint(["--format", format]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: "" });
    expect(stdout).toContain("shape/unknown-key");
  });

  it("shows the line with a caret unless told otherwise", async () => {
    const { stdout } = await lint([]);
    expect(stdout).toContain("  5 | answer: {}\n    | ^^^^^^\n");
    expect(stdout).toBe((await lint(["--format", "pretty"])).stdout);
  });

  it("prints one JSON value and nothing else", async () => {
    const { stdout } = await lint(["--format", "json"]);
    expect(JSON.parse(stdout)).toMatchObject({
      version: "0.0.0",
      summary: { files: 1, errors: 1 },
      problems: [{ file: "ours.yaml", start: { line: 5, column: 1 }, path: ["answer"] }],
    });
  });

  it("refuses a format it does not know, and lists those it does", async () => {
    const { exitCode, stdout, stderr } = await lint(["--format", "xml"]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    for (const name of REPORTER_NAMES) expect(stderr).toContain(name);
  });

  it("takes warnings as failures in a test report once there are too many", async () => {
    const texts = { "ours.yaml": WITHOUT_OWNER };
    const failures = async (...args: string[]) => {
      const { exitCode, stdout } = await lint(["--format", "junit", ...args], { texts });
      return { exitCode, failures: stdout.match(/<failure /gu)?.length ?? 0 };
    };
    expect(await failures()).toEqual({ exitCode: 0, failures: 0 });
    expect(await failures("--max-warnings", "0")).toEqual({ exitCode: 1, failures: 1 });
  });

  it("colours what people read where the terminal does", async () => {
    const { stdout } = await lint(["--format", "stylish"], { color: true });
    expect(stdout).toContain("\u001b[31merror");
  });
});

describe("coprod lint --output", () => {
  it("writes each report beside what is printed, without colour, in folders that it makes", async () => {
    const { exitCode, stdout, files } = await lint(
      ["--output", "json=reports/lint.json", "--output", "stylish=reports/lint.txt"],
      { color: true },
    );
    expect(exitCode).toBe(1);
    expect(stdout).toContain("^^^^^^");
    const written = (name: string) => files.texts.get(`${CHARITY_FOLDER}/reports/${name}`);
    expect(JSON.parse(written("lint.json") ?? "")).toMatchObject({ summary: { errors: 1 } });
    expect(written("lint.txt")).toMatch(/^ours\.yaml\n {2}5:1 {2}error/u);
  });

  it.each(REPORTER_NAMES)(
    "replaces the %s report of the run before, clean or not",
    async (format) => {
      const clean = {
        "ours.yaml": "coprod: assessment/1\ntitle: Ours\nrubrics:\n  - id: principles\n",
      };
      for (const texts of [clean, {}]) {
        const args = ["--output", `${format}=report`];
        const first = await lint(args, { texts });
        const before = first.files.texts.get(`${CHARITY_FOLDER}/report`) ?? "";
        const { stderr, exitCode } = await lint(args, { texts: { ...texts, report: before } });
        expect({ stderr, exitCode }).toEqual({ stderr: "", exitCode: first.exitCode });
        expect(before).not.toBe("");
      }
    },
  );

  it("never writes over the file it checks, or any other that is not a report", async () => {
    const { exitCode, stderr, files } = await lint(["--output", "json=ours.yaml"]);
    expect(exitCode).toBe(2);
    expect(stderr).toBe(
      "ours.yaml is already there, and it is not a report of coprod lint.\n" +
        "It has not been changed. Give another name after --output.\n",
    );
    expect(files.texts.get(`${CHARITY_FOLDER}/ours.yaml`)).toBe(BROKEN);
  });

  it.each([
    ["srif=x", 'There is no format called "srif".\nDid you mean "sarif"?'],
    ["lint.sarif", 'There is no format called "lint.sarif".'],
    ["sarif", '"sarif" names no file.\nWrite FORMAT=FILE'],
    ["sarif=", '"sarif=" names no file.'],
    ["json=-", "A report cannot go to - here.\nTo print it, use --format json."],
  ])("refuses %s and says how to write it", async (given, words) => {
    const { exitCode, stdout, stderr } = await lint(["--output", given]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain(words);
  });

  it("refuses two reports in one file", async () => {
    const { exitCode, stderr } = await lint(["--output", "json=a", "--output", "sarif=a"]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('Two reports are meant for "a".');
  });

  it("takes a file name with an equals sign", async () => {
    const { files } = await lint(["--output", "json=a=b.json"]);
    expect([...files.texts.keys()]).toContain(`${CHARITY_FOLDER}/a=b.json`);
  });
});

describe("coprod lint in GitHub Actions", () => {
  it("folds the problems, annotates the lines from the repository root and adds a job summary", async () => {
    const { stdout, files } = await lint([], {
      env: { ...IN_ACTIONS, GITHUB_WORKSPACE: "/" },
      texts: { "summary.md": "# Before\n" },
    });
    expect(stdout).toContain("::group::ours.yaml (1 problem)\n");
    expect(stdout).toContain("::error file=charity/ours.yaml,line=5,endLine=5,col=1,endColumn=7,");
    expect(files.texts.get(`${CHARITY_FOLDER}/summary.md`)).toMatch(
      /^# Before\n\n# coprod lint\n/u,
    );
  });

  it("prints the format that was asked for, and no summary beside another one", async () => {
    const { stdout, files } = await lint(["--format", "compact"], { env: IN_ACTIONS });
    expect(stdout).not.toContain("::");
    expect([...files.texts.keys()]).not.toContain(IN_ACTIONS.GITHUB_STEP_SUMMARY);
  });

  it("goes on when the job summary cannot be written", async () => {
    const files = memoryFiles({ "ours.yaml": BROKEN });
    files.faults.set(IN_ACTIONS.GITHUB_STEP_SUMMARY, "full");
    const { exitCode, stdout, stderr } = await lint([], { env: IN_ACTIONS, files });
    expect(exitCode).toBe(1);
    expect(stdout).toContain("::error ");
    expect(stderr).toBe("The job summary could not be written. The log has every problem.\n");
  });

  it("does nothing of the kind elsewhere", async () => {
    const { stdout, files } = await lint([], {
      env: { GITHUB_STEP_SUMMARY: "/charity/summary.md" },
    });
    expect(stdout).not.toContain("::");
    expect([...files.texts.keys()]).toEqual([`${CHARITY_FOLDER}/ours.yaml`]);
  });
});
