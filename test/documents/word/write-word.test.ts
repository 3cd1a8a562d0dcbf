import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { XMLValidator } from "fast-xml-parser";
import JSZip from "jszip";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { docx } from "../../../src/documents/formats/docx.ts";
import { type WordFacts, writeWord } from "../../../src/documents/word/write-word.ts";
import { escapeMarkdown } from "../../../src/util/markdown-escape.ts";
import { hostileStrings } from "../../support/hostile.ts";
import { DOT_PNG } from "../../support/pictures.ts";
import { wholeView } from "../../support/plan-views.ts";
import { renderPlan, renderWord } from "../../support/render.ts";

const FACTS: WordFacts = {
  title: "A plan – River House",
  author: "River House",
  otherLanguages: new Map(),
  day: "2026-12-12",
  points: 12,
};

async function partsOf(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const zip = await JSZip.loadAsync(bytes);
  const names = Object.keys(zip.files);
  const texts = names.map(
    async (name) => [name, (await zip.file(name)?.async("string")) ?? ""] as const,
  );
  return new Map(await Promise.all(texts));
}

async function bodyOf(markdown: string): Promise<string> {
  return (await partsOf(await writeWord(markdown, FACTS))).get("word/document.xml") ?? "";
}

/** The words of each paragraph, as a reader sees them. */
function paragraphsOf(xml: string): string[] {
  return [...xml.matchAll(/<w:p>.*?<\/w:p>|<w:p [^>]*>.*?<\/w:p>/gu)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/gu)]
      .map(([, text = ""]) => text)
      .join("")
      .replace(/&lt;/gu, "<")
      .replace(/&gt;/gu, ">")
      .replace(/&quot;/gu, '"')
      .replace(/&apos;/gu, "'")
      .replace(/&amp;/gu, "&"),
  );
}

describe("a file for Word", () => {
  it("has real headings, each with its level, and a style that other programs look for", async () => {
    const parts = await partsOf(await writeWord("# One\n\n## Two\n\n#### Four\n", FACTS));
    const body = parts.get("word/document.xml") ?? "";
    expect([...body.matchAll(/<w:pStyle w:val="(\w+)"/gu)].map(([, style]) => style)).toEqual([
      "Heading1",
      "Heading2",
      "Heading4",
    ]);
    const styles = parts.get("word/styles.xml") ?? "";
    expect(styles).toMatch(/w:styleId="Normal"/u);
    expect([...styles.matchAll(/<w:outlineLvl w:val="(\d)"/gu)].map(([, level]) => level)).toEqual([
      "0",
      "1",
      "2",
      "3",
    ]);
    expect(styles).toContain('<w:lang w:val="en-GB"/>');
  });

  it("begins with the logo, whole, as one who hears it is told, and the same each time", async () => {
    const logo = { type: "png", bytes: DOT_PNG, width: 300, height: 120 } as const;
    const file = await writeWord("# One\n", { ...FACTS, logo });
    const zip = await JSZip.loadAsync(file);
    const [name = ""] = Object.keys(zip.files).filter((each) => /^word\/media\/./u.test(each));
    expect(await zip.file(name)?.async("nodebuffer")).toEqual(DOT_PNG);
    const body = (await partsOf(file)).get("word/document.xml") ?? "";
    expect(body.indexOf("<w:drawing>")).toBeLessThan(body.indexOf("Heading1"));
    expect(body).toContain('descr="Logo of River House"');
    // At most 80 pixels high, and as wide as that makes it; nothing floats.
    expect(body).toContain(`cx="${200 * 9525}" cy="${80 * 9525}"`);
    expect(body).not.toContain("<wp:anchor");
    expect(await writeWord("# One\n", { ...FACTS, logo })).toEqual(file);
  });

  it("has lists that begin anew, and rows of heads that come again on each page", async () => {
    const body = await bodyOf(
      "## Cost\n\n1. a\n2. b\n\nx\n\n1. c\n\n- d\n    - e\n\n| A | B |\n| --- | --- |\n| 1 | 2 |\n",
    );
    const lists = [...body.matchAll(/<w:ilvl w:val="(\d)"\/><w:numId w:val="(\d+)"/gu)].map(
      ([, level, id]) => [level, id],
    );
    expect(lists.map(([level]) => level)).toEqual(["0", "0", "0", "0", "1"]);
    expect(lists[0]?.[1]).toBe(lists[1]?.[1]);
    expect(lists[2]?.[1]).not.toBe(lists[0]?.[1]);
    expect(body.match(/<w:tblHeader\/>/gu)).toHaveLength(1);
    expect(body).toContain('w:firstRow="1"');
    expect(body).toContain('<w:tblCaption w:val="Cost"/>');
  });

  it("counts each list by a list of its own, so that it counts the same once LibreOffice has saved it", async () => {
    // findings/pandoc-counts-anew-after-libreoffice-saved-a-list.sh: where a list says where it starts, LibreOffice 7.4.7
    // parts its first line from the others, and pandoc 2.17 counts 1, 1, 2.
    const parts = await partsOf(
      await writeWord("1. a\n2. b\n\nx\n\n1. c\n\ny\n\n- d\n\nz\n\n- e\n", FACTS),
    );
    const numbering = parts.get("word/numbering.xml") ?? "";
    expect(numbering).not.toContain("Override");
    const meant = new Map(
      [...numbering.matchAll(/<w:num w:numId="(\d+)"[^>]*><w:abstractNumId w:val="(\d+)"/gu)].map(
        ([, id, list]) => [id, list],
      ),
    );
    const body = parts.get("word/document.xml") ?? "";
    const [a, b, c, d, e] = [...body.matchAll(/<w:numId w:val="(\d+)"/gu)].map(([, id]) =>
      meant.get(id),
    );
    expect(b).toBe(a);
    expect(e).toBe(d);
    expect(new Set([a, c, d]).size).toBe(3);
  });

  it("is on A4, and says its title, its language and whose it is", async () => {
    const parts = await partsOf(await writeWord("# One\n", FACTS));
    expect(parts.get("word/document.xml")).toContain('<w:pgSz w:w="11906" w:h="16838"');
    const core = parts.get("docProps/core.xml") ?? "";
    expect(core).toContain("<dc:title>A plan – River House</dc:title>");
    expect(core).toContain("<dc:creator>River House</dc:creator>");
    expect(core).toContain("<cp:lastModifiedBy>River House</cp:lastModifiedBy>");
    expect([...core.matchAll(/\d{4}-[\dT:-]+Z/gu)].map(([day]) => day)).toEqual([
      "2026-12-12T00:00:00Z",
      "2026-12-12T00:00:00Z",
    ]);
  });

  it("follows a link to a page or a letter, and no other", async () => {
    const parts = await partsOf(
      await writeWord("See <https://a.example/b> and <mailto:a@b.example>.\n", FACTS),
    );
    expect(parts.get("word/_rels/document.xml.rels")).toContain('Id="rIdLink1"');
    expect(paragraphsOf(parts.get("word/document.xml") ?? "")[0]).toContain("https://a.example/b");
    const other = await partsOf(await writeWord("[x](javascript:alert(1))\n", FACTS));
    expect(other.get("word/_rels/document.xml.rels")).not.toContain("javascript");
  });

  it("is the same to the byte at another moment", async () => {
    const markdown = await renderPlan(wholeView("full"), "md");
    const first = await writeWord(markdown, FACTS);
    await new Promise((resolve) => setTimeout(resolve, 2100));
    const again = await writeWord(markdown, FACTS);
    expect(Buffer.from(again).equals(Buffer.from(first))).toBe(true);
    expect(docx.isOurs(Buffer.from(first).toString("latin1"))).toBe(true);
    expect(docx.isOurs("PK something else")).toBe(false);
  });

  it("shows any text as it was written, and nothing of it does anything", async () => {
    for (const text of hostileStrings(60)) {
      const markdown = `### ${escapeMarkdown(text)}\n\n- **Note:** ${escapeMarkdown(text)}\n\n| A | B |\n| --- | --- |\n| ${escapeMarkdown(text)} | x |\n`;
      const body = await bodyOf(markdown);
      expect(XMLValidator.validate(body)).toBe(true);
      const shown = paragraphsOf(body).map((each) => each.replace(/\s+/gu, ""));
      const plain = text.replace(/\s+/gu, "");
      expect([shown[0], shown[1], shown[4]]).toEqual([plain, `Note:${plain}`, plain]);
    }
  });
});

const HAS_OFFICE = ["pandoc", "soffice"].every(
  (name) => spawnSync(name, ["--version"]).status === 0,
);
const REQUIRED = process.env["COPROD_REQUIRE_OFFICE"] === "1";

it.runIf(REQUIRED)("needs pandoc and LibreOffice, as COPROD_REQUIRE_OFFICE says", () => {
  expect(HAS_OFFICE).toBe(true);
});

describe.skipIf(!HAS_OFFICE)("read back by other programs", () => {
  const folder = mkdtempSync(join(tmpdir(), "coprod-word-"));
  const file = (name: string) => join(folder, name);
  let markdown: string;

  beforeAll(async () => {
    const view = wholeView("full");
    markdown = await renderPlan(view, "md");
    writeFileSync(file("plan.md"), markdown);
    writeFileSync(file("plan.docx"), await renderWord(view));
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function run(name: string, ...args: string[]): string {
    const { status, stdout } = spawnSync(name, args, {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 50_000_000,
    });
    expect(status).toBe(0);
    return stdout;
  }

  const words = (text: string) => text.match(/[\p{L}\p{N}£%]+/gu) ?? [];

  it("keeps every word, every heading and every table in pandoc", () => {
    const plain = (from: string, name: string) =>
      run("pandoc", "-f", from, name, "-t", "plain", "--wrap=none");
    const before = words(plain("gfm", "plan.md"));
    const after = words(plain("docx", "plan.docx"));
    let at = 0;
    for (const word of after) if (word === before[at]) at += 1;
    expect(before.slice(at, at + 8)).toEqual([]);
    const { blocks } = JSON.parse(run("pandoc", "plan.docx", "-t", "json")) as {
      blocks: { t: string; c: [number] }[];
    };
    const levels = blocks.filter(({ t }) => t === "Header").map(({ c: [level] }) => level);
    expect(levels).toEqual(
      [...markdown.matchAll(/^(#+) /gmu)].map(([, signs = ""]) => signs.length),
    );
    const tables = blocks.filter(({ t }) => t === "Table");
    expect(tables).toHaveLength(markdown.match(/^\| ---/gmu)?.length ?? 0);
  });

  it("keeps every word, the language and A4 in LibreOffice, with heads of tables in its PDF", {
    timeout: 120_000,
  }, () => {
    const profile = `-env:UserInstallation=file://${file("profile")}`;
    run("soffice", profile, "--headless", "--convert-to", "html:HTML (StarWriter)", "plan.docx");
    const html = readFileSync(file("plan.html"), "utf8");
    expect(html).toMatch(/<body[^>]* lang="en-GB"/u);
    const shown = new Set(
      words(html.replace(/<[^>]*>/gu, " ").replace(/&[lg]t;|&amp;|&quot;/gu, " ")),
    );
    const plain = run("pandoc", "-f", "gfm", "plan.md", "-t", "plain", "--wrap=none");
    expect(words(plain).filter((word) => !shown.has(word))).toEqual([]);
    run(
      "soffice",
      profile,
      "--headless",
      "--convert-to",
      'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}',
      "plan.docx",
    );
    expect(run("pdfinfo", "plan.pdf")).toMatch(/\(A4\)/u);
    const structure = run("pdfinfo", "-struct", "plan.pdf");
    for (const tag of ["H1", "H2", "H3", "Table", "TH", "L"])
      expect(structure).toMatch(new RegExp(`^ *${tag}\\b`, "mu"));
  });
});
