import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { EXIT } from "../../src/platform/errors.ts";
import { CHARITY_FOLDER, memoryFiles, runInMemory } from "../support/context.ts";
import { SOUND_RUBRIC } from "../support/rule-samples.ts";

const LATIN = SOUND_RUBRIC.replace("title: Our own", "title: Our own, i.e. new,");

describe("--baseline", () => {
  it("is never written over somebody's own file", async () => {
    const files = memoryFiles({ "ours.yaml": SOUND_RUBRIC });
    const argv = ["lint", "--baseline", "ours.yaml", "--update-baseline"];
    const { exitCode, stderr } = await runInMemory(argv, { files });
    expect(exitCode).toBe(EXIT.wrongUse);
    expect(stderr).toContain("It has not been changed.");
    expect(files.texts.get(`${CHARITY_FOLDER}/ours.yaml`)).toBe(SOUND_RUBRIC);
  });

  it("leaves out what it knows, and shows what is new", async () => {
    const files = memoryFiles({ "ours.yaml": LATIN });
    const argv = ["lint", "ours.yaml", "--baseline", "known.json", "--fail-on", "warning"];
    const written = await runInMemory([...argv, "--update-baseline"], { files });
    expect(written.exitCode).toBe(EXIT.done);
    expect(files.texts.get(`${CHARITY_FOLDER}/known.json`)).toBe(
      `${JSON.stringify({ coprod: "baseline/1", known: { "plain/latin ours/title": 1 } }, null, 2)}\n`,
    );

    const same = await runInMemory(argv, { files });
    expect(same.exitCode).toBe(EXIT.done);
    expect(same.stdout).toBe("Checked 1 file: no problems.\n");
    expect(same.stderr).toBe("Left out 1 known problem (known.json).\n");

    files.texts.set(
      `${CHARITY_FOLDER}/ours.yaml`,
      `# moved\n${LATIN.replace("about: What we ask", "about: What we ask, e.g. of")}`,
    );
    const fresh = await runInMemory(argv, { files });
    expect(fresh.exitCode).toBe(EXIT.problems);
    expect(fresh.stdout.match(/\[plain\/latin\]/gu)).toHaveLength(1);
    expect(fresh.stdout).toContain('"e.g."');
  });

  it("says when a known problem is gone", async () => {
    const known = `{ "coprod": "baseline/1", "known": { "plain/latin ours/about": 2 } }`;
    const files = memoryFiles({ "ours.yaml": SOUND_RUBRIC, "known.json": known });
    const { stderr } = await runInMemory(["lint", "ours.yaml", "--baseline", "known.json"], {
      files,
    });
    expect(stderr).toContain("2 known problems no longer there.");
  });

  it("that is missing or broken is never taken for an empty one", async () => {
    const files = memoryFiles({ "ours.yaml": LATIN, "broken.json": "{}" });
    const missing = await runInMemory(["lint", "ours.yaml", "--baseline", "nowhere.json"], {
      files,
    });
    expect(missing.exitCode).toBe(EXIT.file);
    const broken = await runInMemory(["lint", "ours.yaml", "--baseline", "broken.json"], { files });
    expect(broken.exitCode).toBe(EXIT.wrongUse);
  });
});

/** The rules broken by `text` when the rubric was sound at the version `v1`. */
async function against(text: string, earlier = SOUND_RUBRIC): Promise<string[]> {
  const { stdout } = await runInMemory(
    ["lint", "ours.yaml", "--against", "v1", "--format", "compact"],
    {
      files: memoryFiles({ "ours.yaml": text }),
      fileAt: async (ref) => (ref === "v1" ? earlier : undefined),
    },
  );
  return [...stdout.matchAll(/:(\d+:\d+): error: .*\[(.*)\]/gu)].map(
    ([, at, rule]) => `${at} ${rule}`,
  );
}

const MANY_KINDS = readFileSync("docs/examples/rubrics/many-kinds.yaml", "utf8");

describe("--against", () => {
  it.each([
    ['when: { pays: "yes" }', 'when: { pays: "no" }', "29:15"],
    ["name: Care for others, points: 2", "name: Care for others, points: 3", "37:11"],
    ["kind: text", "kind: number", "49:15"],
    ["scale: yes-no", "scale: yes-no\n    scoring: none", "24:14"],
    ["id: covered", "id: covered\n        allow-not-applicable: true", "34:31"],
  ])("tells that %s became %s", async (from, to, at) => {
    const found = await against(MANY_KINDS.replace(from, to), MANY_KINDS);
    expect(found).toContain(`${at} version/changed-meaning`);
  });

  it("asks of numbers, words and choices no question that yes can answer", async () => {
    const files = memoryFiles({ "ours.yaml": MANY_KINDS });
    const { stdout } = await runInMemory(["lint", "ours.yaml"], { files });
    expect(stdout).not.toContain("plain/not-answerable");
  });

  it("finds nothing where nothing changed, or only what people do not answer", async () => {
    expect(await against(SOUND_RUBRIC)).toEqual([]);
    expect(await against(SOUND_RUBRIC.replace("title: Our own", "title: Our very own"))).toEqual(
      [],
    );
  });

  it.each([
    ["a question", "Do we talk openly", "Do we talk often", ["25:15 version/changed-meaning"]],
    ["a weight", "- { id: paid,", "- { id: paid, weight: 3,", ["28:29 version/changed-meaning"]],
    ["a level", "There is nothing to show yet.", "Nothing.", ["11:3 version/changed-meaning"]],
    ["a question's name", "id: paid", "id: money", ["28:15 id/renamed"]],
    ["a band's name", "name: Doing it", "name: On our way", ["14:1 version/changed-meaning"]],
    ["a version", "version: 1.0.0", "version: 0.10.0", ["3:10 version/changed-meaning"]],
  ])("points at %s that changed without saying so", async (_, from, to, expected) => {
    expect(await against(SOUND_RUBRIC.replace(from, to))).toEqual(expected);
  });

  it("is content with a new version, and with a former name", async () => {
    const newer = SOUND_RUBRIC.replace("version: 1.0.0", "version: 1.1.0");
    expect(await against(newer.replace("Do we talk openly", "Do we talk often"))).toEqual([]);
    expect(await against(SOUND_RUBRIC.replace("id: paid", "id: money, formerly: [paid]"))).toEqual(
      [],
    );
  });

  it("counts the parts of a version, and does not spell them", async () => {
    const at = (version: string) => SOUND_RUBRIC.replace("version: 1.0.0", `version: ${version}`);
    expect(await against(at("1.10.0"), at("1.9.0"))).toEqual([]);
    expect(await against(at("1.9.0"), at("1.10.0"))).toEqual(["3:10 version/changed-meaning"]);
  });

  it("lets questions go with a new first number", async () => {
    const newer = SOUND_RUBRIC.replace("version: 1.0.0", "version: 2.0.0");
    expect(await against(newer.replace("id: paid", "id: money"))).toEqual([]);
  });
});
