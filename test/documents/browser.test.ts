import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, type TestContext } from "vitest";
import { makePdfReproducible } from "../../src/documents/formats/pdf.ts";
import type { PlanView } from "../../src/plan/schema/index.ts";
import { printPage } from "../../src/platform/browser.ts";
import {
  BAR_FILLS,
  COLORS,
  DOUBLE_LETTERS,
  FOCUS,
  LINKS,
  MISDIRECTED,
  NO_EXTRA_STYLE,
  OTHER_SCRIPT,
  OUT_OF_PLACE,
  SMALLEST_TEXT,
  UNSOUND,
  WIDER_SPACING,
} from "../support/page-scripts.ts";
import { CAN_READ_PDF, type PrintedPaper, readPdf } from "../support/pdf.ts";
import { allViews } from "../support/plan-views.ts";
import { renderPlan } from "../support/render.ts";

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

/** Fonts of the same widths, as a PDF names them. */
const AS_WIDE_AS_ARIAL = ["LiberationSans", "Arial", "ArialMT", "Arimo", "Helvetica"];

const EVERYTHING = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

interface AxeResult {
  readonly violations: readonly { readonly id: string }[];
  readonly incomplete: readonly { readonly id: string }[];
}

const CASES = ["demo", "first", "twenty", "empty", "hostile"];
const MATRIX = CASES.flatMap((name) => [`${name}-full`, `${name}-summary`]);

// All of it under every light takes more than a minute, so it waits for the checks that require a browser.
const names = REQUIRED
  ? [...MATRIX, "public", "long-words", "large"]
  : ["whole", "hostile-summary"];

it.runIf(isMissing && REQUIRED)("needs a browser, as COPROD_REQUIRE_BROWSER says", () => {
  throw new Error(`There is no browser at ${CHROMIUM}.`);
});

it.runIf(REQUIRED)("needs poppler's tools, as COPROD_REQUIRE_BROWSER says", () => {
  expect(CAN_READ_PDF).toBe(true);
});

if (isMissing)
  process.stderr.write(`Skipped: pages in a real browser. There is no browser at ${CHROMIUM}.\n`);

describe.skipIf(isMissing)("pages in a real browser", () => {
  const folder = mkdtempSync(join(tmpdir(), "coprod-pages-"));
  const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  let browser: Browser;
  let views: ReadonlyMap<string, PlanView>;

  beforeAll(async () => {
    views = await allViews();
    const write = async (name: string, view: PlanView, largePrint: boolean) =>
      writeFileSync(join(folder, `${name}.html`), await renderPlan(view, "html", { largePrint }));
    for (const [name, view] of views) await write(name, view, false);
    await write("large", view("whole"), true);
    browser = await chromium.launch(LAUNCH);
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  function view(name: string): PlanView {
    const found = views.get(name);
    if (found === undefined) throw new Error(`There is no view ${name}.`);
    return found;
  }

  function address(name: string): string {
    return pathToFileURL(join(folder, `${name}.html`)).href;
  }

  const kept = new Map<string, Promise<Page>>();

  /** A page that several tests look at, and none changes. */
  function look<Result>(name: string, at: (page: Page) => Promise<Result>): Promise<Result> {
    const page = kept.get(name) ?? newPage(name);
    kept.set(name, page);
    return page.then(at);
  }

  async function newPage(name: string): Promise<Page> {
    const page = await browser.newPage();
    await page.goto(address(name));
    return page;
  }

  /** A page of its own, for a test that changes it or sees it in another way. */
  async function open<Result>(
    name: string,
    options: BrowserContextOptions,
    use: (page: Page) => Promise<Result>,
  ): Promise<Result> {
    const context = await browser.newContext(options);
    try {
      const page = await context.newPage();
      await page.goto(address(name));
      return await use(page);
    } finally {
      await context.close();
    }
  }

  describe.each(names)("%s", (name) => {
    it("has nothing for axe to find, and everything in place, in every light and size", async () => {
      const found = await open(name, {}, async (page) => {
        // The page's own policy refuses a script element, so axe is evaluated instead.
        await page.evaluate(axe);
        const light = await axeFindings(page);
        await page.emulateMedia({ colorScheme: "dark" });
        const dark = await axeFindings(page);
        await page.emulateMedia({ colorScheme: "light", forcedColors: "active" });
        const forced = await axeFindings(page);
        await page.emulateMedia({ forcedColors: "none" });
        await page.evaluate(DOUBLE_LETTERS);
        const doubled = await page.evaluate(OUT_OF_PLACE);
        await page.evaluate(NO_EXTRA_STYLE);
        await page.setViewportSize({ width: 320, height: 640 });
        const phone = await axeFindings(page);
        const narrow = await page.evaluate(OUT_OF_PLACE);
        const smallest = await page.evaluate(SMALLEST_TEXT);
        await page.evaluate(WIDER_SPACING);
        const spaced = await page.evaluate(OUT_OF_PLACE);
        return {
          axe: { light, dark, forced, phone },
          place: { doubled, narrow, spaced },
          smallest,
        };
      });
      expect(found.axe).toEqual({ light: [], dark: [], forced: [], phone: [] });
      expect(found.place).toEqual({ doubled: [], narrow: [], spaced: [] });
      expect(found.smallest).toBeGreaterThanOrEqual(16);
    });

    it("asks for nothing but itself, stays what it is, and is sound", async () => {
      const context = await browser.newContext();
      const page = await context.newPage();
      const requests: string[] = [];
      const messages: string[] = [];
      page.on("request", (request) => requests.push(request.url()));
      page.on("console", (message) => messages.push(message.text()));
      page.on("pageerror", (error) => messages.push(error.message));
      await page.goto(address(name));
      const before = await page.locator("*").count();
      // Long enough for anything that waits to be loaded.
      await page.waitForTimeout(name === "hostile-full" ? 1000 : 100);
      const state = {
        title: await page.title(),
        url: page.url(),
        count: await page.locator("*").count(),
      };
      const unsound = await page.evaluate(UNSOUND);
      await context.close();
      const { title } = name === "large" ? view("whole") : view(name);
      expect(requests).toEqual([address(name)]);
      expect(messages).toEqual([]);
      expect(state).toEqual({ title, url: address(name), count: before });
      expect(unsound).toEqual([]);
    });
  });

  async function axeFindings(page: Page): Promise<string[]> {
    const options = JSON.stringify({
      runOnly: EVERYTHING,
      resultTypes: ["violations", "incomplete"],
    });
    const result: AxeResult = await page.evaluate(`axe.run(document, ${options})`);
    return [...result.violations, ...result.incomplete].map(({ id }) => id);
  }

  it("shows hostile texts as they were written", async () => {
    const text = await look("hostile-full", (page) => page.locator("body").textContent());
    expect(text).toContain('<script>document.title="taken"</script>');
    expect(text).toContain("{{paper.charity}} {{{x}}} \\{{y}}");
    expect(text).toContain("</style><style>*{display:none}</style>");
  });

  it("leaves its own direction to every text that people wrote", async () => {
    const [count, wrong] = await look("other-script", async (page) => [
      await page.evaluate<number>(OTHER_SCRIPT),
      await page.evaluate<string[]>(MISDIRECTED),
    ]);
    expect(count).toBeGreaterThan(40);
    expect(wrong).toEqual([]);
  });

  it("applies its style, which the policy would refuse if the hash were wrong", async () => {
    const size = await look("whole", (page) =>
      page.evaluate("getComputedStyle(document.body).fontSize"),
    );
    expect(size).toBe("19px");
  });

  it("reads the same without scripts", async () => {
    const read = (page: Page) => page.locator("body").innerText();
    const plain = await open("whole", { javaScriptEnabled: false }, read);
    expect(plain).toBe(await look("whole", read));
  });

  it("leads the keyboard through its links in order, each in view with a ring around it, and out again", async () => {
    const [links, stops] = await open("whole", {}, async (page) => {
      const seen: { words: string; tag: string; inView: boolean; outlined: boolean }[] = [];
      for (let press = 0; press < 60; press++) {
        await page.keyboard.press("Tab");
        const stop = (await page.evaluate(FOCUS)) as (typeof seen)[number] | null;
        if (stop === null) break;
        seen.push(stop);
      }
      return [(await page.evaluate(LINKS)) as string[], seen] as const;
    });
    expect(links[0]).toBe("Skip to the plan");
    expect(stops.map(({ words }) => words)).toEqual(links);
    for (const stop of stops)
      expect(stop).toMatchObject({ tag: "A", inView: true, outlined: true });
  });

  it("reads to a screen reader as it did, also on a phone", async () => {
    const snapshot = (page: Page) => page.locator("main").ariaSnapshot();
    const wide = await look("whole", snapshot);
    await expect(`${wide}\n`).toMatchFileSnapshot("../golden/plan-aria.txt");
    expect(await open("whole", { viewport: { width: 320, height: 640 } }, snapshot)).toBe(wide);
  });

  it.runIf(REQUIRED)(
    "is at most 30 screens long on a phone, in letters as wide as Arial's",
    async () => {
      const phone = { width: 360, height: 740 };
      const long = await open("first-full", { viewport: phone }, (page) =>
        page.evaluate<number>("document.documentElement.scrollHeight"),
      );
      expect(long / phone.height).toBeLessThanOrEqual(30);
    },
  );

  it("tells the parts of a bar apart in the system's own colours", async () => {
    const { paper, fills, was } = await open("whole", { forcedColors: "active" }, (page) =>
      page.evaluate<{ paper: string; fills: string[]; was: string }>(BAR_FILLS),
    );
    expect(was).not.toBe(paper);
    expect(fills).not.toContain(paper);
    expect(fills[0]).not.toBe(fills[1]);
  });

  it("prints dark text on white paper also for readers who like dark screens", async () => {
    const colors = await open("whole", { colorScheme: "dark" }, async (page) => {
      await page.emulateMedia({ media: "print", colorScheme: "dark" });
      return page.evaluate(COLORS);
    });
    expect(colors).toEqual(["rgb(255, 255, 255)", "rgb(23, 25, 28)"]);
  });

  describe.skipIf(!CAN_READ_PDF)("on paper, without backgrounds", () => {
    const papers = new Map<string, PrintedPaper>();

    async function print(name: string): Promise<PrintedPaper> {
      const printed = papers.get(name);
      if (printed !== undefined) return printed;
      const options = {
        preferCSSPageSize: true,
        tagged: true,
        outline: true,
        printBackground: false,
      };
      const bytes = await look(name, (page) => page.pdf(options));
      const paper = readPdf(join(folder, `${name}.pdf`), bytes);
      papers.set(name, paper);
      return paper;
    }

    /**
     * The numbers of pages were taken with a font as wide as Arial, which the page asks for. Others are wider: with
     * DejaVu Sans, 10 pages are 13.
     */
    function needsItsFont({ fonts }: PrintedPaper, skip: TestContext["skip"]): void {
      const isMeasured = [...fonts].some((font) => AS_WIDE_AS_ARIAL.includes(font));
      if (REQUIRED)
        expect([...fonts], "Please install fonts-liberation.").toSatisfy(() => isMeasured);
      skip(!isMeasured, `the page numbers are for ${AS_WIDE_AS_ARIAL}, and here is ${[...fonts]}`);
    }

    /** How many pages there are before the appendix. */
    function bodyPages({ pages }: PrintedPaper): number {
      const at = pages.findIndex(({ words }) =>
        /(?:What can wait|What changed, question by question|Every answer)/u.test(words),
      );
      return at === -1 ? pages.length : at;
    }

    it.for([
      ["eight-full", 6, 7],
      ["eight-summary", 2, 2],
      ["first-full", 6, 10],
      ["first-summary", 2, 2],
      ["demo-full", 7, 12],
      ["demo-summary", 2, 2],
      ["twenty-full", 9, 9],
      ["twenty-summary", 2, 2],
      ["poster", 1, 1],
      ["large", 16, 20],
    ] as const)(
      "keeps %s within %d pages before the appendix, and %d in all",
      async ([name, body, all], { skip }) => {
        const paper = await print(name);
        needsItsFont(paper, skip);
        expect(bodyPages(paper)).toBeLessThanOrEqual(body);
        expect(paper.pages.length).toBeLessThanOrEqual(all);
        expect(paper.pages.length).toBeGreaterThan(0);
        expect(paper.facts).toMatch(/Page size: +59[45]\.\d+ x 84[12]\.\d+ pts \(A4\)/u);
        paper.pages.forEach(({ words }, at) => {
          expect(words).toContain(`Page ${at + 1} of ${paper.pages.length}`);
        });
      },
    );

    it.for(["eight-full", "first-full", "whole"])(
      "leaves no page of %s half empty but the last",
      async (name, { skip }) => {
        const paper = await print(name);
        needsItsFont(paper, skip);
        const inner = paper.pages.slice(0, -1);
        expect(inner.length).toBeGreaterThan(2);
        for (const { filled } of inner) expect(filled).toBeGreaterThanOrEqual(0.6);
      },
    );

    it("is the same to the byte when coprod prints it again", { timeout: 60_000 }, async () => {
      const html = readFileSync(join(folder, "eight-summary.html"), "utf8");
      const first = await printAgain(html);
      // So that any clock in it would tell.
      await new Promise((resolve) => setTimeout(resolve, 1100));
      const second = await printAgain(html);
      expect(first.length).toBeGreaterThan(10_000);
      expect(second.equals(first)).toBe(true);
    });

    /** As coprod itself does it. */
    async function printAgain(html: string): Promise<Buffer> {
      const result = await printPage(html);
      if (result.kind !== "printed") throw new Error(`It was not printed: ${result.kind}.`);
      return makePdfReproducible(result.bytes, "2026-12-12");
    }

    it("keeps headings, tables, lists and an outline for a screen reader", async () => {
      const { facts, structure } = await print("whole");
      expect(facts).toMatch(/Tagged: +yes/u);
      expect(facts).toMatch(/JavaScript: +no/u);
      expect(facts).toContain(`Title:           ${view("whole").title}`);
      for (const tag of ["H1", "H2", "H3", "Table", "TH", "TD", "L", "LI"])
        expect(structure).toMatch(new RegExp(`^ *${tag}\\b`, "mu"));
      const raw = readFileSync(join(folder, "whole.pdf"), "latin1");
      expect(raw).toMatch(/\/Lang \(en-GB\)/u);
      expect(raw).toMatch(/\/Outlines/u);
    });

    it("says every action, who leads it and its date, and nothing that is only for screens", async () => {
      const { text } = await print("whole");
      const squeezed = text.replace(/\s+/gu, "");
      for (const { title, lead, finish } of view("whole").actions.agreed)
        for (const words of [title, lead.text, finish.text])
          expect(squeezed).toContain(words.replace(/\s+/gu, ""));
      expect(text).not.toContain("Skip to the plan");
    });

    it("repeats the head of a table that runs over a page, and never leaves it alone", async () => {
      const { pages } = await print("twenty-full");
      const heads = pages.filter(({ words }) => words.includes("Action Who leads By when Cost"));
      expect(heads.length).toBeGreaterThan(1);
      for (const { words } of pages) expect(words).not.toMatch(/By when Cost Page \d+ of \d+$/u);
    });
  });
});
