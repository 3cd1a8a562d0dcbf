import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runInMemory } from "../support/context.ts";
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
});

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
