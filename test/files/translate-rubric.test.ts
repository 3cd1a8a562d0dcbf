import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseRubric } from "../../src/rubric/parse.ts";
import { translationYaml } from "../../src/rubric/translation/exchange.ts";
import { parseTranslation } from "../../src/rubric/translation/parse.ts";
import { sourceMark, textsOf } from "../../src/rubric/translation/texts.ts";
import { CHARITY_FOLDER, memoryFiles, runInMemory } from "../support/context.ts";
import { examples } from "../support/examples.ts";
import { SOUND_RUBRIC } from "../support/rule-samples.ts";
import { translationText } from "../support/translations.ts";

const { file: OURS } = parseRubric("ours.yaml", SOUND_RUBRIC);
if (OURS === undefined) throw new Error("The rubric of the samples is not sound.");
const TEXTS = textsOf(OURS);

function run(argv: readonly string[], extra: Record<string, string> = {}) {
  const files = memoryFiles({ "ours.yaml": SOUND_RUBRIC, ...extra });
  return runInMemory(["rubric", "translate", "./ours.yaml", "--to", "cy", ...argv], { files });
}

const exported = async (extra: Record<string, string> = {}) =>
  (await run(["--export", "csv", "-o", "-"], extra)).stdout;

describe("the table for translators", () => {
  it("holds each text in reading order, with where it stands and what is to be done", async () => {
    const lines = (await exported()).split("\r\n");
    expect(lines[0]).toBe("\ufeffkey,where,english,translation,to do");
    expect(lines.filter((line) => line !== "").length).toBe(TEXTS.length + 1);
    expect(lines).toContain(
      'questions/paid/asks,"the question itself, of the question “Do we pay people for their time?”",Do we pay people for their time?,,new',
    );
  });

  it("says of each text that it changed after it was translated", async () => {
    const csv = await exported({
      "ours.yaml": SOUND_RUBRIC.replace("Do we pay people", "Do we always pay people"),
      "ours.cy.yaml": translationText(OURS, { language: "cy" }),
    });
    const changed = csv.split("\r\n").filter((line) => line.endsWith(",the English changed"));
    expect(changed.length).toBe(1);
    expect(changed[0]).toContain("Do we always pay people for their time?,Cym Do we pay people");
  });

  it("never takes the place of one that somebody may be at work in", async () => {
    const { stderr, exitCode, files } = await run(["--export", "csv"], { "ours.cy.csv": "mine" });
    expect(stderr).toContain("ours.cy.csv is already there.");
    expect(exitCode).toBe(2);
    expect(files.texts.get(`${CHARITY_FOLDER}/ours.cy.csv`)).toBe("mine");
  });
});

describe("a table that comes back", () => {
  it("is the translation that it was made from, whatever stands in it", async () => {
    const said = fc
      .string({ unit: "grapheme", maxLength: 30 })
      .map((text) => text.replace(/[\p{Cc}\p{Cs}\u2028\u2029\ufeff]/gu, " ").trim())
      .filter((text) => text !== "");
    const some = fc.array(fc.option(said, { nil: undefined }), {
      minLength: TEXTS.length,
      maxLength: TEXTS.length,
    });
    await fc.assert(
      fc.asyncProperty(some, async (all) => {
        const texts = Object.fromEntries(
          TEXTS.flatMap(({ key, text }, at) => {
            const own = all[at];
            return own === undefined ? [] : [[key, { text: own, from: sourceMark(text) }]];
          }),
        );
        const written = translationYaml({ of: "ours", language: "cy", texts }, undefined);
        const csv = await exported({ "ours.cy.yaml": written });
        const { files, exitCode, stderr } = await run(["--import", "back.csv"], {
          "ours.cy.yaml": written,
          "back.csv": csv,
        });
        expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
        const back = files.texts.get(`${CHARITY_FOLDER}/ours.cy.yaml`) ?? "";
        expect(parseTranslation("", back).translation).toEqual(
          parseTranslation("", written).translation,
        );
      }),
      { numRuns: examples(8, 300) },
    );
  });

  const CHANGED_RUBRIC = SOUND_RUBRIC.replace("Do we pay people", "Do we always pay people");
  const STALE = {
    "ours.yaml": CHANGED_RUBRIC,
    "ours.cy.yaml": translationText(OURS, { language: "cy" }),
  };

  async function takenBack(change: (csv: string) => string) {
    const csv = change(await exported(STALE));
    const { stdout, files } = await run(["--import", "back.csv"], { ...STALE, "back.csv": csv });
    const lint = await runInMemory(["lint", "ours.cy.yaml"], { files });
    return { stdout, isStale: lint.stdout.includes("[translation/stale]") };
  }

  it("leaves a text marked that nobody touched after the English changed", async () => {
    const { stdout, isStale } = await takenBack((csv) => csv);
    expect(isStale).toBe(true);
    expect(stdout).toContain("One text is as before the English changed.");
  });

  it.each([
    ["was put right", (csv: string) => csv.replace("Cym Do we pay people", "Cym bob amser")],
    ["was looked at and holds", (csv: string) => csv.replace(",the English changed", ",")],
  ])("takes the mark off one that %s", async (_, change) => {
    const { stdout, isStale } = await takenBack(change);
    expect(isStale).toBe(false);
    expect(stdout).not.toContain("before the English changed");
  });

  it("is used as it is", async () => {
    const csv = (await exported()).replace(
      "Do we pay people for their time?,,new",
      "Do we pay people for their time?,Ydyn ni'n talu?,",
    );
    const { stdout, files } = await run(["--import", "back.csv"], { "back.csv": csv });
    expect(stdout).toContain(`1 of ${TEXTS.length} texts.`);
    expect(stdout).toContain("--allow-partial");
    const made = files.texts.get(`${CHARITY_FOLDER}/ours.cy.yaml`) ?? "";
    expect(made).toContain("# yaml-language-server: $schema=translation.schema.json");
    expect(parseTranslation("", made).translation?.texts).toEqual({
      "questions/paid/asks": {
        text: "Ydyn ni'n talu?",
        from: sourceMark("Do we pay people for their time?"),
      },
    });
    const lint = await runInMemory(["lint", "ours.cy.yaml"], { files });
    expect(lint.stdout).toContain(`${TEXTS.length - 1} texts of "ours" are missing here`);
  });

  it("with ten mistakes tells ten, and changes nothing", async () => {
    const [head = "", ...rows] = (await exported()).trimEnd().split("\r\n");
    const wrong = rows.map((row, at) => {
      if (at < 3) return row.replace(/^[^,]*/u, (key) => `${key}x`);
      return row;
    });
    // Three misspelt keys, which are lost as well; two rows twice; a source that changed; and one row gone.
    const changed = wrong.map((row) => row.replaceAll("Do we pay people for", "Do you pay us for"));
    const all = [head, ...changed.slice(0, -1), changed[5] ?? "", changed[6] ?? ""];
    const { stderr, exitCode, files } = await run(["--import", "back.csv"], {
      "back.csv": all.join("\r\n"),
    });
    expect(exitCode).toBe(1);
    expect(stderr).toContain("back.csv has 10 mistakes. Nothing was changed.");
    expect(stderr.match(/^ {2}\S/gmu)?.length).toBe(10);
    expect(stderr).toContain("row 2: the rubric has no text “titlex”. Did you mean “title”?");
    expect(files.texts.has(`${CHARITY_FOLDER}/ours.cy.yaml`)).toBe(false);
  });

  it.each([
    ["key,english\na,b\n", "lacks a column"],
    ['key,english,translation\na,"b,c\n', "quote marks in row"],
  ])("that is no such table is told: %j", async (csv, words) => {
    const { stderr, exitCode } = await run(["--import", "back.csv"], { "back.csv": csv });
    expect(stderr).toContain(words);
    expect(exitCode).not.toBe(0);
  });
});

it("says that a way has to be chosen", async () => {
  const { stderr, exitCode } = await run([]);
  expect(stderr).toContain("--export csv");
  expect(exitCode).toBe(2);
});
