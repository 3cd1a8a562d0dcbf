import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { marked } from "marked";
import { describe, expect, it } from "vitest";
import { escapeMarkdown } from "../../src/util/markdown-escape.ts";
import { withHostileTexts } from "../support/hostile.ts";
import { wholeView } from "../support/plan-views.ts";
import { renderPlan } from "../support/render.ts";

// Both as trusting as they can be: HTML is let through, and anything like an address becomes a link.
const markdownIt = new MarkdownIt({ html: true, linkify: true });
const READERS = [
  ["marked", (text: string) => marked.parse(text, { async: false, gfm: true })],
  ["markdown-it", (text: string) => markdownIt.render(text)],
] as const;

/** Where a value stands in our templates: the text around it, and the elements that it stands in. */
const PLACES = [
  ["a paragraph", (value: string) => value],
  ["a list entry", (value: string) => `- **Note:** ${value}`],
  ["the whole of a list entry", (value: string) => `- ${value}`],
  ["a heading", (value: string) => `### ${value}`],
  ["a numbered heading", (value: string) => `### 1. ${value}`],
  ["bold words", (value: string) => `**${value}**`],
  ["words after bold ones", (value: string) => `**Now:** ${value}`],
  ["a table's cell", (value: string) => `| A | B |\n| --- | --- |\n| ${value} | x |`],
] as const;

const marks = [
  ..."\\`*_{}[]()<>#+-.!|~$^&@:=%\"' \n\t019aZé",
  "https://a.example/b",
  "http://",
  "&lt;",
  "&#106;",
  "www.",
  "<script>",
  "</td>",
  "<!--",
  "[x](javascript:alert(1))",
  "![p](https://evil.example/p.png)",
  "[x]: /y",
  "| --- |",
  "---",
  "```",
  "a@b.example",
];
const hostile = fc
  .array(fc.constantFrom(...marks), { minLength: 1, maxLength: 16 })
  .map((parts) => parts.join(""))
  .filter((text) => text.trim() !== "");
const RUNS = { numRuns: 2000, seed: 20261122 };

function wordsOf(html: string): string {
  return html
    .replace(/<[^>]*>/gu, " ")
    .replace(/&#(\d+);/gu, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&quot;/gu, '"')
    .replace(/&lt;/gu, "<")
    .replace(/&gt;/gu, ">")
    .replace(/&amp;/gu, "&")
    .replace(/\s+/gu, "");
}

/** Elements in their order, without links to web pages and mail addresses, which are safe to follow. */
function elementsOf(html: string): string {
  const plain = html.replace(/<a href="(?:https?:\/\/|mailto:)[^"<>]*">([^<]*)<\/a>/gu, "$1");
  return [...plain.matchAll(/<[^>]*>/gu)].map(([tag]) => tag).join("");
}

describe.each(READERS)("%s", (_, read) => {
  it.each(PLACES)("shows any text as it was written, in %s", (_place, around) => {
    const elements = elementsOf(read(around("xyz")));
    fc.assert(
      fc.property(hostile, (text) => {
        const html = read(around(escapeMarkdown(text)));
        const expected = wordsOf(read(around("xyz"))).replace("xyz", () =>
          text.replace(/\s+/gu, ""),
        );
        expect(wordsOf(html)).toBe(expected);
        expect(elementsOf(html)).toBe(elements);
      }),
      { ...RUNS, numRuns: RUNS.numRuns / PLACES.length },
    );
  });

  it("finds the same headings, entries, rows and cells in a plan of hostile texts as in a plain one", async () => {
    const view = wholeView("full");
    const count = (html: string) =>
      ["h1", "h2", "h3", "li", "tr", "td", "th", "strong", "p", "script", "img", "iframe"].map(
        (tag) => [tag, html.split(`<${tag}>`).length + html.split(`<${tag} `).length - 2],
      );
    const plain = read(await renderPlan(view, "md"));
    const attacked = read(await renderPlan(withHostileTexts(view), "md"));
    expect(count(attacked)).toEqual(count(plain));
    expect(attacked).not.toMatch(/href="(?!https?:|mailto:)|src="/u);
  });
});
