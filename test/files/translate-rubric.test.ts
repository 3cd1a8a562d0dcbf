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

const exported = async (extra: Record<string, string> = {}, kind = "csv") =>
  (await run(["--export", kind, "-o", "-"], extra)).stdout;

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
  it.each(["csv", "po"])(
    "as %s is the translation that it was made from, whatever stands in it",
    async (kind) => {
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
          const back = await exported({ "ours.cy.yaml": written }, kind);
          const { files, exitCode, stderr } = await run(["--import", `back.${kind}`], {
            "ours.cy.yaml": written,
            [`back.${kind}`]: back,
          });
          expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
          const made = files.texts.get(`${CHARITY_FOLDER}/ours.cy.yaml`) ?? "";
          expect(parseTranslation("", made).translation).toEqual(
            parseTranslation("", written).translation,
          );
        }),
        { numRuns: examples(8, 300) },
      );
    },
  );

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
    expect(stdout).toContain("--allow-partial shows it as a draft.");
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

describe("a catalogue for translators' programs", () => {
  const CHANGED_RUBRIC = SOUND_RUBRIC.replace("Do we pay people", "Do we always pay people");
  const STALE = {
    "ours.yaml": CHANGED_RUBRIC,
    "ours.cy.yaml": translationText(OURS, { language: "cy" }),
  };
  const back = (po: string, extra: Record<string, string> = {}) =>
    run(["--import", "back.po"], { "back.po": po, ...extra });

  it("names each text by its key, says where it stands, and has no clock in it", async () => {
    const po = await exported({}, "po");
    expect(po).toContain(`"Language: cy\\n"`);
    expect(po).toContain(`"Content-Type: text/plain; charset=UTF-8\\n"`);
    expect(po).not.toMatch(/\d{4}-\d\d-\d\d/u);
    expect(po).toContain(`#. the question itself, of the question “Do we pay people for their time?”
msgctxt "questions/paid/asks"
msgid "Do we pay people for their time?"
msgstr ""
`);
    expect(po.match(/^msgctxt /gmu)).toHaveLength(TEXTS.length);
  });

  it("marks as fuzzy what was made from other English, and leaves that stale until the mark is off", async () => {
    const po = await exported(STALE, "po");
    expect(po.match(/^#, fuzzy$/gmu)).toHaveLength(1);
    const kept = await back(po, STALE);
    expect(kept.stdout).toContain("One text is marked fuzzy, so it was left as it was here.");
    const stale = async ({ files }: typeof kept) =>
      (await runInMemory(["lint", "ours.cy.yaml"], { files })).stdout.includes(
        "[translation/stale]",
      );
    expect(await stale(kept)).toBe(true);
    expect(await stale(await back(po.replace("#, fuzzy\n", ""), STALE))).toBe(false);
  });

  it.each(["#, fuzzy", "#, c-format, fuzzy", "#,fuzzy,no-wrap"])(
    "takes no text that whoever translated it marked with %s",
    async (flags) => {
      const po = (await exported({}, "po")).replace(
        /(msgctxt "questions\/paid\/asks"\nmsgid "[^"]*"\nmsgstr )""/u,
        `${flags}\n$1"Ydyn ni'n talu?"`,
      );
      const { stdout, files } = await back(po);
      expect(stdout).toContain("One text is marked fuzzy");
      const made = files.texts.get(`${CHARITY_FOLDER}/ours.cy.yaml`) ?? "";
      expect(parseTranslation("", made).translation?.texts).toEqual({});
    },
  );

  it("goes there and back where a question has two lines", async () => {
    const rubric = SOUND_RUBRIC.replace(
      /asks: "?Do we pay people for their time\?"?/u,
      String.raw`asks: "Do we pay people\nfor their time?"`,
    );
    expect(rubric).not.toBe(SOUND_RUBRIC);
    const po = await exported({ "ours.yaml": rubric }, "po");
    const { exitCode, stderr } = await back(po, { "ours.yaml": rubric });
    expect([exitCode, stderr]).toEqual([0, ""]);
  });

  it("reads folded texts, Windows' line ends and what a program keeps of old texts", async () => {
    const po = (await exported({}, "po"))
      .replace(
        /(msgctxt "questions\/paid\/asks"\nmsgid "[^"]*"\nmsgstr )""/u,
        '$1""\n"Ydyn ni\'n \\"talu\\" "\n"pobl?"',
      )
      .concat('\n#~ msgctxt "gone"\n#~ msgid "Gone"\n#~ msgstr "Wedi mynd"\n')
      .replaceAll("\n", "\r\n");
    const { exitCode, stderr, files } = await back(po);
    expect([exitCode, stderr]).toEqual([0, ""]);
    const made = files.texts.get(`${CHARITY_FOLDER}/ours.cy.yaml`) ?? "";
    const texts = parseTranslation("", made).translation?.texts;
    expect(texts?.["questions/paid/asks"]?.text).toBe('Ydyn ni\'n "talu" pobl?');
  });

  it("with ten mistakes tells ten, each with its line, and changes nothing", async () => {
    const po = await exported({}, "po");
    let count = 0;
    const wrong = po.replace(/^msgctxt "(.*)"$/gmu, (line, key) => {
      count += 1;
      return count <= 5 ? `msgctxt "${key}x"` : line;
    });
    // Five misspelt keys, which are lost as well.
    const { exitCode, stderr, files } = await back(wrong);
    expect(exitCode).toBe(1);
    expect(stderr).toContain("back.po has 10 mistakes. Nothing was changed.");
    expect(stderr.match(/^ {2}line \d+: the rubric has no text/gmu)).toHaveLength(5);
    expect(files.texts.has(`${CHARITY_FOLDER}/ours.cy.yaml`)).toBe(false);
  });

  it.each([
    [
      "a quote that is not closed",
      (po: string) =>
        po.replace(
          'msgid "Do we pay people for their time?"',
          'msgid "Do we pay people for their time?',
        ),
    ],
    ["a quote inside", (po: string) => po.replace('msgid "Do we pay', 'msgid "Do we "pay"')],
    ["words without quotes", (po: string) => `${po}\nmsgid Ours\n`],
  ])("refuses %s, with its line", async (_, spoil) => {
    const { exitCode, stderr } = await back(spoil(await exported({}, "po")));
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^ {2}line \d+: .* is no line of such a file\./mu);
  });
});

describe("a catalogue that is not what it seems", () => {
  const back = async (change: (po: string) => string, extra: Record<string, string> = {}) => {
    const po = (await exported({}, "po")).replace(/(?<=\n\n[\s\S]*?)msgstr ""/gu, 'msgstr "Cym"');
    const given = { "t.po": change(po), ...extra };
    const target = Object.keys(extra).flatMap((name) => ["-o", name]);
    return run(["--import", "t.po", ...target], given);
  };

  it("is refused where its head names another language", async () => {
    const { stderr, exitCode } = await back((po) => po.replace("Language: cy", "Language: ga_IE"));
    expect(stderr).toContain("Its head says that it is in “ga_IE”, not in “cy”.");
    expect(exitCode).toBe(1);
  });

  it("is taken where its head names the language more exactly, or none", async () => {
    for (const head of ["Language: cy_GB", "Language: "])
      expect((await back((po) => po.replace("Language: cy", head))).exitCode).toBe(0);
  });

  it("is refused in one sentence where the keys were left out", async () => {
    const { stderr, exitCode } = await back((po) => po.replace(/^msgctxt .*\n/gmu, ""));
    expect(stderr).toContain("the lines that begin with msgctxt are gone");
    expect(stderr).toContain("1 mistake");
    expect(exitCode).toBe(1);
  });

  it("never takes the place of answers", async () => {
    const mine = "coprod: assessment/1\ntitle: Ours\n";
    const { stderr, exitCode, files } = await back((po) => po, { "a.yaml": mine });
    expect(stderr).toContain("a.yaml holds answers or questions, not a translation.");
    expect(exitCode).toBe(2);
    expect(files.texts.get(`${CHARITY_FOLDER}/a.yaml`)).toBe(mine);
  });
});
