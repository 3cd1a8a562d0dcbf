import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Assessment } from "../../src/assessment/assessment.ts";
import { renderDocument } from "../../src/document/render-document.ts";
import type { PlanView } from "../../src/plan/schema.ts";
import { aCriterion, anAssessment, aRubric, aSection } from "../support/builders.ts";
import { withHostileTexts } from "../support/hostile.ts";
import { aFullAssessment, planOf, steps, templatesFromDisk } from "../support/specimen.ts";

const CHROMIUM = process.env["COPROD_CHROMIUM"] ?? "/usr/bin/chromium";
const REQUIRED = process.env["COPROD_REQUIRE_BROWSER"] === "1";
const isMissing = !existsSync(CHROMIUM);

const LAUNCH = {
  executablePath: CHROMIUM,
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
  ],
};

const AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const TIME = 60_000;

interface Finding {
  readonly id: string;
}

interface AxeResult {
  readonly violations: readonly Finding[];
  readonly incomplete: readonly Finding[];
}

function twentyActions(): PlanView {
  const ids = Array.from({ length: 20 }, (_, at) => `question-${at}`);
  const criteria = ids.map((id) => aCriterion({ id, next: steps(id) }));
  return planOf(
    anAssessment({
      rubrics: [aRubric({ sections: [aSection({ criteria })] })],
      answers: Object.fromEntries(ids.map((id) => [`principles/${id}`, "level-0"])),
      actions: ids.map((id, at) => ({ id: `a${at}`, for: `principles/${id}`, do: `Do ${id}` })),
    }),
  );
}

/** One agreed action beside the seven that are always shown. */
function eightActions(): Assessment {
  const assessment = aFullAssessment();
  return { ...assessment, actions: assessment.actions.filter(({ id }) => id !== "a2") };
}

const full = planOf(aFullAssessment());
const views: readonly (readonly [string, PlanView])[] = [
  ["full", full],
  ["summary", planOf(eightActions(), { length: "summary" })],
  ["public", planOf(aFullAssessment(), { audience: "public" })],
  ["empty", planOf(anAssessment())],
  ["twenty-actions", twentyActions()],
  ["hostile", withHostileTexts(full)],
  ["long-words", longWords(full)],
];

/** One word in each text far too long for any column. */
function longWords(view: PlanView): PlanView {
  const text = JSON.stringify(view.actions).replaceAll("Do we do", "Unfathomably".repeat(20));
  return { ...view, actions: JSON.parse(text) };
}

it.runIf(isMissing && REQUIRED)("needs a browser, as COPROD_REQUIRE_BROWSER says", () => {
  throw new Error(`There is no browser at ${CHROMIUM}.`);
});

if (isMissing)
  process.stderr.write(`Skipped: pages in a real browser. There is no browser at ${CHROMIUM}.\n`);

describe.skipIf(isMissing)("pages in a real browser", () => {
  const folder = mkdtempSync(join(tmpdir(), "coprod-pages-"));
  const templates = templatesFromDisk();
  const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  let browser: Browser;

  beforeAll(async () => {
    for (const [name, view] of views) {
      const page = renderDocument(view, "html", { templates, largePrint: false });
      writeFileSync(join(folder, `${name}.html`), page);
    }
    const large = renderDocument(full, "html", { templates, largePrint: true });
    writeFileSync(join(folder, "large.html"), large);
    browser = await chromium.launch(LAUNCH);
  }, TIME);

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  function address(name: string): string {
    return pathToFileURL(join(folder, `${name}.html`)).href;
  }

  async function open<Result>(
    name: string,
    options: BrowserContextOptions,
    look: (page: Page) => Promise<Result>,
  ): Promise<Result> {
    const context = await browser.newContext(options);
    try {
      const page = await context.newPage();
      await page.goto(address(name));
      return await look(page);
    } finally {
      await context.close();
    }
  }

  // The page's own policy refuses a script element, so axe is evaluated instead.
  async function axeFindings(page: Page): Promise<string[]> {
    await page.evaluate(axe);
    const run = `axe.run(document, { runOnly: ${JSON.stringify(AXE_TAGS)} })`;
    const { violations, incomplete }: AxeResult = await page.evaluate(run);
    return [...violations, ...incomplete].map(({ id }) => id);
  }

  // Everything under every light takes minutes, so it waits for the checks that require a browser.
  const names = REQUIRED ? [...views.map(([name]) => name), "large"] : ["full", "hostile"];

  describe.each(names)("%s", (name) => {
    it.each([
      ["light", { colorScheme: "light" }],
      ["dark", { colorScheme: "dark" }],
      ["forced colours", { forcedColors: "active" }],
      ["a narrow phone", { viewport: { width: 320, height: 640 } }],
    ] as const)(
      "has nothing for axe to find: %s",
      async (_, options) => {
        expect(await open(name, options, axeFindings)).toEqual([]);
      },
      TIME,
    );

    it(
      "never scrolls sideways on a phone, also with wider spacing",
      async () => {
        const widths = await open(name, { viewport: { width: 320, height: 640 } }, async (page) => {
          const measure = "document.documentElement.scrollWidth";
          const plain: number = await page.evaluate(measure);
          await page.evaluate(WIDER_SPACING);
          return [plain, await page.evaluate(measure)];
        });
        expect(widths).toEqual([320, 320]);
      },
      TIME,
    );

    it(
      "asks for nothing but itself, and stays what it is",
      async () => {
        const context = await browser.newContext();
        const page = await context.newPage();
        const requests: string[] = [];
        const messages: string[] = [];
        page.on("request", (request) => requests.push(request.url()));
        page.on("console", (message) => messages.push(message.text()));
        page.on("pageerror", (error) => messages.push(error.message));
        await page.goto(address(name));
        await page.waitForTimeout(200);
        const dangerous = "script, iframe, object, embed, base, form, input, link, img, details";
        const found = await page.locator(dangerous).count();
        const titled = await page.title();
        await context.close();
        expect(requests).toEqual([address(name)]);
        expect(messages).toEqual([]);
        expect(found).toBe(0);
        expect(titled).not.toBe("taken");
      },
      TIME,
    );
  });

  it("applies its style, which the policy would refuse if the hash were wrong", async () => {
    const size = await open("full", {}, (page) =>
      page.evaluate("getComputedStyle(document.body).fontSize"),
    );
    expect(size).toBe("19px");
  });

  it("shows no text smaller than 16 pixels on a phone", async () => {
    const smallest = await open("full", { viewport: { width: 320, height: 640 } }, (page) =>
      page.evaluate(SMALLEST_TEXT),
    );
    expect(smallest).toBeGreaterThanOrEqual(16);
  });

  it("reads the same without scripts", async () => {
    // biome-ignore lint/performance/useDomNodeTextContent: what is seen matters, not what is in the tree
    const read = (page: Page) => page.locator("body").innerText();
    const plain = await open("full", { javaScriptEnabled: false }, read);
    expect(plain).toBe(await open("full", {}, read));
  });

  it("leads the keyboard to the plan first", async () => {
    const target = await open("full", {}, async (page) => {
      await page.keyboard.press("Tab");
      return page.evaluate("document.activeElement.getAttribute('href')");
    });
    expect(target).toBe("#plan");
  });

  it("keeps tables, their heads and the headings for a screen reader", async () => {
    const seen = await open("full", { viewport: { width: 320, height: 640 } }, async (page) => ({
      tables: await page.getByRole("table").count(),
      heads: await page.getByRole("rowheader").count(),
      first: await page.getByRole("heading", { level: 1 }).count(),
      main: await page.getByRole("main").count(),
    }));
    expect(seen.tables).toBe(6);
    expect(seen.heads).toBeGreaterThan(15);
    expect([seen.first, seen.main]).toEqual([1, 1]);
  });

  it.each([
    ["full", 13],
    ["summary", 2],
    ["large", 30],
    ["twenty-actions", 16],
  ])(
    "prints the %s plan on A4 within %d pages",
    async (name, budget) => {
      const pdf = await open(name, {}, (page) =>
        page.pdf({ preferCSSPageSize: true, tagged: true, outline: true }),
      );
      const text = pdf.toString("latin1");
      const pages = text.match(/\/Type\s*\/Page\b/gu)?.length ?? 0;
      expect(text.startsWith("%PDF-")).toBe(true);
      expect(text).toMatch(/\/MarkInfo\s*<<\s*\/Type\s*\/MarkInfo\s*\/Marked true/u);
      expect(text).toMatch(/\/MediaBox\s*\[0 0 59[45](?:\.\d+)? 84[12](?:\.\d+)?\]/u);
      expect(pages).toBeGreaterThan(0);
      expect(pages).toBeLessThanOrEqual(budget);
    },
    TIME,
  );

  it("prints dark text on white paper also for readers who like dark screens", async () => {
    const colors = await open("full", { colorScheme: "dark" }, async (page) => {
      await page.emulateMedia({ media: "print", colorScheme: "dark" });
      return page.evaluate(
        "[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]",
      );
    });
    expect(colors).toEqual(["rgb(255, 255, 255)", "rgb(23, 25, 28)"]);
  });
});

/** The spacing of WCAG 1.4.12; a style element would be refused by the page's policy. */
const WIDER_SPACING = `(() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }");
  document.adoptedStyleSheets = [sheet];
})()`;

const SMALLEST_TEXT = `Math.min(...[...document.querySelectorAll("body *")]
  .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
  .map((element) => Number.parseFloat(getComputedStyle(element).fontSize)))`;
