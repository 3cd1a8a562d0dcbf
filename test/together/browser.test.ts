import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { nodeFiles } from "../../src/platform/files.ts";
import { type MemoryFiles, PACKAGE_FOLDER, runInMemory } from "../support/context.ts";
import { manyShares } from "../support/many-shares.ts";

const CHROMIUM = process.env["COPROD_CHROMIUM"] ?? "/usr/bin/chromium";
const EVERYTHING = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 900 };

interface AxeResult {
  readonly violations: readonly { readonly id: string }[];
  readonly incomplete: readonly { readonly id: string }[];
}

describe.skipIf(!existsSync(CHROMIUM))("the network's page in a real browser", () => {
  const folder = mkdtempSync(join(tmpdir(), "coprod-network-"));
  const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  let browser: Browser;

  beforeAll(async () => {
    const files = nodeFiles() as MemoryFiles;
    manyShares({ folder: join(folder, "shares"), count: 60, packageFolder: PACKAGE_FOLDER });
    const example = readFileSync(join(PACKAGE_FOLDER, "docs/examples/river-house.yaml"), "utf8");
    writeFileSync(join(folder, "one.yaml"), example);
    writeFileSync(join(folder, "two.yaml"), example.replace(/^title: .*$/mu, "title: Youth"));
    const options = { files, cwd: folder };
    await runInMemory(["together", "shares", "-o", "network.html"], options);
    await runInMemory(["together", "--teams", "one.yaml", "two.yaml", "-o", "teams.html"], options);
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
    });
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function findings(page: Page): Promise<readonly string[]> {
    const found = (await page.evaluate(
      `axe.run(document, { runOnly: ${JSON.stringify(EVERYTHING)} })`,
    )) as AxeResult;
    return [...found.violations, ...found.incomplete].map(({ id }) => id);
  }

  it.each(["network", "teams"])(
    "has in %s nothing for axe to find, and never moves sideways",
    async (name) => {
      for (const [viewport, colorScheme] of [
        [PHONE, "dark"],
        [DESK, "light"],
      ] as const) {
        const page = await browser.newPage({ viewport, colorScheme });
        await page.goto(pathToFileURL(join(folder, `${name}.html`)).href);
        await page.evaluate(axe);
        expect([viewport.width, await findings(page)]).toEqual([viewport.width, []]);
        expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(viewport.width);
        await page.close();
      }
    },
  );

  it("draws bars of one length for equal counts, and longer ones for more", async () => {
    const page = await browser.newPage({ viewport: DESK });
    await page.goto(pathToFileURL(join(folder, "network.html")).href);
    const bars = (await page.evaluate(`[...document.querySelectorAll("table")].map((table) =>
      [...table.querySelectorAll("td[class]")].map((cell) => [
        Number(cell.className.slice(1)),
        parseFloat(getComputedStyle(cell, "::after").width),
      ]))`)) as [number, number][][];
    expect(bars.flat().length).toBeGreaterThan(50);
    for (const table of bars)
      for (const [tenths, width] of table) {
        const [one = [1, 0]] = table.filter(([each]) => each > 0);
        expect(Math.abs(width * one[0] - one[1] * tenths)).toBeLessThan(tenths + 1);
      }
    await page.close();
  });

  it("is one file of at most 300 kB that holds no script", () => {
    const text = readFileSync(join(folder, "network.html"), "utf8");
    expect(Buffer.byteLength(text)).toBeLessThan(300_000);
    expect(text).not.toMatch(/<script|<img|<link|https?:/u);
  });
});
