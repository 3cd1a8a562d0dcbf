import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inBoth, linesInBoth } from "../../src/documents/bilingual.ts";
import { planWords } from "../../src/plan/messages/messages.ts";
import { printPage } from "../../src/platform/browser.ts";
import { parseRubric } from "../../src/rubric/parse.ts";
import { memoryFiles, PACKAGE_FOLDER, runInMemory } from "../support/context.ts";
import { CAN_READ_PDF, readPdf } from "../support/pdf.ts";
import { inPseudo, pseudo, translationText } from "../support/translations.ts";

const CHROMIUM = process.env["COPROD_CHROMIUM"] ?? "/usr/bin/chromium";

const read = (...names: readonly string[]) => readFileSync(join(PACKAGE_FOLDER, ...names), "utf8");

/** What comes with coprod, in a language in which no word is English. */
function overlay(id: string): string {
  const { file } = parseRubric(`${id}.yaml`, read("rubrics", `${id}.yaml`));
  if (file === undefined) throw new Error(`${id} is not sound.`);
  return translationText(file, { language: "cy", say: pseudo });
}

const FILES = {
  "river-house.yaml": read("docs", "examples", "river-house.yaml"),
  "rubrics/principles.cy.yaml": overlay("principles"),
  "rubrics/barriers.cy.yaml": overlay("barriers"),
};

async function made(argv: readonly string[], languages = "cy,en"): Promise<string> {
  const files = memoryFiles(FILES);
  const asked = languages === "" ? [] : ["--language", languages];
  const { stdout, exitCode, stderr } = await runInMemory([...argv, ...asked, "-o", "-"], { files });
  if (exitCode !== 0) throw new Error(stderr);
  return stdout;
}

async function bytesOf(argv: readonly string[], name: string): Promise<Buffer> {
  const files = memoryFiles(FILES);
  const { exitCode, stderr } = await runInMemory([...argv, "--language", "cy,en", "-o", name], {
    files,
    printPage,
  });
  if (exitCode !== 0) throw new Error(stderr);
  return Buffer.from(await files.readBytes(`/charity/${name}`));
}

const MARKS = /[\ue010-\ue014]/u;
const ACCENT = /[âêîôûŵŷ]/iu;
const ACCENT_WORD = /(?<=^|\s)llŷn(?=\s|$)/gu;
/** Texts that their box does not show whole. On a telephone the heads of a table are for screen readers alone. */
const CUT = `[...document.querySelectorAll("main :not(svg, svg *, thead)")].filter((each) =>
  getComputedStyle(each).overflow !== "visible" && each.scrollWidth > each.clientWidth + 1).map((each) => each.outerHTML)`;
const PLAIN_VOWEL = /[aeiouwy]/iu;

/** Without what stands in the other language, and without what says that a block is in this one. */
function pageLanguageOf(page: string): string {
  return page
    .replace(/^(.*<\/?(?:div|h\d|li|ol|p|section|td|th|tr|ul)\b[^<>]*>)?.*<br>\n/gmu, "$1")
    .replace(/<aside[\s\S]*?<\/aside>/u, "")
    .replace(/<(?!\/?(?:h\d|li|p|td|th)\b)[^<>]*>/gu, "")
    .replace(/[ \n]+/gu, " ")
    .replace(/ (?=<)|(?<=>) /gu, "");
}

describe("a plan in two languages", () => {
  it.each(["full", "summary", "poster"])(
    "is the English plan with a block before each that the rubrics say otherwise: %s",
    async (length) => {
      const argv = ["plan", "river-house.yaml", "--length", length];
      const both = await made(argv);
      expect(both).not.toMatch(MARKS);
      expect(pageLanguageOf(both)).toBe(pageLanguageOf(await made(argv, "")));
      expect(both.split('lang="cy"').length).toBeGreaterThan(length === "poster" ? 2 : 20);
    },
  );

  it("has no two languages in one sentence, in HTML and Markdown", async () => {
    for (const format of ["html", "md"]) {
      const page = await made(["plan", "river-house.yaml", "--format", format]);
      const others = [...page.matchAll(/<span lang="cy"[^<>]*>([\s\S]*?)<\/span>/gu)];
      const own = [...page.matchAll(/<span lang="en-GB">([\s\S]*?)<\/span>(?=<\/|$| \|)/gmu)];
      expect(others.length, format).toBeGreaterThan(100);
      expect(own.length, format).toBeGreaterThan(100);
      const plain = (found: readonly RegExpMatchArray[]) =>
        found.map(([, text = ""]) => text.replace(/<[^<>]*>|&\w+;/gu, ""));
      expect(plain(others).filter((text) => PLAIN_VOWEL.test(text))).toEqual([]);
      expect(plain(own).filter((text) => ACCENT.test(text))).toEqual([]);
      const rest = page.replace(/<span lang="cy"[^<>]*>[\s\S]*?<\/span>/gu, "");
      expect(rest).not.toMatch(ACCENT);
    }
  });

  it("has Welsh first, and as strong as the English", async () => {
    const page = await made(["plan", "river-house.yaml"]);
    expect(page).toContain(
      `<p class="result"><b><span lang="cy" aria-hidden="false">${pseudo("Getting started")}</span></b><br>\n<span lang="en-GB"><b>Getting started</b>: 2nd of 4 names.</span></p>`,
    );
    const markdown = await made(["plan", "river-house.yaml", "--format", "md"]);
    expect(markdown).toContain(
      `- **<span lang="cy">${pseudo("Getting started")}</span>**\\\n  <span lang="en-GB">**Getting started.** We are here.</span>`,
    );
  });

  it("names each language in Word", async () => {
    const bytes = await bytesOf(["plan", "river-house.yaml"], "plan.docx");
    const xml = strFromU8(unzipSync(bytes)["word/document.xml"] ?? new Uint8Array());
    expect(xml).not.toMatch(MARKS);
    const runs = xml.match(/<w:r>(?:(?!<\/w:r>).)*<\/w:r>/gsu) ?? [];
    const welsh = runs.filter((run) => ACCENT.test(run));
    expect(welsh.length).toBeGreaterThan(100);
    expect(welsh.filter((run) => !run.includes('<w:lang w:val="cy"/>'))).toEqual([]);
    expect(runs.filter((run) => run.includes('w:val="cy"') && !ACCENT.test(run))).toEqual([]);
    expect(xml).toContain('<w:tblCaption w:val="How ready we are"/>');
  });

  it.skipIf(!existsSync(CHROMIUM))("keeps each language in a PDF", async () => {
    const page = await made(["plan", "river-house.yaml", "--length", "summary"]);
    const bytes = await bytesOf(["plan", "river-house.yaml", "--length", "summary"], "plan.pdf");
    const kept = bytes.toString("latin1").split("/Lang (cy)").length - 1;
    expect(kept).toBe(page.split('lang="cy"').length - 1);
  });

  it("says of a set of questions that is there in English alone that it stays so", async () => {
    const { "rubrics/barriers.cy.yaml": _, ...some } = FILES;
    const { stdout, stderr } = await runInMemory(
      ["plan", "river-house.yaml", "--language", "cy,en", "-o", "-"],
      { files: memoryFiles(some) },
    );
    expect(stderr).toContain("“What makes it hard” is not there in Welsh, or not whole");
    expect(stdout).toContain("<li>Time, resources and skills.".replace("<li>", ""));
    expect(stdout).not.toContain(pseudo("Time, resources and skills"));
  });
});

describe("a sheet in two languages", () => {
  it.each([[[]], [["--for", "staff"]], [["--tally"]], [["--large-print"]]])(
    "has one box for both, and no sentence in two languages: %j",
    async (options) => {
      const argv = ["sheet", "principles", ...options];
      const [both, english] = [await made(argv), await made(argv, "")];
      expect(both).not.toMatch(MARKS);
      const boxes = (page: string) => page.split(/class="box"|<td><\/td>/u).length;
      expect(boxes(both)).toBe(boxes(english));
      expect(
        both
          .replace(/<title>.*<\/title>/u, "")
          .replace(/<span lang="cy"[^<>]*>[\s\S]*?<\/span>/gu, ""),
      ).not.toMatch(ACCENT);
      const code = (page: string) => /<p class="code">[^<,]*/u.exec(page)?.[0];
      expect(code(both)).toBe(code(english));
    },
  );

  it("names each language in Word", async () => {
    const bytes = await bytesOf(["sheet", "principles"], "sheet.docx");
    const xml = strFromU8(unzipSync(bytes)["word/document.xml"] ?? new Uint8Array());
    expect(xml).not.toMatch(MARKS);
    const runs = xml.match(/<w:r>(?:(?!<\/w:r>).)*<\/w:r>/gsu) ?? [];
    expect(runs.filter((run) => ACCENT.test(run) !== run.includes('w:val="cy"'))).toEqual([]);
  });
});

describe.skipIf(!existsSync(CHROMIUM))("in a real browser", () => {
  const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  const folder = mkdtempSync(join(tmpdir(), "coprod-two-"));
  let browser: Browser;

  beforeAll(async () => {
    const args = ["--no-sandbox", "--disable-gpu"];
    browser = await chromium.launch({ executablePath: CHROMIUM, args });
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function opened(html: string, width: number): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height: 800 }, bypassCSP: true });
    const page = await context.newPage();
    await page.setContent(html);
    return page;
  }

  async function problemsOf(page: Page): Promise<readonly string[]> {
    await page.addScriptTag({ content: axe });
    return page.evaluate(async () => {
      const run = (
        globalThis as unknown as { axe: { run: () => Promise<{ violations: { id: string }[] }> } }
      ).axe.run;
      return (await run()).violations.map(({ id }) => id);
    });
  }

  const wide = (page: Page) => page.evaluate("document.documentElement.scrollWidth");

  it.each([
    [["plan", "river-house.yaml"], 320],
    [["plan", "river-house.yaml"], 1000],
    [["sheet", "principles"], 1000],
  ])("%j at %i has nothing that shuts anybody out", async (argv, width) => {
    const page = await opened(await made(argv), width);
    expect(await problemsOf(page)).toEqual([]);
    expect(await wide(page)).toBe(width);
    await page.context().close();
  });

  it("a plan whose own words are 40 % longer too is cut nowhere, on a telephone and on A4", async () => {
    const restore = inPseudo(planWords);
    try {
      const html = await made(["plan", "river-house.yaml"]);
      expect(pageLanguageOf(html).match(ACCENT_WORD)?.length).toBeGreaterThan(100);
      const page = await opened(html, 320);
      expect(await wide(page)).toBe(320);
      expect((await page.evaluate<string[]>(CUT)).join("\n")).toBe("");
      const words = (await page.locator("main").innerText()).split(/\s+/u);
      await page.context().close();
      const printed = await printPage(html);
      if (!CAN_READ_PDF || !("bytes" in printed)) return;
      const paper = readPdf(join(folder, "long.pdf"), printed.bytes);
      expect(paper.facts).toMatch(/Page size: +59[45]\.\d+ x 84[12]\.\d+ pts \(A4\)/u);
      const onPaper = paper.text.replace(/[\s-]+/gu, "");
      expect(words.filter((word) => !onPaper.includes(word.replaceAll("-", "")))).toEqual([]);
    } finally {
      restore();
    }
  });

  it.each([
    ["cy,en", '<b><span lang="cy" dir="auto">', '<span lang="en-GB">Not yet.</span></b>'],
    ["cy", '<b><span lang="cy" dir="auto">', "</span></b> <span"],
  ])("a form in %s says of each text which language it is in", async (languages, first, then) => {
    const page = await opened(await made(["form", "principles"], languages), 320);
    await page.getByRole("button", { name: "Start" }).click();
    await page.getByRole("radio").first().check();
    await page.getByRole("button", { name: "Continue" }).click();
    const html = await page.locator("main").innerHTML();
    expect(html).toContain(`${first}${pseudo("Not yet")}.</span>`);
    expect(html).toContain(then);
    expect(html).not.toMatch(MARKS);
    expect(html.replace(/<span lang="cy"[^<>]*>[\s\S]*?<\/span>/gu, "")).not.toMatch(ACCENT);
    expect(await page.title()).not.toMatch(MARKS);
    expect(await problemsOf(page)).toEqual([]);
    expect(await wide(page)).toBe(320);
    await page.context().close();
  });
});

describe("a text in both languages", () => {
  const say = { language: "cy", words: (text: string) => text };
  const both = (base: string, other: string) => inBoth(base, other, say);

  it.each([
    [`1. ${both("Pay", "Talu")}`, ["1. Talu", "1. Pay"]],
    [`${both("Who?", "Pwy?")}.`, ["Pwy?", "Who?"]],
    [`${both("Yes", "Ie")}: ${both("we do", "rydym")}.`, ["Ie: rydym.", "Yes: we do."]],
    [`We said “${both("Yes", "Ie")}”.`, ["Ie", "We said “Yes”."]],
    ["Just so", ["Just so"]],
    ["\ue010 of somebody's own", ["\ue010 of somebody's own"]],
  ])("%j stands on lines of its own", (text, lines) => {
    expect(linesInBoth(text)).toEqual(lines);
  });

  it("is each of the two, whatever they are", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (base, other) => {
        const plain = (text: string) => text.trim();
        const lines = linesInBoth(both(base, other));
        expect(lines.at(-1)?.trim()).toBe(plain(base));
        if (base !== other && other !== "") expect(lines[0]).toBe(plain(other));
      }),
    );
  });
});
