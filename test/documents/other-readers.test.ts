import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { escapeMarkdown } from "../../src/util/markdown-escape.ts";
import { hostileStrings } from "../support/hostile.ts";

/** Readers that are no packages of ours; each is tried where it is installed. */
const READERS: Readonly<Record<string, readonly string[]>> = {
  "cmark-gfm": ["cmark-gfm", "--unsafe", "-e", "table", "-e", "strikethrough", "-e", "autolink"],
  "pandoc as GitHub reads": ["pandoc", "-f", "gfm", "-t", "html", "--wrap=none"],
  pandoc: ["pandoc", "-f", "markdown-smart", "-t", "html", "--wrap=none"],
  "Python-Markdown": ["/usr/bin/python3", "-m", "markdown", "-x", "extra"],
  "Python-Markdown, plain": ["/usr/bin/python3", "-m", "markdown"],
  discount: ["/usr/bin/markdown"],
  kramdown: [
    "/usr/bin/ruby",
    "-rkramdown",
    "-e",
    "puts Kramdown::Document.new(STDIN.read).to_html",
  ],
};

function read([name = "", ...args]: readonly string[], input: string): string | undefined {
  const { status, stdout } = spawnSync(name, args, { input, encoding: "utf8" });
  return status === 0 ? stdout : undefined;
}

const NAMED: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  apos: "'",
  ldquo: '"',
  rdquo: '"',
  lsquo: "'",
  rsquo: "'",
  hellip: "...",
  mdash: "---",
  ndash: "--",
};

/** What is shown. */
function shown(html: string): string {
  const plain = html
    .replace(/<[^>]*>/gu, "")
    .replace(
      /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/giu,
      (whole, hex?: string, code?: string, name = "") =>
        hex !== undefined || code !== undefined
          ? String.fromCodePoint(hex === undefined ? Number(code) : Number.parseInt(hex, 16))
          : (NAMED[name] ?? whole),
    );
  return straight(plain);
}

const CURLY: readonly (readonly [RegExp, string])[] = [
  [/[“”]/gu, '"'],
  [/[‘’]/gu, "'"],
  [/…/gu, "..."],
  [/—/gu, "---"],
  [/–/gu, "--"],
  [/\s+/gu, ""],
];

/** Quotes and dashes as they were typed: to make them curly changes no words. */
function straight(text: string): string {
  return CURLY.reduce((plain, [curly, typed]) => plain.replace(curly, typed), text);
}

const TEXTS = hostileStrings(300);

describe.each(Object.entries(READERS))("%s", (_, command) => {
  const isThere = read(command, "x") !== undefined;

  it.skipIf(!isThere)(
    "shows 300 hostile texts as they were written, and lets nothing of them live",
    () => {
      const page = TEXTS.map(
        (text, at) => `Start ${at}.\n\n- **Note:** ${escapeMarkdown(text)}\n`,
      ).join("\n");
      const html = read(command, page) ?? "";
      const parts = shown(html)
        .split(/Start\d+\./u)
        .slice(1);
      const wrong = TEXTS.filter((text, at) => parts[at] !== `Note:${straight(text)}`);
      expect(wrong).toEqual([]);
      expect(
        html.replace(
          /<\/?(?:p|ul|li|strong)>|<a (?:class="uri" |class="email" )?href="(?:https?:|mailto:|&#)[^"]*"[^>]*>|<\/a>/gu,
          "",
        ),
      ).not.toMatch(/<[a-z!/]/iu);
    },
  );
});
