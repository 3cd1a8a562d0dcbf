import { readFileSync } from "node:fs";
import { join } from "node:path";
import JSZip from "jszip";
import { describe, expect, it } from "vitest";
import { leftOutWords } from "../../src/files/load-assessment.ts";
import { loadBundled, loadRubric } from "../../src/files/rubrics.ts";
import type { Context } from "../../src/platform/ports.ts";
import { criteriaOf } from "../../src/rubric/rubric.ts";
import { sheetQuestions } from "../../src/voices/slip.ts";
import { criteriaOfItem, itemsOf } from "../../src/workshop/items.ts";
import { memoryFiles, PACKAGE_FOLDER, runInMemory } from "../support/context.ts";

const EXAMPLE = readFileSync(join(PACKAGE_FOLDER, "docs/examples/river-house.yaml"), "utf8");
const BUNDLED = [
  "principles",
  "barriers",
  "before-you-start",
  "foundations",
  "funders",
  "lifecycle",
];

function sheet(argv: readonly string[], setting: Parameters<typeof runInMemory>[1] = {}) {
  return runInMemory(["sheet", ...argv], {
    files: memoryFiles({ "our.yaml": EXAMPLE }),
    ...setting,
  });
}

/** The words of a page as they are read, without its frame. */
async function words(argv: readonly string[]): Promise<string> {
  const { stdout } = await sheet([...argv, "-o", "-"]);
  return stdout
    .slice(stdout.indexOf("<body>"))
    .replace(/<[^>]+>/gu, " ")
    .replace(/&quot;/gu, '"')
    .replace(/\s+/gu, " ");
}

/** The words of a file for Word, as they are read. */
async function wordText(bytes: Uint8Array): Promise<string> {
  const zip = await JSZip.loadAsync(bytes);
  const body = (await zip.file("word/document.xml")?.async("string")) ?? "";
  return body
    .replace(/<\/w:p>/gu, "\n")
    .replace(/<[^>]+>/gu, "")
    .replace(/&quot;/gu, '"')
    .replace(/&apos;/gu, "'")
    .replace(/&amp;/gu, "&");
}

const context = {
  files: memoryFiles(),
  packageFolder: PACKAGE_FOLDER,
  cwd: "/",
} as unknown as Context;

function rubric(id: string) {
  return loadBundled(context, id);
}

describe("coprod sheet", () => {
  it.each(BUNDLED)("asks all of %s in the order and the words of the workshop", async (id) => {
    const read = await rubric(id);
    // On paper how much a barrier is felt stands with its checks, as where only some parts are chosen.
    const items = itemsOf([read], { quick: false, sections: read.sections.map(({ key }) => key) });
    const order = items.flatMap(criteriaOfItem).map(({ key }) => key);
    expect(sheetQuestions([read]).map(({ key }) => key)).toEqual(order);
    const page = await words([id]);
    let at = 0;
    for (const [index, criterion] of items.flatMap(criteriaOfItem).entries()) {
      const place = page.indexOf(`${index + 1}. ${criterion.asks}`, at);
      expect(place, criterion.key).toBeGreaterThan(at);
      at = place;
    }
    for (const { levels } of criteriaOf(read))
      for (const { text } of levels) expect(page).toContain(text);
  });

  it("gives each question a box for each level, for not being sure and for saying nothing", async () => {
    const { stdout } = await sheet(["principles", "-o", "-"]);
    const questions = stdout.split('<div class="question">').slice(1);
    expect(questions).toHaveLength(criteriaOf(await rubric("principles")).length);
    for (const question of questions) {
      expect(question.match(/class="box"/gu)).toHaveLength(6);
      expect(question).toContain("<b>We are not sure</b>");
      expect(question).toContain("<b>Rather not say</b>");
    }
  });

  it("says at its head that no name is asked, what happens with it and how it goes back", async () => {
    const page = await words(["principles"]);
    const head = page.slice(0, page.indexOf("1. Do we"));
    for (const each of [
      "Which group do you belong to? Tick one:",
      "People with lived experience",
      "Trustees",
      "We do not ask for your name.",
      "only the counts are kept",
      "Give it back to:",
    ])
      expect(head).toContain(each);
  });

  it("names the group it is for in place of the boxes", async () => {
    const page = await words(["our.yaml", "--for", "lived-experience"]);
    expect(page).toContain("This sheet is for: People with lived experience.");
    expect(page).not.toContain("Which group");
  });

  it("bears on each page by what a sheet of other questions is noticed", async () => {
    const { id, version, hash } = await rubric("principles");
    const { stdout } = await sheet(["principles", "-o", "-"]);
    const pages = stdout.split('<section class="page"').slice(1);
    const codes = pages.map((page) => /<p class="code">Sheet ([A-Z]{4}): ([^<]+)</u.exec(page));
    const [, code] = codes[0] ?? [];
    pages.forEach((_, at) => {
      expect(codes[at]?.[1]).toBe(code);
      expect(codes[at]?.[2]).toContain(
        `${id} ${version} ${hash.slice(7, 15)}, page ${at + 1} of ${pages.length}, question`,
      );
    });
    const other = await sheet(["barriers", "-o", "-"]);
    expect(other.stdout).not.toContain(`Sheet ${code}`);
  });

  it("takes the questions, groups and contact of an assessment, and goes beside it", async () => {
    const text = EXAMPLE.replace(/^ {2}contact: .*$/mu, "  contact: The office, 0123 456");
    const files = memoryFiles({ "a/our.yaml": text });
    const { stdout } = await sheet(["a/our.yaml"], { files });
    expect(stdout).toBe(
      "The sheet is in a/our-sheet.html\nPrint it on A4 paper, at its own size (100%).\n",
    );
    expect(files.texts.get("/charity/a/our-sheet.html")).toContain("Whom to ask: The office");
  });

  it.each([
    [["principles"], "principles-sheet.html"],
    [[], "principles-barriers-sheet.html"],
    [["principles", "--large-print"], "principles-sheet-large-print.html"],
    [["principles", "--for", "Staff"], "principles-sheet-staff.html"],
    [["principles", "--tally", "--for", "le"], "principles-tally-lived-experience.html"],
    [["principles", "-f", "docx"], "principles-sheet.docx"],
    [["principles", "-o", "x.docx"], "x.docx"],
  ])("names the file of %j after what is in it", async (argv, name) => {
    const { exitCode, files } = await sheet(argv);
    expect(exitCode).toBe(0);
    expect([...files.texts.keys()]).toContain(`/charity/${name}`);
  });

  it.each([
    [["principles", "--for", "nobody"], 'There is no group called "nobody".'],
    [["nothing"], 'There is no rubric called "nothing".'],
    [["our.yaml", "principles"], "our.yaml is an assessment."],
    [["principles", "-o", "x.txt"], "can't make a sheet that ends in .txt"],
    [["principles", "-f", "pdf", "-o", "x.docx"], "don't go together"],
    [["principles", "-f", "pdf", "-o", "-"], "A PDF can't be printed to the screen."],
    [["principles", "-o", "our.yaml"], "ends in .yaml"],
  ])("refuses %j in words", async (argv, says) => {
    const { exitCode, stderr, files } = await sheet(argv);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(says);
    expect([...files.texts.keys()]).toEqual(["/charity/our.yaml"]);
  });

  it("asks only the core questions where the assessment is a quick look", async () => {
    const read = await rubric("principles");
    const core = criteriaOf(read).filter((each) => each.core);
    const files = memoryFiles({
      "q.yaml":
        "coprod: assessment/1\ntitle: Quick\nlook: quick\nrubrics:\n  - { id: principles }\n",
    });
    const { stdout } = await sheet(["q.yaml", "-o", "-"], { files });
    expect(stdout.match(/<div class="question">/gu)).toHaveLength(core.length);
  });

  it("is black on white in Word too", async () => {
    const { files } = await sheet(["before-you-start", "-f", "docx"]);
    const file = files.texts.get("/charity/before-you-start-sheet.docx") ?? "";
    const zip = await JSZip.loadAsync(Buffer.from(file, "latin1"));
    const styles = (await zip.file("word/styles.xml")?.async("string")) ?? "";
    const headings = [...styles.matchAll(/w:styleId="Heading[1-4]".*?<w:color w:val="(\w+)"/gu)];
    expect(new Set(headings.map(([, colour]) => colour))).toEqual(new Set(["000000"]));
  });

  it("has the same words in Word, each box in the row of its words", async () => {
    const { files } = await sheet(["principles", "-f", "docx"]);
    const file = files.texts.get("/charity/principles-sheet.docx") ?? "";
    const text = await wordText(Buffer.from(file, "latin1"));
    for (const { asks, levels } of criteriaOf(await rubric("principles"))) {
      expect(text).toContain(asks);
      for (const each of levels) expect(text).toContain(each.text);
    }
    expect(text.match(/☐/gu)).toHaveLength(23 * 6 + 4);
  });

  it("says what is left out because nobody votes on it", () => {
    expect(leftOutWords({ leftOut: 0 })).toBe("");
    expect(leftOutWords({ leftOut: 2 })).toMatch(/^2 questions are left out: .+\n$/u);
  });

  it("asks a group in its own words, and everybody in those of all groups", async () => {
    const path = join(PACKAGE_FOLDER, "docs/examples/rubrics/two-sides.yaml");
    const read = await loadRubric(context, path);
    const [criterion] = sheetQuestions([read]).filter((each) => "staff" in each.asksFor);
    const own = criterion?.asksFor["staff"] ?? "";
    expect(own).not.toBe("");
    const forStaff = await words([path, "--for", "staff"]);
    expect(forStaff).toContain(`. ${own}`);
    expect(forStaff).not.toContain(criterion?.asks);
    const forAll = await words([path]);
    expect(forAll).toContain(criterion?.asks);
    expect(forAll).toContain(`Staff: ${own}`);
  });

  it("keeps what an author writes as words, also where it looks like a page", async () => {
    const hostile = EXAMPLE.replace(/^title: .*$/mu, 'title: "</title><script>alert(1)</script>"');
    const files = memoryFiles({ "our.yaml": hostile });
    const { stdout } = await sheet(["our.yaml", "-o", "-"], { files });
    expect(stdout).not.toContain("<script>");
    expect(stdout).toContain("&lt;script&gt;");
  });
});

describe("coprod sheet --tally", () => {
  it("has one page a principle, with a row for each question and group", async () => {
    const { stdout } = await sheet(["principles", "--tally", "-o", "-"]);
    expect(stdout.match(/<section class="page"/gu)).toHaveLength(3);
    expect(stdout.match(/<tbody>/gu)).toHaveLength(23);
    expect(stdout.match(/<td><\/td>/gu)).toHaveLength(23 * 4 * 6);
  });

  it("has one row a question for one group, which it names", async () => {
    const { stdout } = await sheet(["principles", "--tally", "--for", "staff", "-o", "-"]);
    expect(stdout).toContain("Group: Staff.");
    expect(stdout.match(/<td><\/td>/gu)).toHaveLength(23 * 6);
  });

  it("says how to fill it in, also in Word", async () => {
    const { files } = await sheet(["barriers", "--tally", "-f", "docx"]);
    const file = files.texts.get("/charity/barriers-tally.docx") ?? "";
    const text = await wordText(Buffer.from(file, "latin1"));
    expect(text).toContain("Make one mark for each person");
    expect(text).toContain("Tally: Not being clear what co-production is");
  });
});
