import { describe, expect, it } from "vitest";
import { parseAssessment } from "../../../src/assessment/parse.ts";
import { type MemoryFiles, memoryFiles, runInMemory } from "../../support/context.ts";
import { SMALL_BARRIERS, SMALL_PRINCIPLES } from "../../support/small-rubrics.ts";
import { begun, NEW, OUR, sit } from "../../support/workshop.ts";

const fileIn = (files: MemoryFiles) => parseAssessment("our.yaml", files.texts.get(OUR) ?? "").file;

/** Clears the screen, paints, changes the window's title, goes up a line, turns the writing round. */
const ESCAPES = [
  "\u001b[2J",
  "\u001b[31m",
  "\u001b]0;taken\u0007",
  "\u001b[1A",
  "\u009b2K",
  "\u202e",
  "\u0000",
];

/** No control signs but line breaks, and nothing that turns the writing round. */
const UNSAFE = /[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u;

/** As a YAML text in double quotes. */
const quoted = (words: string) => JSON.stringify(words).replace(/[\u007f-\u009f\u202e]/gu, escaped);
const escaped = (sign: string) => `\\u${sign.codePointAt(0)?.toString(16).padStart(4, "0")}`;

describe("row 32: escape codes", () => {
  it.each(ESCAPES.map((code) => [JSON.stringify(code), code]))(
    "row 32: %s in a rubric is shown as words and never run",
    async (_, code) => {
      const asks = quoted(`Do we ${code}talk about power?`);
      const rubric = SMALL_PRINCIPLES.replace("Do we talk about power?", asks)
        .replace("title: Sharing power", `title: ${quoted(`Sharing${code} power`)}`)
        .replace("talk: [Who decides here?]", `talk: [${quoted(`Who ${code}decides?`)}]`);
      const files = memoryFiles({ "principles.yaml": rubric, "barriers.yaml": SMALL_BARRIERS });
      const typed = ["River House", "", "s", "t", "2", "l", "g end", "q"];
      const { stdout, stderr } = await sit(typed, { files, args: NEW });
      expect(stdout + stderr).not.toMatch(UNSAFE);
      // A rubric that holds such codes may be refused; where it is taken, its words are shown.
      if (stderr === "") expect(stdout).toMatch(/Do we .*talk about power\?/u);
    },
  );

  it.each(ESCAPES.map((code) => [JSON.stringify(code), code]))(
    "row 32: %s in notes, roles, groups and names is kept out of what is shown",
    async (_, code) => {
      const typed = [
        ...["w", `We ${code}changed it`, "", "a", `Write ${code}it`, `Cha${code}ir`, ""],
        ...["2", "b", "q"],
      ];
      const files = await begun(typed);
      const group = `Care${code}rs`;
      const second = await sit(["3", "5", "0", "0", group, "6", "", "q"], { files });
      const review = await runInMemory(["assess", "our.yaml", "--review"], { files });
      const score = await runInMemory(["score", "our.yaml"], { files });
      for (const { stdout, stderr } of [second, review, score]) {
        expect(stdout + stderr).not.toMatch(UNSAFE);
      }
      expect(review.stdout).toMatch(/We .*changed it/u);
    },
  );

  it.each(ESCAPES.slice(0, 4).map((code) => [JSON.stringify(code), code]))(
    "row 32: %s in a file's name, or in a file written by hand, is not run",
    async (_, code) => {
      const text = `coprod: assessment/1
title: ${quoted(`Ours${code}`)}
rubrics: [{ id: principles, file: ./principles.yaml }]
people: [{ group: staff, name: ${quoted(`Sta${code}ff`)}, present: 4 }]
answers: { principles/power: { answer: usual, note: ${quoted(`We${code} did`)} } }
`;
      const name = `our${code}.yaml`;
      const files = memoryFiles({ "principles.yaml": SMALL_PRINCIPLES, [name]: text });
      const argv = ["assess", "--plain", name];
      const asked = await runInMemory(argv, { files, lines: ["y", "g 1", "q"] });
      const reviewed = await runInMemory([...argv, "--review"], { files });
      const missing = await runInMemory(["score", `gone${code}.yaml`], { files });
      for (const { stdout, stderr } of [asked, reviewed, missing]) {
        expect(stdout + stderr).not.toMatch(UNSAFE);
      }
      expect(asked.stdout).toMatch(/We.* did/u);
    },
  );
});

describe("row 33: notes in any script", () => {
  it.each([
    ["emoji", "Good 🎉 and a family 👩‍👩‍👧‍👦 and a flag 🏴󠁧󠁢󠁷󠁬󠁳󠁿"],
    ["Welsh", "Ŷ ŵ â ê î ô û — gŵyl yn Llŷn"],
    ["right to left", "قررنا معا وكتبنا 3 أفكار"],
    ["Hebrew with marks", "שָׁלוֹם לְכֻלָּם"],
    ["Japanese", "みんなで決めました。"],
    ["marks of YAML", "- a: b # c | > & * ! % @ ` { [ ' \" ~ null yes 0x1f 1e3"],
    ["10,000 signs", "we met & talked: ".repeat(589).trim()],
  ])(
    "row 33: %s come back from the file as they were typed, also after another session",
    async (_, note) => {
      const files = await begun(["w", note, "", "2"]);
      expect(fileIn(files)?.answers?.["principles/power"]?.note).toBe(note);
      await sit(["s", "", "3", "q"], { files });
      expect(fileIn(files)?.answers?.["principles/power"]?.note).toBe(note);
      expect(fileIn(files)?.answers?.["principles/costs"]?.answer).toBe("usual");
    },
  );
});
