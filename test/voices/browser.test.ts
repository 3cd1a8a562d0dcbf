import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { memoryFiles, runInMemory } from "../support/context.ts";
import { CAN_READ_PDF, type PrintedPaper, readPdf } from "../support/pdf.ts";

const CHROMIUM = process.env["COPROD_CHROMIUM"] ?? "/usr/bin/chromium";
const REQUIRED = process.env["COPROD_REQUIRE_BROWSER"] === "1";
const isMissing = !existsSync(CHROMIUM);

it.runIf(isMissing && REQUIRED)("needs a browser, as COPROD_REQUIRE_BROWSER says", () => {
  throw new Error(`There is no browser at ${CHROMIUM}.`);
});

describe.skipIf(isMissing)("in a real browser", () => {
  const folder = mkdtempSync(join(tmpdir(), "coprod-voices-"));
  let browser: Browser;

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: ["--no-sandbox", "--disable-gpu"],
    });
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  describe.skipIf(!CAN_READ_PDF)("sheets on paper, without backgrounds", () => {
    async function print(argv: readonly string[]): Promise<PrintedPaper & { html: string }> {
      const { stdout: html } = await runInMemory(["sheet", ...argv, "-o", "-"]);
      const page = await browser.newPage();
      await page.setContent(html);
      const options = { preferCSSPageSize: true, printBackground: false };
      const bytes = await page.pdf(options);
      await page.close();
      return { html, ...readPdf(join(folder, "sheet.pdf"), bytes) };
    }

    it.each([
      [["principles"], 6],
      [["principles", "--for", "lived-experience"], 6],
      [["principles", "--large-print"], 11],
      [["barriers"], 8],
      [["foundations", "lifecycle"], 16],
      [["principles", "--tally"], 3],
      [["principles", "--tally", "--for", "staff", "--large-print"], 6],
      [["barriers", "--tally"], 13],
    ])(
      "fill A4 pages of %j, at most %d, each with its code and its own number",
      async (argv, most) => {
        const { html, pages, facts } = await print(argv);
        expect(facts).toMatch(/Page size: +59[45](?:\.\d+)? x 84[12](?:\.\d+)? pts \(A4\)/u);
        expect(pages.length).toBe(html.split('<section class="page"').length - 1);
        expect(pages.length).toBeLessThanOrEqual(most);
        pages.forEach(({ words }, at) => {
          expect(words).toMatch(
            new RegExp(`Sheet [A-Z]{4}: .+ page ${at + 1} of ${pages.length}\\b`, "u"),
          );
        });
      },
    );

    it("have every question whole on the page that says so, each box beside its words", async () => {
      const { stdout: html } = await runInMemory(["sheet", "principles", "-o", "-"]);
      const page = await browser.newPage({ viewport: { width: 725, height: 900 } });
      await page.setContent(html);
      await page.emulateMedia({ media: "print" });
      const found = (await page.evaluate(BESIDE)) as { fonts: number; apart: string[] };
      await page.close();
      expect(found.apart).toEqual([]);
      expect(found.fonts).toBeGreaterThanOrEqual(14);
    });
  });

  describe("a form from a file", () => {
    const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
    const address = pathToFileURL(join(folder, "form.html")).href;
    const asked: string[] = [];
    const faults: string[] = [];

    beforeAll(async () => {
      const { stdout } = await runInMemory(["form", "principles", "-o", "-"]);
      writeFileSync(join(folder, "form.html"), stdout);
    });

    async function open(options: BrowserContextOptions = {}): Promise<Page> {
      const context = await browser.newContext({ acceptDownloads: true, ...options });
      context.on("request", (request) => asked.push(request.url()));
      context.on("weberror", (error) => faults.push(error.error().message));
      context.on("console", (message) => faults.push(message.text()));
      const page = await context.newPage();
      await page.goto(address);
      return page;
    }

    const LINE = /^le 1234u -1234 u-123 4u-12 34u [A-Z]{4} #[a-z0-9]{5}$/u;

    it("is answered, checked, saved, read out and loaded again by the keyboard alone, with no request", async () => {
      const page = await open();
      await answerAll(page);
      expect(await page.title()).toContain("Check your answers");
      expect(await page.locator("dl div").count()).toBe(24);
      await tabTo(page, "Finish");
      await press(page, "Enter");
      const line = (await page.locator(".line").textContent())?.trim() ?? "";
      expect(line).toMatch(LINE);
      await tabTo(page, "Save the page");
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.keyboard.press("Enter"),
      ]);
      const saved = join(folder, download.suggestedFilename());
      await download.saveAs(saved);
      expect(await page.locator("#said").textContent()).toContain(download.suggestedFilename());
      await page.context().close();

      const other = await open();
      await other.locator("#saved-page").setInputFiles(saved);
      await other.waitForURL(/#check$/u);
      await tabTo(other, "Finish");
      await press(other, "Enter");
      expect((await other.locator(".line").textContent())?.trim()).toBe(line);
      await other.context().close();
      expect(asked.filter((url) => !url.startsWith("file:") && !url.startsWith("blob:"))).toEqual(
        [],
      );
      expect(faults).toEqual([]);

      // The page and the line are one person: the second is not counted again.
      const files = memoryFiles({ "our.yaml": OURS, "page.html": readFileSync(saved, "utf8") });
      const added = await runInMemory(["votes", "add", "our.yaml", "page.html", "--yes"], {
        files,
      });
      expect(added.stdout).toContain("Added: 1 person.");
      const again = await runInMemory(["votes", "add", "our.yaml", "-", "--yes"], {
        files,
        readStdin: async () => `${line}\n`,
      });
      expect(again.stdout).toContain("Nothing is new.");
    });

    it("says what is missing, above and beside it, and leads there", async () => {
      const page = await open();
      await begin(page);
      await tabTo(page, "Continue");
      await press(page, "Enter");
      expect(await page.title()).toMatch(/^Error: /u);
      expect(await page.evaluate(FOCUSED)).toContain("There is a problem");
      expect(await page.locator("fieldset").getAttribute("aria-describedby")).toBe("answer-error");
      await press(page, "Tab", "Enter");
      expect(await page.evaluate(FOCUSED)).toMatch(/^radio/u);
      await page.context().close();
    });

    it("keeps nothing until it is asked to, and then loses nothing; and can clear it", async () => {
      const page = await open();
      await begin(page);
      await answer(page, 1);
      expect(await page.evaluate("localStorage.length")).toBe(0);
      // Left without saving, the browser asks first.
      page.on("dialog", (dialog) => dialog.accept());
      await page.reload();
      expect(await page.locator("h1").textContent()).toBe("The three principles of co-production");
      await page.locator("#keep").check();
      await begin(page);
      await answer(page, 1);
      await page.reload();
      await page.goBack();
      await page.waitForURL(/#1$/u);
      expect(await page.locator("input:checked").getAttribute("value")).toBe("in-places");
      expect(await page.evaluate("localStorage.length")).toBe(1);
      await page.evaluate('localStorage.setItem("of another page", "")');
      await page.goto(`${address}#start`);
      await page.getByRole("button", { name: "Clear what is kept here" }).click();
      expect(await page.evaluate("Object.keys(localStorage)")).toEqual(["of another page"]);
      await page.context().close();
    });

    it.each([
      ["a page of something else", "<p>Hello</p>", "This is not a page that this form saved."],
      [
        "a damaged page",
        '<pre id="coprod-answers">\ncoprod: form-answers/1\n</pre>',
        "other questions",
      ],
    ])("takes nothing from %s, and says so", async (_, text, says) => {
      const page = await open();
      const buffer = Buffer.from(text);
      const file = { name: "x.html", mimeType: "text/html", buffer };
      await page.locator("#saved-page").setInputFiles(file);
      await page.locator(".wrong").waitFor();
      expect(await page.locator(".wrong").textContent()).toContain(says);
      await page.context().close();
    });

    it.each([
      [320, "light"],
      [320, "dark"],
      [1280, "light"],
      [1280, "dark"],
    ] as const)(
      "has no fault that axe finds at %d px in %s, on any of its pages",
      async (width, colorScheme) => {
        const page = await open({ viewport: { width, height: 700 }, colorScheme });
        await look(page, axe, width);
        await begin(page);
        await look(page, axe, width);
        await page.getByRole("button", { name: "Continue" }).click();
        await look(page, axe, width);
        await answer(page, 0);
        for (const place of ["group", "check", "give", "start"]) {
          await page.goto(`${address}#${place}`);
          await look(page, axe, width);
        }
        await page.context().close();
      },
    );

    it.skipIf(!CAN_READ_PDF)("prints all answers and no buttons", async () => {
      const page = await open();
      await answerAll(page);
      await page.goto(`${address}#give`);
      const { text } = readPdf(join(folder, "answers.pdf"), await page.pdf());
      for (const words of ["23. Is it safe for anyone here to disagree?", "In places.", "Sheet "])
        expect(text.replace(/\s+/gu, " ")).toContain(words);
      expect(text).not.toContain("Clear everything");
      await page.context().close();
    });
  });
});

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Tab until what has these words has the focus. */
async function tabTo(page: Page, words: string | RegExp): Promise<void> {
  for (let count = 0; count < 120; count++) {
    await page.keyboard.press("Tab");
    const at = (await page.evaluate(FOCUSED)) as string;
    if (typeof words === "string" ? at === words : words.test(at)) return;
  }
  throw new Error(`Nothing called ${words} can be reached by Tab.`);
}

/** From the start to the first question, by the keyboard alone. */
async function begin(page: Page): Promise<void> {
  await tabTo(page, "Start");
  await press(page, "Enter");
  await shown(page);
  await tabTo(page, /^radio/u);
  await press(page, "Space", "Enter");
  await page.waitForURL(/#1$/u);
  await shown(page);
}

/** Until the place that was gone to is shown: its address changes first. */
async function shown(page: Page): Promise<void> {
  for (let count = 0; count < 200; count++) {
    if ((await page.evaluate("document.activeElement.tagName")) === "H1") return;
    await page.waitForTimeout(25);
  }
  throw new Error(`${page.url()} was never shown.`);
}

/** Chooses one of the answers of the question that is shown, and goes on. */
async function answer(page: Page, place: number): Promise<void> {
  const before = page.url();
  await tabTo(page, /^radio/u);
  await press(page, ...(place === 0 ? ["Space"] : Array(place).fill("ArrowDown")), "Enter");
  await page.waitForURL((url) => url.href !== before);
  await shown(page);
}

async function answerAll(page: Page): Promise<void> {
  await begin(page);
  for (let at = 0; at < 23; at++) await answer(page, at % 6);
  await page.waitForURL(/#check$/u);
}

const EVERYTHING = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds and what it is not sure of, and whether the page scrolls sideways. */
async function look(page: Page, axe: string, width: number): Promise<void> {
  await page.evaluate(axe);
  const run = `axe.run({ runOnly: ${JSON.stringify(EVERYTHING)} }).then(({ violations, incomplete }) => [violations, incomplete].map((found) => found.map(({ id }) => id)))`;
  expect(await page.evaluate(run), page.url()).toEqual([[], []]);
  expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
}

/** The kind and the words of what has the focus. */
const FOCUSED = `(() => {
  const at = document.activeElement;
  return at.type === "radio" ? "radio " + at.value : at.textContent.trim();
})()`;

const OURS = `coprod: assessment/1
title: River House
rubrics:
  - { id: principles }
people:
  - { group: lived-experience, name: People with lived experience, present: 4 }
  - { group: staff, name: Staff, present: 3 }
  - { group: volunteers, name: Volunteers, present: 1 }
  - { group: trustees, name: Trustees, present: 1 }
`;

/** Boxes that do not stand on the first line of their words, what runs out of its page, and the smallest letters in points. */
const BESIDE = `(() => {
  const apart = [];
  for (const choice of document.querySelectorAll(".choice")) {
    const [box, words] = [...choice.children].map((each) => each.getBoundingClientRect());
    const isBeside = words.left > box.right && words.left - box.right < 20 && box.top >= words.top - 4 && box.bottom <= words.top + 24;
    if (!isBeside) apart.push(choice.textContent);
  }
  for (const page of document.querySelectorAll(".page"))
    if (page.scrollHeight > page.clientHeight + 1 || page.scrollWidth > page.clientWidth + 1) apart.push(page.getAttribute("aria-label"));
  const sizes = [...document.querySelectorAll("body *")].map((each) => Number.parseFloat(getComputedStyle(each).fontSize) * 0.75);
  return { fonts: Math.min(...sizes), apart };
})()`;
