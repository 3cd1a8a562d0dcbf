import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { memoryFiles, runInMemory } from "../../support/context.ts";
import { type Firefox, openFirefox } from "../../support/marionette.ts";
import { CAN_READ_PDF, readPdf } from "../../support/pdf.ts";

const FIREFOX = process.env["COPROD_FIREFOX"] ?? "/usr/bin/firefox-esr";

if (!existsSync(FIREFOX))
  process.stderr.write(`Skipped: forms and sheets in Firefox. There is none at ${FIREFOX}.\n`);

describe.skipIf(!existsSync(FIREFOX))("in Firefox", () => {
  const folder = mkdtempSync(join(tmpdir(), "coprod-firefox-pages-"));
  const form = pathToFileURL(join(folder, "form.html")).href;
  let firefox: Firefox;

  beforeAll(async () => {
    const pages = { form: ["form", "principles"], sheet: ["sheet", "principles"] };
    for (const [name, argv] of Object.entries(pages))
      writeFileSync(join(folder, `${name}.html`), (await runInMemory([...argv, "-o", "-"])).stdout);
    writeFileSync(join(folder, "other.html"), "<!DOCTYPE html><title>Another page</title>");
    firefox = await openFirefox(FIREFOX);
  });

  afterAll(async () => {
    await firefox?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function tabTo(words: string): Promise<void> {
    for (let count = 0; count < 150; count++) {
      await firefox.press("Tab");
      if ((await firefox.evaluate(FOCUSED)) === words) return;
    }
    throw new Error(`Nothing called ${words} can be reached by Tab.`);
  }

  async function until(script: string): Promise<void> {
    for (let tries = 0; tries < 100; tries++) {
      if ((await firefox.evaluate(`return ${script}`)) === true) return;
      await wait(50);
    }
    throw new Error(`It never was so: ${script}`);
  }

  it("a form is answered, saved, read out and loaded again by the keyboard alone, with no request", async () => {
    await firefox.send("WebDriver:Navigate", { url: form });
    await tabTo("Start");
    await firefox.press("Enter");
    await until('location.hash === "#group" && document.activeElement.tagName === "H1"');
    await tabTo("radio");
    await firefox.press("Space", "Enter");
    for (let at = 0; at < 23; at++) {
      await until(`location.hash === "#${at + 1}" && document.activeElement.tagName === "H1"`);
      await tabTo("radio");
      await firefox.press(
        ...(at % 6 === 0 ? (["Space"] as const) : Array<"ArrowDown">(at % 6).fill("ArrowDown")),
        "Enter",
      );
    }
    await until('location.hash === "#check"');
    await tabTo("Finish");
    await firefox.press("Enter");
    await until('location.hash === "#give"');
    const line = String(
      await firefox.evaluate('return document.querySelector(".line").textContent'),
    );
    expect(line.trim()).toMatch(/^le 1234u -1234 u-123 4u-12 34u [A-Z]{4} #[a-z0-9]{5}$/u);
    await tabTo("Save the page");
    await firefox.press("Enter");
    await until('document.getElementById("said").textContent.includes("my-answers")');
    await wait(1_000);
    const [name = ""] = readdirSync(firefox.downloads);
    const saved = join(firefox.downloads, name);
    expect(await firefox.evaluate('return performance.getEntriesByType("resource").length')).toBe(
      0,
    );
    expect(await firefox.evaluate("return localStorage.length")).toBe(0);

    await firefox.send("WebDriver:Navigate", { url: `${form}#start` });
    await firefox.send("WebDriver:Refresh");
    const found = (await firefox.send("WebDriver:FindElement", {
      using: "css selector",
      value: "#saved-page",
    })) as { readonly value: Readonly<Record<string, string>> };
    const [id] = Object.values(found.value);
    await firefox.send("WebDriver:ElementSendKeys", { id, text: saved });
    await until('location.hash === "#check"');
    expect(await firefox.evaluate('return document.querySelectorAll("dl div").length')).toBe(24);

    const files = memoryFiles({ "our.yaml": OURS, "page.html": readFileSync(saved, "utf8") });
    const added = await runInMemory(["votes", "add", "our.yaml", "page.html", "--yes"], { files });
    expect(added.stdout).toContain("Added: 1 person.");
  });

  it("what a form keeps can be seen by other pages from files, as it says, and is cleared", async () => {
    await firefox.send("WebDriver:Navigate", { url: `${form}#start` });
    await firefox.send("WebDriver:Refresh");
    await firefox.evaluate('document.getElementById("keep").click()');
    await firefox.send("WebDriver:Navigate", {
      url: pathToFileURL(join(folder, "other.html")).href,
    });
    expect(await firefox.evaluate("return localStorage.length")).toBe(1);
    await firefox.send("WebDriver:Navigate", { url: `${form}#start` });
    await firefox.evaluate(
      '[...document.querySelectorAll("button")].find((each) => /^Clear what/.test(each.textContent)).click()',
    );
    expect(await firefox.evaluate("return localStorage.length")).toBe(0);
  });

  it.skipIf(!CAN_READ_PDF)("a sheet fills as many pages as it says", async () => {
    const url = pathToFileURL(join(folder, "sheet.html")).href;
    await firefox.send("WebDriver:Navigate", { url });
    const margin = { top: 0.9, bottom: 0.9, left: 0.9, right: 0.9 };
    const page = { width: 21, height: 29.7 };
    const printed = (await firefox.send("WebDriver:Print", {
      background: false,
      shrinkToFit: false,
      page,
      margin,
    })) as { readonly value: string };
    const { pages } = readPdf(join(folder, "sheet.pdf"), Buffer.from(printed.value, "base64"));
    expect(pages).toHaveLength(6);
    pages.forEach(({ words }, at) => {
      expect(words).toContain(`page ${at + 1} of 6`);
    });
  });
});

const FOCUSED = `const at = document.activeElement; return at.type === "radio" ? "radio" : at.textContent.trim();`;

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
