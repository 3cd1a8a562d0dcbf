import { readFileSync } from "node:fs";
import { join } from "node:path";
import ajvModule from "ajv";
import { beforeAll, describe, expect, it } from "vitest";
import { comparisonSchema, scoreOutputSchema } from "../../src/comparison/schema.ts";
import { scorecardSchema } from "../../src/scoring/schema.ts";
import { displayWidth } from "../../src/terminal/wrap.ts";
import { COMPARED_FILES } from "../support/compared-files.ts";
import { memoryFiles, PACKAGE_FOLDER, runInMemory } from "../support/context.ts";

const EXAMPLE = readFileSync(join(PACKAGE_FOLDER, "docs/examples/river-house.yaml"), "utf8");
const RUBRICS = [
  "principles",
  "barriers",
  "foundations",
  "before-you-start",
  "lifecycle",
  "funders",
];

const FILES = {
  ...COMPARED_FILES,
  "river-house.yaml": EXAMPLE,
  "empty.yaml": `coprod: assessment/1\ntitle: Empty\nrubrics:\n${RUBRICS.map((id) => `  - { id: ${id} }\n`).join("")}`,
  "foundation.yaml":
    "coprod: assessment/1\ntitle: Before\nrubrics:\n  - { id: before-you-start }\n",
  "no-principles.yaml": "coprod: assessment/1\ntitle: Barriers\nrubrics:\n  - { id: barriers }\n",
};

function score(argv: readonly string[], setting: Parameters<typeof runInMemory>[1] = {}) {
  return runInMemory(["score", ...argv], { files: memoryFiles(FILES), ...setting });
}

describe("coprod score", () => {
  it("shows the example as a scorecard", async () => {
    const { exitCode, stdout, stderr } = await score(["river-house.yaml"], { columns: 60 });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    await expect(stdout).toMatchFileSnapshot("../golden/score-river-house.txt");
    expect(stdout).toMatch(/^Who answered: /u);
    expect(Math.max(...stdout.split("\n").map(displayWidth))).toBeLessThanOrEqual(60);
  });

  it("shows an assessment of a charity's own rubric", async () => {
    const { stdout } = await score(["2024.yaml"]);
    await expect(stdout).toMatchFileSnapshot("../golden/score-own-rubric.txt");
  });

  it("tells which assessment it needs where the folder holds several", async () => {
    const { exitCode, stderr } = await score([]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("2024.yaml, 2025.yaml, 2026.yaml");
  });
});

describe("coprod score --json", () => {
  it.each([
    "river-house.yaml",
    "2024.yaml",
    "2025.yaml",
    "2026.yaml",
    "empty.yaml",
    "no-principles.yaml",
  ])("prints one value in the published shape for %s", async (file) => {
    const { exitCode, stdout } = await score([file, "--json"]);
    const value: unknown = JSON.parse(stdout);
    expect(exitCode).toBe(0);
    expect(scorecardSchema.parse(value)).toEqual(value);
    expect(scoreOutputSchema.parse(value)).toEqual(value);
    expect(stdout).toBe(`${JSON.stringify(value, null, 2)}\n`);
  });

  it("keeps to the JSON Schema that coprod prints, with changes and without", async () => {
    const { stdout: schema } = await runInMemory(["schema", "scorecard"]);
    const validate = new ajvModule.default({ allErrors: true }).compile(JSON.parse(schema));
    const outputs = [
      await score(["river-house.yaml", "--json"]),
      await score(["empty.yaml", "--json"]),
      await score(["2026.yaml", "--json", "--previous", "2024.yaml"]),
    ];
    for (const { stdout } of outputs) {
      validate(JSON.parse(stdout));
      expect(validate.errors).toBeNull();
    }
    expect(validate({ ...JSON.parse(outputs[0]?.stdout ?? ""), more: 1 })).toBe(false);
  });

  it("has the changes only where they are asked for", async () => {
    const { stdout } = await score(["2025.yaml", "--json", "--previous", "2024.yaml"]);
    const { changes, ...scorecard } = scoreOutputSchema.parse(JSON.parse(stdout));
    expect(comparisonSchema.parse(changes).older.title).toBe("Lake House, 2024");
    expect(scorecardSchema.parse(scorecard).assessment.title).toBe("Lake House, 2025");
  });
});

describe("coprod score --previous", () => {
  it("shows what changed after the scorecard", async () => {
    const alone = await score(["2025.yaml"]);
    const { exitCode, stdout } = await score(["2025.yaml", "--previous", "2024.yaml"]);
    expect(exitCode).toBe(0);
    expect(stdout.slice(0, alone.stdout.length)).toBe(alone.stdout);
    const block = stdout.slice(alone.stdout.length);
    expect(block).toMatch(/^\nSince last time\n/u);
    await expect(block).toMatchFileSnapshot("../golden/score-since-last-time.txt");
  });

  it("says worse as plainly as better", async () => {
    const { stdout } = await score(["2024.yaml", "--previous", "2025.yaml"]);
    expect(stdout).toContain("\nWorse:\n  - Do we listen?\n    Was: Often. Now: Rarely.\n");
    expect(stdout).toMatch(/Was: Middle, 83%\.|Was: High, 83%\./u);
    expect(stdout).toContain("Worse, because a must-have is");
  });

  it("needs a file that is there", async () => {
    const { exitCode, stdout, stderr } = await score(["2024.yaml", "--previous", "gone.yaml"]);
    expect([exitCode, stdout]).toEqual([3, ""]);
    expect(stderr).toContain("gone.yaml");
  });
});

describe("coprod score --explain", () => {
  it.each([
    { key: "headline", says: "The result\n==========\n" },
    { key: "ours/voice", says: "Being heard\n===========\n" },
    { key: "voice", says: "Being heard\n===========\n" },
    { key: "ours/safe", says: "Is it safe to speak?\n====" },
    { key: "time", says: "Too little time\n====" },
  ])("shows how $key was reached, and nothing else", async ({ key, says }) => {
    const { exitCode, stdout, stderr } = await score(["2024.yaml", "--explain", key]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(stdout.startsWith(says)).toBe(true);
    expect(stdout).toContain("So it is: ");
  });

  it.each([
    { key: "headlin", hint: 'Did you mean "headline"?' },
    { key: "ours/voise", hint: 'Did you mean "ours/voice" or ' },
    { key: "voise", hint: 'Did you mean "ours/voice"?' },
    { key: "something-else", hint: "Every key stands in: coprod score --json." },
  ])("does not know $key: $hint", async ({ key, hint }) => {
    const { exitCode, stdout, stderr } = await score(["2024.yaml", "--explain", key]);
    expect([exitCode, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(`There is no figure with the key "${key}".`);
    expect(stderr).toContain(hint);
  });

  it("asks for the whole key where there are two of a name", async () => {
    const { exitCode, stderr } = await score(["empty.yaml", "--explain", "honest-name"]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("Give the whole key: principles/honest-name or barriers/honest-name");
  });

  it.each(["--json", "--previous=2025.yaml"])("does not go together with %s", async (option) => {
    const { exitCode, stdout } = await score(["2024.yaml", "--explain", "headline", option]);
    expect([exitCode, stdout]).toEqual([2, ""]);
  });
});

describe("coprod score --fail-below", () => {
  let headlines: Record<string, readonly string[] | null>;

  beforeAll(async () => {
    const files = ["2024.yaml", "2025.yaml", "no-principles.yaml"];
    const scored = files.map(async (file) => {
      const { stdout } = await score([file, "--json"]);
      const { headline } = scorecardSchema.parse(JSON.parse(stdout));
      return [file, headline?.bands ?? null] as const;
    });
    headlines = Object.fromEntries(await Promise.all(scored));
  });

  it.each([
    { file: "2025.yaml", bands: ["middle", "middle"], limit: "low", exitCode: 0 },
    { file: "2025.yaml", bands: ["middle", "middle"], limit: "middle", exitCode: 0 },
    { file: "2025.yaml", bands: ["middle", "middle"], limit: "high", exitCode: 1 },
    { file: "2024.yaml", bands: ["low", "low"], limit: "middle", exitCode: 1 },
    { file: "no-principles.yaml", bands: null, limit: "low", exitCode: 2 },
  ])("$limit ends with $exitCode where the headline is $bands", async (row) => {
    expect(headlines[row.file]).toEqual(row.bands);
    const { exitCode, stdout } = await score([row.file, "--fail-below", row.limit]);
    expect(exitCode).toBe(row.exitCode);
    expect(stdout === "").toBe(row.exitCode === 2);
  });

  it("counts what may be below as below", async () => {
    const files = memoryFiles({
      ...FILES,
      "open.yaml": COMPARED_FILES["2025.yaml"].replaceAll("answer: sometimes", "answer: unsure"),
    });
    const { stdout } = await score(["open.yaml", "--json"], { files });
    expect(scorecardSchema.parse(JSON.parse(stdout)).headline?.bands).toEqual(["low", "high"]);
    const { exitCode } = await score(["open.yaml", "--fail-below", "middle"], { files });
    expect(exitCode).toBe(1);
  });

  it("counts no headline as below", async () => {
    const { exitCode, stdout } = await score(["foundation.yaml", "--fail-below", "not-ready"]);
    expect([exitCode, stdout === ""]).toEqual([1, false]);
  });

  it("does not know a band of another name", async () => {
    const near = await score(["2025.yaml", "--fail-below", "midle"]);
    expect([near.exitCode, near.stdout]).toEqual([2, ""]);
    expect(near.stderr).toContain('Did you mean "middle"?');
    const far = await score(["2025.yaml", "--fail-below", "excellent"]);
    expect(far.stderr).toContain("The bands are: low, middle, high.");
    const none = await score(["no-principles.yaml", "--fail-below", "low"]);
    expect(none.stderr).toContain("These questions have no bands.");
  });
});

describe("coprod score --min-group", () => {
  const votes = (count: number) =>
    COMPARED_FILES["2024.yaml"].replace(
      "listen: { answer: rarely }",
      `listen: { votes: [{ lived-experience: { rarely: 4 }, staff: { often: ${count} } }] }`,
    );
  const shown = async (argv: readonly string[]) => {
    const files = memoryFiles({ ...COMPARED_FILES, "votes.yaml": votes(3) });
    const { stdout } = await score(["votes.yaml", "--json", ...argv], { files });
    return scorecardSchema.parse(JSON.parse(stdout)).criteria[0]?.votes?.groups.length;
  };

  it("raises the size from which a group is shown", async () => {
    expect(await shown([])).toBe(2);
    expect(await shown(["--min-group", "3"])).toBe(2);
    expect(await shown(["--min-group", "4"])).toBeUndefined();
  });

  it.each(["2", "0", "many", "3.5", "-4"])("cannot be %s", async (size) => {
    const { exitCode, stderr } = await score(["2024.yaml", `--min-group=${size}`]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("Give a whole number, 3 or more.");
  });
});
