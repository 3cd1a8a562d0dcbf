import { describe, expect, it } from "vitest";
import { CHARITY_FOLDER, memoryFiles, runInMemory } from "../../support/context.ts";
import { SOUND_RUBRIC } from "../../support/rule-samples.ts";

/** What is said of a file, as `line rule`. */
async function lint(text: string, ...argv: readonly string[]): Promise<string[]> {
  const files = memoryFiles({ "ours.yaml": text });
  const { stdout } = await runInMemory(["lint", "ours.yaml", "--format", "compact", ...argv], {
    files,
  });
  return [...stdout.matchAll(/^ours\.yaml:(\d+):\d+: \w+: (.*) \[(.*)\]$/gmu)].map(
    ([, line, , rule]) => `${line} ${rule}`,
  );
}

const words = ["never", "seldom", "sometimes", "often", "always"];
const FREQUENCY = SOUND_RUBRIC.replace(
  "scales:\n",
  () =>
    `scales:\n  often:\n${words.map((word) => `    - { id: ${word}, name: ${word}, means: We ${word} do this. }\n`).join("")}`,
).replace("scale: check", "scale: often");

describe("one fact", () => {
  it("is said once of a scale from never to always", async () => {
    const found = await lint(FREQUENCY);
    expect(found.filter((each) => each.includes("scale/anchor"))).toEqual([
      "16 scale/anchors-alike",
    ]);
  });

  it("is an error of the weight alone, not also of its share", async () => {
    const found = await lint(SOUND_RUBRIC.replace("{ id: paid,", "{ id: paid, weight: -1,"));
    expect(found).toEqual(["28 weight/range"]);
  });
});

it("is told how to write a version that reads as a number, and mends it so", async () => {
  const files = memoryFiles({
    "ours.yaml": SOUND_RUBRIC.replace("version: 1.0.0", "version: 1.0"),
  });
  const { stdout } = await runInMemory(["lint", "ours.yaml"], { files });
  expect(stdout).toContain("Write three numbers with dots: 1.0.0.");
  await runInMemory(["lint", "ours.yaml", "--fix"], { files });
  expect(await lint((await files.read(`${CHARITY_FOLDER}/ours.yaml`)) ?? "")).toEqual([]);
});

describe("two comments, one over the other", () => {
  it("both speak of the line below", async () => {
    const text = SOUND_RUBRIC.replace(
      "about: What we ask people with lived experience.",
      [
        "# coprod-disable-next-line plain/latin -- quoted",
        "# coprod-disable-next-line words/jargon -- quoted",
        "about: We utilise it, e.g. with people with lived experience.",
      ].join("\n"),
    );
    expect(await lint(text)).toEqual([]);
  });
});

describe("view/no-experience", () => {
  it.each([
    "What we ask the people we serve.",
    "What we ask people who use our services.",
    "The form that people fill in.",
    "What members of our groups say.",
  ])("knows how people say it: %s", async (about) => {
    const text = SOUND_RUBRIC.replace(/about: .*/u, `about: ${about}`).replace(
      "why: People with lived experience speak last.",
      "why: It helps.",
    );
    expect(await lint(text)).toEqual([]);
  });

  it("says that nobody came where they are on the list", async () => {
    const text = `coprod: assessment/1
title: River House
rubrics: [{ id: before-you-start }]
people:
  - { group: lived-experience, name: People, present: 0 }
  - { group: staff, name: Staff, present: 2 }
`;
    const files = memoryFiles({ "ours.yaml": text });
    const { stdout } = await runInMemory(["lint", "ours.yaml"], { files });
    expect(stdout).toContain("are on the list, and none of them was there");
    expect(stdout).not.toContain("add the group");
  });
});

describe("an answer in curly quotes", () => {
  it("is told from a level that is not there", async () => {
    const text = `coprod: assessment/1
title: River House
rubrics: [{ id: before-you-start }]
answers:
  before-you-start/why-we-do-this: { answer: “yes” }
`;
    const files = memoryFiles({ "ours.yaml": text });
    const { stdout } = await runInMemory(["lint", "ours.yaml"], { files });
    expect(stdout).toContain("those of a word processor");
  });
});
