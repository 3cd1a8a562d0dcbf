import { describe, expect, it } from "vitest";
import { EXIT } from "../../src/platform/errors.ts";
import { CHARITY_FOLDER, memoryFiles, runInMemory } from "../support/context.ts";
import { SOUND_RUBRIC } from "../support/rule-samples.ts";

const ABOUT = "about: What we ask people with lived experience.";

async function fixed(from: string, to: string, ...argv: readonly string[]) {
  const text = SOUND_RUBRIC.replace(from, to);
  const files = memoryFiles({ "ours.yaml": text });
  const ran = await runInMemory(["lint", "ours.yaml", "--fix", ...argv], { files });
  return { ...ran, before: text, after: files.texts.get(`${CHARITY_FOLDER}/ours.yaml`) ?? "" };
}

describe("--fix", () => {
  it.each([
    ["a misspelt field", ABOUT, ABOUT.replace("about", "abuot"), ABOUT],
    ["a misspelt reference", "scale: check", "scale: chekc", "scale: check"],
    ["a doubled word", ABOUT, ABOUT.replace("we ask", "we we ask"), ABOUT],
    [
      "a doubled word over a line break",
      ABOUT,
      `about: >-\n  What we\n  we ask people with lived experience.`,
      "about: >-\n  What we ask people with lived experience.",
    ],
    [
      "a and an",
      ABOUT,
      "about: A hour with lived experience.",
      "about: An hour with lived experience.",
    ],
    [
      "Latin",
      ABOUT,
      "about: 'It''s lived experience, i.e. yours.'",
      "about: 'It''s lived experience, that is yours.'",
    ],
    [
      "an office word with one meaning",
      ABOUT,
      'about: "We utilise \\"lived experience\\"."',
      'about: "We use \\"lived experience\\"."',
    ],
    ["a number that is text", "authors: Our group", "authors: 1.0", 'authors: "1.0"'],
    [
      "comments and layout as they are",
      ABOUT,
      `# mine\nabout:   A hour with lived experience.   # keep`,
      `# mine\nabout:   An hour with lived experience.   # keep`,
    ],
  ])("mends %s", async (_, from, to, expected) => {
    const { after, exitCode, stdout, stderr } = await fixed(from, to);
    expect(after).toBe(SOUND_RUBRIC.replace(from, expected));
    expect(stdout).toBe("Checked 1 file: no problems.\n");
    expect(stderr).toBe("Mended 1 file.\n");
    expect(exitCode).toBe(EXIT.done);
  });

  it.each([
    "Write to utilise@example.org or see https://www.example.org/e.g./utilise",
    "See localhost:3000/utilise, 192.168.1.2/e.g./utilise, smb://server/utilise or //server/share/utilise.",
    "See example.org?utilise=1, example.org#utilise, example.org:8080/utilise or utilise.foundation.",
    "Type `utilise`, {{utilise}} or utilise_plan into mailto:utilise, ./utilise or doi:10.1000/utilise.",
    "She said: „We utilise a hour“, »We utilise a hour«, ‹We utilise a hour›.",
    "Ask people to log in in the morning. What it is is a plan.",
    "Bora Bora Café is the place, and the Utilise Forum is next door.",
    "An X-ray, an NCVO member, a U3A talk and a Ukrainian family.",
    "We met An Comunn Gàidhealach at Gob an Choire.",
    "She said: “We utilise a hour, e.g. the the evening”.",
    "She said: ‘the the evening’, and then: ‘give us a hour’.",
  ])("leaves what is right, or not ours: %s", async (words) => {
    const { after, before } = await fixed(ABOUT, `about: ${JSON.stringify(words)}`);
    expect(after).toBe(before);
  });

  it("never changes people's own words, nor a number that is meant", async () => {
    const text = `coprod: assessment/1
title: River House
rubrics: [{ id: before-you-start }]
people:
  - { group: lived-experience, name: People, present: 3 }
answers:
  before-you-start/why-we-do-this: { answer: "no", note: "We log in in a hour, e.g. the the evening" }
actions:
  - { id: a1, do: Utilise a hour, who: Chair, by: 2027-02, cost: 12.50, status: planned }
`;
    const files = memoryFiles({ "ours.yaml": text });
    const { exitCode, stdout } = await runInMemory(["lint", "ours.yaml", "--fix"], { files });
    expect(files.texts.get(`${CHARITY_FOLDER}/ours.yaml`)).toBe(text);
    expect(stdout).toBe("Checked 1 file: no problems.\n");
    expect(exitCode).toBe(EXIT.done);
  });

  it("leaves a number alone where only a number fits, however it is written", async () => {
    for (const minutes of ["012", "2.0", "1e1"]) {
      const { after, before } = await fixed("minutes: 2", `minutes: ${minutes}`);
      expect(after).toBe(before);
    }
  });

  it("says what it left because more would have changed", async () => {
    const { after, before, stderr } = await fixed(
      ABOUT,
      "about: We utilise use of words by people with lived experience.",
    );
    expect(after).toBe(before);
    expect(stderr).toContain(
      "was not mended: it would have changed more than this (words/jargon).",
    );
  });

  it("leaves what only a person can mend, and ends as the check of the mended file does", async () => {
    const { after, before, exitCode } = await fixed(ABOUT, "about: TODO");
    expect(after).toBe(before);
    expect(exitCode).toBe(EXIT.problems);
  });

  it("leaves what a comment switched off", async () => {
    const line = "about: Lived experience, i.e. yours. # coprod-disable-line plain/latin";
    const { after, before } = await fixed(ABOUT, line);
    expect(after).toBe(before);
  });

  it("keeps a byte order mark", async () => {
    const text = `\ufeff${SOUND_RUBRIC.replace("we ask", "we we ask")}`;
    const files = memoryFiles({ "ours.yaml": text });
    await runInMemory(["lint", "ours.yaml", "--fix"], { files });
    expect(files.texts.get(`${CHARITY_FOLDER}/ours.yaml`)).toBe(`\ufeff${SOUND_RUBRIC}`);
  });

  it("adds the line for editors where the schema is beside the rubric, and only there", async () => {
    const text = SOUND_RUBRIC.replace(/# yaml-language-server.*\n/u, "").replaceAll("\n", "\r\n");
    const alone = memoryFiles({ "ours.yaml": text });
    const { stdout } = await runInMemory(["lint", "ours.yaml", "--fix", "--verbose"], {
      files: alone,
    });
    expect(stdout).toContain("coprod schema rubric > rubric.schema.json");
    expect(alone.texts.get(`${CHARITY_FOLDER}/ours.yaml`)).toBe(text);
    const files = memoryFiles({ "ours.yaml": text, "rubric.schema.json": "{}" });
    await runInMemory(["lint", "ours.yaml", "--fix"], { files });
    expect(files.texts.get(`${CHARITY_FOLDER}/ours.yaml`)).toBe(
      `# yaml-language-server: $schema=rubric.schema.json\r\n${text}`,
    );
  });

  it("keeps CRLF line ends", async () => {
    const text = SOUND_RUBRIC.replace("we ask", "we we ask").replaceAll("\n", "\r\n");
    const files = memoryFiles({ "ours.yaml": text });
    await runInMemory(["lint", "ours.yaml", "--fix"], { files });
    expect(files.texts.get(`${CHARITY_FOLDER}/ours.yaml`)).toBe(
      SOUND_RUBRIC.replaceAll("\n", "\r\n"),
    );
  });
});

describe("--dry-run", () => {
  it("prints the change as a diff and writes nothing", async () => {
    const { after, before, stdout, exitCode } = await fixed(
      ABOUT,
      "about: A hour with lived experience.",
      "--dry-run",
    );
    expect(after).toBe(before);
    expect(stdout).toContain(
      "--- ours.yaml\n+++ ours.yaml\n@@ -6 +6 @@\n-about: A hour with lived experience.\n+about: An hour with lived experience.\n",
    );
    expect(exitCode).toBe(EXIT.done);
  });
});
