import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spokenText } from "../../src/documents/bilingual.ts";
import { parseRubric } from "../../src/rubric/parse.ts";
import { resolveRubric } from "../../src/rubric/resolve.ts";
import { sourceMark, textsOf, translate, withTexts } from "../../src/rubric/translation/texts.ts";
import { memoryFiles, PACKAGE_FOLDER, runInMemory, type Setting } from "../support/context.ts";
import { SOUND_RUBRIC } from "../support/rule-samples.ts";
import { cymric, translationText } from "../support/translations.ts";

const ASSESSMENT = `coprod: assessment/1
title: River House
started: 2026-11-21
rubrics:
  - { id: ours, file: ours.yaml }
people:
  - { group: lived-experience, name: People with lived experience, present: 3 }
answers:
  ours/talked-about: { answer: "yes" }
  ours/paid: { answer: "no" }
  ours/near: { answer: "yes" }
`;

const { file: OURS } = parseRubric("ours.yaml", SOUND_RUBRIC);
if (OURS === undefined) throw new Error("The rubric of the samples is not sound.");

const WHOLE = translationText(OURS, { language: "cy" });
const PARTIAL = translationText(OURS, { language: "cy", without: ["questions/paid/asks"] });

function run(argv: readonly string[], extra: Record<string, string> = {}, setting: Setting = {}) {
  const files = memoryFiles({ "ours.yaml": SOUND_RUBRIC, "river.yaml": ASSESSMENT, ...extra });
  return runInMemory(argv, { files, ...setting });
}

describe("a rubric in another language", () => {
  it("has its texts in that language, and is the same rubric", () => {
    const { file } = translate(OURS, parsed(WHOLE));
    const texts = textsOf(file).map(({ text }) => text);
    expect(texts).toEqual(textsOf(OURS).map(({ text }) => cymric(text)));
    const plain = (each: unknown) => JSON.parse(JSON.stringify(each));
    expect(plain(withTexts(file, () => "x"))).toEqual({
      ...plain(withTexts(OURS, () => "x")),
      language: "cy",
    });
  });

  it.each([
    [["score", "river.yaml", "--json"]],
    [["compare", "river.yaml", "river.yaml", "--format", "json"]],
  ])("counts the same in every language: %s", async (argv) => {
    const english = await run(argv);
    const welsh = await run(argv, { "ours.cy.yaml": WHOLE }, { env: { COPROD_LANGUAGE: "cy" } });
    expect(english.exitCode).toBe(0);
    const numbers = (text: string) => text.match(/"[^"]*": (?:[\d.]+|"sha256[^"]*"|null)/gu);
    expect(numbers(welsh.stdout)).toEqual(numbers(english.stdout));
    expect(numbers(english.stdout)?.length).toBeGreaterThan(5);
  });

  it("keeps its hash and that of each question", async () => {
    const english = resolveRubric(OURS);
    const { stdout } = await run(["sheet", "ours.yaml", "-o", "-"]);
    const welsh = await run(["sheet", "ours.yaml", "-o", "-", "--language", "cy"], {
      "ours.cy.yaml": WHOLE,
    });
    const code = (page: string) => /<p class="code">[^<,]*/u.exec(page)?.[0];
    expect(code(welsh.stdout)).toBe(code(stdout));
    expect(code(stdout)).toContain(english.hash.slice("sha256-".length, "sha256-".length + 8));
  });

  it("is found beside the rubric and in rubrics/", async () => {
    for (const name of ["ours.cy.yaml", "rubrics/ours.cy.yaml"]) {
      const { stdout, stderr } = await run(["rubric", "show", "./ours.yaml", "--language", "cy"], {
        [name]: WHOLE,
      });
      expect(stdout, name).toContain(cymric("Do we pay people for their time?"));
      expect(stderr).toBe("Not yet checked by readers: “Cym Our own questions” in Welsh.\n");
    }
  });

  it("says nothing of readers where a role and a day stand in it", async () => {
    const checked = WHOLE.replace(
      "texts:",
      "checked-by: { role: Three readers, on: 2026-11-01 }\ntexts:",
    );
    const { stderr } = await run(["score", "river.yaml", "--language", "cy"], {
      "ours.cy.yaml": checked,
    });
    expect(stderr).toBe("");
  });
});

describe("a language that is not there, or not whole", () => {
  it("stops where it was asked for by name, and says how to begin", async () => {
    const { stderr, exitCode } = await run(["score", "river.yaml", "--language", "cy"]);
    expect(stderr).toContain("“Our own questions” is not there in Welsh.");
    expect(stderr).toContain("coprod rubric translate ours --to cy --export csv");
    expect(exitCode).toBe(2);
  });

  it("is refused as a draft unless --allow-partial is given; then each page says so", async () => {
    const extra = { "ours.cy.yaml": PARTIAL };
    const refused = await run(["sheet", "ours.yaml", "--language", "cy", "-o", "-"], extra);
    expect(refused.stderr).toContain("in Welsh is not whole yet.");
    expect(refused.stderr).toContain("--allow-partial");
    expect(refused.exitCode).toBe(2);
    const options = ["--language", "cy", "--allow-partial", "-o", "-"];
    const { stdout } = await run(["sheet", "ours.yaml", ...options], extra);
    const pages = stdout.match(/<p class="code">.*<\/p>/gu) ?? [];
    expect(pages.length).toBeGreaterThan(0);
    expect(pages.filter((each) => !each.includes("Draft, not yet whole."))).toEqual([]);
    expect(stdout).toContain(">2. Do we pay people for their time?<");
    expect(stdout).toMatch(/<span lang="cy"[^>]*>Cym Do we meet where people are\?<\/span>/u);
    for (const command of ["plan", "score"]) {
      const { stdout: page, stderr } = await run(
        [
          command,
          "river.yaml",
          "--language",
          "cy",
          "--allow-partial",
          ...(command === "plan" ? ["-o", "-"] : []),
        ],
        extra,
      );
      expect(page + stderr, command).toContain(
        "Draft, not yet whole: “Cym Our own questions” in Welsh.",
      );
    }
    const form = await run(["form", "ours.yaml", ...options], extra);
    const [, data = ""] = /id="form-data">(.*?)<\/script>/su.exec(form.stdout) ?? [];
    const { head, questions } = JSON.parse(data);
    const spoken = (text: string) => spokenText("cy", cymric(text));
    expect(head).toContain(`Draft, not yet whole: “${spoken("Our own questions")}” in Welsh.`);
    expect(questions[2].asks).toBe(spoken("Do we meet where people are?"));
    expect(questions[1].asks).toBe("Do we pay people for their time?");
  });

  it("is used as a wish only where it is whole", async () => {
    for (const env of [{ COPROD_LANGUAGE: "cy" }, { LANG: "cy_GB.UTF-8" }, { LC_ALL: "cy" }]) {
      const without = await run(["score", "river.yaml"], {}, { env });
      expect(without.exitCode).toBe(0);
      expect(without.stderr).toBe(
        "COPROD_LANGUAGE" in env
          ? "“Our own questions” is not there in Welsh, or not whole: it stays as it is written.\n"
          : "",
      );
      const partial = await run(["score", "river.yaml"], { "ours.cy.yaml": PARTIAL }, { env });
      expect(partial.stdout).toBe(without.stdout);
      const whole = await run(["score", "river.yaml"], { "ours.cy.yaml": WHOLE }, { env });
      expect(whole.stdout).toContain("Cym Equality");
    }
  });

  it("takes no stale text, whatever it says", async () => {
    const extra = {
      "ours.yaml": SOUND_RUBRIC.replace("Do we meet where", "Do we always meet where"),
      "ours.cy.yaml": WHOLE,
    };
    const { stdout } = await run(
      ["rubric", "show", "./ours.yaml", "--language", "cy", "--allow-partial"],
      extra,
    );
    expect(stdout).toContain("Do we always meet where people are?");
    expect(stdout).not.toContain("Cym Do we meet where");
  });

  it.each([
    ["--language", "not a tag", '"not a tag" is not the tag of a language.'],
    ["--language", "cy,pl", "in two of which one is English"],
    ["--language", "cy,en,pl", "in two of which one is English"],
    ["--language", "en,en", "in two of which one is English"],
  ])("is told: %s %s", async (option, value, words) => {
    const { stderr, exitCode } = await run(["sheet", "ours.yaml", option, value, "-o", "-"]);
    expect(stderr).toContain(words);
    expect(exitCode).toBe(2);
  });

  it.each([
    [["score", "river.yaml"], "Only a sheet, a form, and a plan in HTML"],
    [["rubric", "show", "./ours.yaml"], "Only a sheet, a form"],
    [["plan", "river.yaml", "--format", "json"], "Only a sheet, a form"],
    [["plan", "river.yaml", "--format", "text"], "in HTML, PDF, Word or Markdown can be"],
  ])("is in one at a time: %s", async (argv, words) => {
    const { stderr, exitCode } = await run([...argv, "--language", "cy,en"], {
      "ours.cy.yaml": WHOLE,
    });
    expect(stderr).toContain(words);
    expect(exitCode).toBe(2);
    const set = { env: { COPROD_LANGUAGE: "cy,en" } };
    const wish = await run(["score", "river.yaml"], { "ours.cy.yaml": WHOLE }, set);
    expect(wish.stdout).toContain("Cym Equality");
  });

  it("never reads a translation where no language was asked for", async () => {
    const extra = { "ours.cy.yaml": "no: [yaml" };
    const { stderr, exitCode } = await run(["score", "river.yaml"], extra);
    expect({ stderr, exitCode }).toEqual({ stderr: "", exitCode: 0 });
    const asked = await run(["score", "river.yaml", "--language", "cy"], extra);
    expect(asked.stderr).toContain("ours.cy.yaml");
    expect(asked.exitCode).toBe(1);
  });
});

describe("a draft that nobody has checked", () => {
  const MARK = "Drafft, heb ei wirio";
  const DRAFT = WHOLE.replace("texts:", `draft: ${MARK}\ntexts:`);
  const asked = ["--language", "cy"];

  it("is used only where it was asked for as a draft, however whole it is", async () => {
    for (const options of [asked, [...asked, "--allow-partial"]]) {
      const { stderr, exitCode } = await run(["score", "river.yaml", ...options], {
        "ours.cy.yaml": DRAFT,
      });
      expect(stderr).toContain("in Welsh is a draft that nobody has checked.");
      expect(stderr).toContain("--allow-draft");
      expect(exitCode).toBe(2);
    }
  });

  it("comes up by no setting of a machine", async () => {
    const env = { COPROD_LANGUAGE: "cy" };
    const without = await run(["score", "river.yaml"], {}, { env });
    const { stdout } = await run(["score", "river.yaml"], { "ours.cy.yaml": DRAFT }, { env });
    expect(stdout).toBe(without.stdout);
  });

  it("says on each page what it is, in its own words and language, until a role and a day stand in it", async () => {
    const checked = DRAFT.replace(
      "texts:",
      "checked-by: { role: Three people who speak Welsh, on: 2026-11-01 }\ntexts:",
    );
    const pages = ["sheet ours.yaml", "plan river.yaml"].flatMap((command) =>
      ["cy", "cy,en"].map((tags) => [...command.split(" "), "--language", tags, "-o", "-"]),
    );
    for (const argv of pages) {
      const draft = await run([...argv, "--allow-draft"], { "ours.cy.yaml": DRAFT });
      expect(draft.stdout, argv.join(" ")).toMatch(
        new RegExp(`<span lang="cy"[^<>]*>${MARK}</span>[.] A draft, not yet checked`, "u"),
      );
      expect(draft.stdout).not.toContain("Not yet checked by readers");
      const { stdout } = await run(argv, { "ours.cy.yaml": checked });
      expect(stdout).toContain("Cym ");
      expect(stdout).not.toMatch(/[Dd]raft/u);
    }
    const sheet = await run(["sheet", "ours.yaml", ...asked, "--allow-draft", "-o", "-"], {
      "ours.cy.yaml": DRAFT,
    });
    const codes = sheet.stdout.match(/<p class="code">.*<\/p>/gu) ?? [];
    expect(codes.length).toBeGreaterThan(0);
    expect(codes.filter((each) => !each.includes("Draft, not checked."))).toEqual([]);
  });

  it("is kept as one when a table is taken back", async () => {
    const table = await run(["rubric", "translate", "ours.yaml", "--to", "cy", "--export", "csv"], {
      "ours.cy.yaml": DRAFT,
    });
    const { files } = await run(
      ["rubric", "translate", "ours.yaml", "--to", "cy", "--import", "ours.cy.csv"],
      { "ours.cy.yaml": DRAFT, "ours.cy.csv": table.files.texts.get("/charity/ours.cy.csv") ?? "" },
    );
    expect(files.texts.get("/charity/ours.cy.yaml")).toContain(MARK);
  });

  it("comes with coprod: what people are asked before they start, in Welsh", async () => {
    const argv = ["before-you-start", ...asked, "-o", "-"];
    const sheet = await run(["sheet", ...argv, "--allow-draft"]);
    expect(sheet.exitCode).toBe(0);
    expect(sheet.stdout).toContain("Ydyn ni o ddifrif?");
    expect((await run(["form", ...argv, "--allow-draft"])).exitCode).toBe(0);
    expect((await run(["sheet", ...argv])).exitCode).toBe(2);
  });
});

it("a change of one English text is told by lint, in the table for translators and on the page", async () => {
  const extra = {
    "ours.yaml": SOUND_RUBRIC.replace("Do we pay people", "Do we always pay people"),
    "ours.cy.yaml": WHOLE,
  };
  const lint = await run(["lint", "ours.cy.yaml", "--format", "json"], extra);
  const { problems } = JSON.parse(lint.stdout) as { problems: { rule: string }[] };
  expect(problems.map(({ rule }) => rule)).toContain("translation/stale");
  const table = await run(
    ["rubric", "translate", "ours.yaml", "--to", "cy", "--export", "csv", "-o", "-"],
    extra,
  );
  const marked = table.stdout.split("\r\n").filter((row) => row.endsWith(",the English changed"));
  expect(marked.map((row) => row.split(",")[0])).toEqual(["questions/paid/asks"]);
  for (const argv of [
    ["plan", "river.yaml"],
    ["sheet", "ours.yaml"],
  ]) {
    const options = ["--language", "cy", "-o", "-"];
    expect((await run([...argv, ...options], extra)).exitCode, argv[0]).toBe(2);
    const page = await run([...argv, ...options, "--allow-partial"], extra);
    const said = page.stdout.replace(/<[^<>]*>/gu, "");
    expect(said, argv[0]).toContain("Draft, not yet whole: “Cym Our own questions” in Welsh.");
    expect(said, argv[0]).toContain("Do we always pay people for their time?");
    expect(said, argv[0]).not.toContain("Cym Do we pay people");
  }
});

function linesIn(text: string): number {
  return text.split("\n").length - 1;
}

describe("lint of a translation", () => {
  async function problems(overlay: string, rubric = SOUND_RUBRIC) {
    const { stdout } = await run(["lint", "ours.cy.yaml", "--format", "json"], {
      "ours.yaml": rubric,
      "ours.cy.yaml": overlay,
    });
    const { problems: found } = JSON.parse(stdout) as {
      problems: { rule: string; message: string; start: { line: number } }[];
    };
    return found.filter(({ rule }) => rule.startsWith("translation/"));
  }

  it("finds nothing in a whole one, and each text that changed since", async () => {
    expect(await problems(WHOLE)).toEqual([]);
    const changed = SOUND_RUBRIC.replace("Do we pay people", "Do we always pay people");
    const [stale, ...rest] = await problems(WHOLE, changed);
    expect(rest).toEqual([]);
    expect(stale?.rule).toBe("translation/stale");
    expect(stale?.message).toContain("Do we always pay people for their time?");
  });

  const about = "What we ask people with lived experience.";
  it.each([
    ["missing", PARTIAL, 4],
    [
      "extra",
      `${WHOLE}  "questions/gone/asks": { text: Pwy?, from: bcdfgh }\n`,
      linesIn(WHOLE) + 1,
    ],
    ["hash", WHOLE.replace("from: ktptfx", "from: bcd"), 5],
    ["same-as-source", WHOLE.replace(`Cym ${about}`, about), 6],
  ])("finds what is %s, at its line", async (rule, text, line) => {
    const found = await problems(text);
    expect(found.map((each) => [each.rule, each.start.line])).toEqual([
      [`translation/${rule}`, line],
    ]);
  });

  it("shows the old words where version control still has them", async () => {
    const { stdout } = await run(
      ["lint", "ours.cy.yaml"],
      {
        "ours.yaml": SOUND_RUBRIC.replace("Do we pay people", "Do we always pay people"),
        "ours.cy.yaml": WHOLE,
      },
      { fileAt: async () => SOUND_RUBRIC },
    );
    expect(stdout.replace(/\s+/gu, " ")).toContain('It was: "Do we pay people for their time?"');
  });

  it("tells a rubric that is nowhere", async () => {
    const { stdout, exitCode } = await run(["lint", "ours.cy.yaml"], {
      "ours.cy.yaml": WHOLE.replace("of: ours", "of: theirs"),
    });
    expect(stdout).toContain("theirs");
    expect(exitCode).toBe(1);
  });
});

describe("the mark of a text", () => {
  it("is six consonants, the same however lines break, and another for other words", () => {
    expect(sourceMark("Do we\n  pay?")).toBe(sourceMark(" Do we pay? "));
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(sourceMark(a)).toMatch(/^[bcdfghjkmnpqrstvwxyz]{6}$/u);
        const plain = (text: string) => text.normalize("NFC").replace(/\s+/gu, " ").trim();
        expect(sourceMark(a) === sourceMark(b)).toBe(plain(a) === plain(b));
      }),
    );
  });
});

function parsed(text: string) {
  const texts = Object.fromEntries(
    [...text.matchAll(/^ {2}("[^"]+"): \{ text: (".*"), from: (\w+) \}$/gmu)].map(
      ([, key = "", said = "", from = ""]) => [JSON.parse(key), { text: JSON.parse(said), from }],
    ),
  );
  return { coprod: "translation/1" as const, of: "ours", language: "cy", texts };
}

describe("easy words", () => {
  it.each(["principles", "before-you-start"])(
    "are whole for %s, and each page says that nobody checked them",
    async (id) => {
      const { stdout, exitCode } = await run(["sheet", id, "--easy", "-o", "-"]);
      expect(exitCode).toBe(0);
      expect(stdout).toMatch(/<p>Not yet checked by readers: “[^”]+” in easy words\.<\/p>/u);
      expect(stdout).toContain('class="large-print"');
      const named = await run(["sheet", id, "--easy"]);
      expect(named.stdout).toContain(`The sheet is in ${id}-sheet-easy.html`);
      const { stdout: form } = await run(["form", id, "--easy", "-o", "-"]);
      expect(form).toContain("Not yet checked by readers");
    },
  );

  it("are for sheets and forms, and not for what holds more than the questions", async () => {
    const { stderr, exitCode } = await run([
      "rubric",
      "show",
      "principles",
      "--language",
      "en-x-easy",
    ]);
    expect(stderr).toContain("made for sheets and forms alone");
    expect(exitCode).toBe(2);
  });

  it("tell the levels of each question apart", async () => {
    const { stdout } = await run(["lint", `${PACKAGE_FOLDER}/rubrics/principles.en-easy.yaml`]);
    expect(stdout).toBe("Checked 1 file: no problems.\n");
    const levels = new Map<string, Set<string>>();
    const text = readFileSync(`${PACKAGE_FOLDER}/rubrics/principles.en-easy.yaml`, "utf8");
    for (const [, id = "", said = ""] of text.matchAll(
      /questions\/([\w-]+)\/levels\/.*?text: "(.*?)", from/gu,
    ))
      levels.set(id, (levels.get(id) ?? new Set()).add(said));
    expect(levels.size).toBe(23);
    expect([...levels.values()].filter(({ size }) => size !== 4)).toEqual([]);
  });

  it("go with no other language", async () => {
    const { stderr } = await run(["sheet", "principles", "--easy", "--language", "cy"]);
    expect(stderr).toContain("--easy and --language don't go together.");
  });
});
