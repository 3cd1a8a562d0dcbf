import { createHash } from "node:crypto";
import { HtmlValidate } from "html-validate";
import { describe, expect, it } from "vitest";
import type { PlanView } from "../../../src/plan/schema/index.ts";
import { textsIn } from "../../../src/plan/words.ts";
import { anAssessment } from "../../support/builders.ts";
import { withHostileTexts } from "../../support/hostile.ts";
import { renderPlan } from "../../support/render.ts";
import { aFullAssessment, planOf, templatesFromDisk } from "../../support/specimen.ts";

const templates = templatesFromDisk();
const full = planOf(aFullAssessment());
const views: [string, PlanView][] = [
  ["full", full],
  ["summary", planOf(aFullAssessment(), { length: "summary" })],
  ["public", planOf(aFullAssessment(), { audience: "public" })],
  ["empty", planOf(anAssessment())],
  ["hostile", withHostileTexts(full)],
];

/** What a reader sees: markup taken off, entities turned back. */
function shown(html: string): string {
  return html
    .replace(/<[^>]*>/gu, "")
    .replace(/&#x([0-9a-f]+);/giu, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&lt;/gu, "<")
    .replace(/&gt;/gu, ">")
    .replace(/&quot;/gu, '"')
    .replace(/&amp;/gu, "&");
}

describe.each(views)("a page of the %s plan", async (_, view) => {
  const html = await renderPlan(view, "html");

  it("is sound HTML", async () => {
    const validator = new HtmlValidate({
      extends: ["html-validate:recommended"],
      // A title names charity and date for the printed file; names of charities are as long as they are.
      rules: { "long-title": "off", "no-trailing-whitespace": "off" },
    });
    const report = await validator.validateString(html);
    const messages = report.results.flatMap(({ messages: found }) => found);
    expect(messages.map(({ ruleId, message, line }) => `${line} ${ruleId} ${message}`)).toEqual([]);
  });

  it("has only elements and attributes that can do nothing", () => {
    const tags = [...html.matchAll(/<([a-z][a-z0-9]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>/gu)];
    const names = new Set(tags.map(([, name]) => name));
    for (const name of [
      "script",
      "iframe",
      "object",
      "embed",
      "base",
      "form",
      "link",
      "input",
      "img",
      "details",
    ])
      expect(names).not.toContain(name);
    // A browser marks it in a PDF as something that many readers of PDF do not know, and leave out.
    expect(names).not.toContain("strong");
    const attributes = tags.flatMap(([, , text = ""]) => [...text.matchAll(/\s([\w:-]+)=/gu)]);
    for (const [, name = ""] of attributes)
      expect(name).not.toMatch(/^(?:on|style|src|title|action)/u);
    for (const [, target = ""] of html.matchAll(/href="([^"]*)"/gu))
      expect(target).toMatch(/^(?:#|https?:|mailto:|tel:)/u);
    expect(html.match(/<meta http-equiv/gu)).toHaveLength(1);
  });

  it("has one first heading, and tables with a caption and named heads", () => {
    expect(html.match(/<h1/gu)).toHaveLength(1);
    const tables = [...html.matchAll(/<table[\s\S]*?<\/table>/gu)].map(([table]) => table);
    for (const table of tables) {
      expect(table).toMatch(/<caption>/u);
      expect(table).not.toMatch(/<th(?![^>]*scope=)(?!ead)[\s>]/u);
    }
  });

  it("prints the same bytes each time, with plain line ends and one at the end", async () => {
    expect(await renderPlan(view, "html")).toBe(html);
    expect(html).toMatch(/[^\n]\n$/u);
    expect(html).not.toContain("\r");
  });

  it("has no blank or hyphen of the kinds after which poppler 22.12.0 drops the words of a PDF that Chromium 156 made", () => {
    // findings/poppler-loses-the-words-after-a-no-break-space.sh
    expect(html).not.toMatch(/&(?:nbsp|shy|thinsp);|[\u00a0\u00ad\u2009\u200b\u202f\u2060]/u);
  });

  it("stays small enough to send by mail", () => {
    expect(Buffer.byteLength(html)).toBeLessThan(150_000);
  });
});

describe("a page", async () => {
  const html = await renderPlan(full, "html");

  it("allows exactly its own style, and says so before anything else but the letters", () => {
    const [, css = ""] = /<style>([\s\S]*?)<\/style>/u.exec(html) ?? [];
    const hash = createHash("sha256").update(css).digest("base64");
    expect(html).toContain(
      `<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}';`,
    );
  });

  it("comes out the same from a Windows checkout of the templates", async () => {
    const windows = new Map(
      [...templates].map(([path, text]) => [path, `\ufeff${text.replaceAll("\n", "\r\n")}`]),
    );
    expect(await renderPlan(full, "html", { templates: windows })).toBe(html);
    expect(await renderPlan(full, "md", { templates: windows })).toBe(await renderPlan(full, "md"));
  });

  it("says every action, its owner and its date", () => {
    const page = shown(html);
    const { agreed, ideas } = full.actions;
    const texts = [
      ...agreed.flatMap((each) => [
        each.title,
        each.lead.text,
        each.finish.text,
        each.unsaid ?? "",
      ]),
      ...ideas.flatMap((each) => [each.title, each.first.text]),
      ...[...agreed, ...ideas].map(({ reason }) => reason),
    ];
    for (const text of texts) expect(page).toContain(text);
  });

  it("can be in large letters", async () => {
    expect(await renderPlan(full, "html", { largePrint: true })).toContain(
      '<html lang="en-GB" class="large-print">',
    );
  });
});

describe("hostile text", () => {
  const hostile = withHostileTexts(full);

  it("is shown as it was written, in every field of the page", async () => {
    const page = shown(await renderPlan(hostile, "html")).replace(/\s+/gu, " ");
    // What else is known of an action is for other formats and other programs.
    const printed = hostile.actions.agreed.map(
      ({ title, lead, finish, reason, unsaid, cost, note }) => [
        title,
        lead,
        finish,
        reason,
        unsaid,
        cost,
        note,
      ],
    );
    const texts = textsIn([printed, hostile.paper, hostile.notices, hostile.glossary]);
    expect(texts.length).toBeGreaterThan(30);
    const hidden = texts.filter((text) => !page.includes(text.replace(/\s+/gu, " ")));
    expect(hidden.filter((text) => /[<{|]/u.test(text))).toEqual([]);
  });

  it("opens no markup in Markdown and moves no table cell", async () => {
    const text = await renderPlan(hostile, "md");
    const bare = text.replace(/\\[!-/:-@[-`{-~]/gu, "\uE000").replace(/<https?:[^<>\s]*>/gu, "");
    expect(bare).not.toMatch(/<[a-z/!]|\]\(|^\[/imu);
    const rows = bare.split("\n").filter((line) => line.startsWith("|"));
    const glance = rows.filter((row) => row.split("|").length === 6);
    expect(glance).toHaveLength(full.actions.agreed.length + 2);
  });
});

describe.each(views)("Markdown of the %s plan", async (_, view) => {
  const text = await renderPlan(view, "md");

  it("reads well as plain text", async () => {
    expect(text).toMatch(/^# /u);
    expect(text).toMatch(/[^\n]\n$/u);
    expect(text).not.toMatch(/[ \t]$|\n{3}|\r/mu);
    expect(text).not.toMatch(/&#x|\[ \]|^---$|^ {4}(?!- )/mu);
    expect(await renderPlan(view, "md")).toBe(text);
  });

  it("gives every row of a table as many cells as its head", () => {
    const blocks = text.split("\n\n").filter((block) => block.startsWith("|"));
    for (const block of blocks) {
      const counts = block.split("\n").map((row) => row.replace(/\\\|/gu, "").split("|").length);
      expect(new Set(counts).size).toBe(1);
    }
  });
});

describe("colours", () => {
  const css = templates.get("plan.css") ?? "";
  const [light = "", dark = ""] = css.split("prefers-color-scheme: dark");
  const pairs: [string, string, number][] = [
    ["ink", "paper", 7],
    ["ink", "panel", 7],
    ["muted", "paper", 4.5],
    ["muted", "panel", 4.5],
    ["accent", "paper", 4.5],
    ["edge", "paper", 3],
    ["edge", "panel", 3],
    ["accent", "panel", 4.5],
    ["focus", "paper", 3],
    ["focus", "panel", 3],
    ["ink", "bar-open", 3],
    ["accent", "bar-open", 3],
  ];

  it.each(pairs)("tell %s from %s, in both themes", (front, back, least) => {
    for (const block of [light, dark])
      expect(contrast(token(block, front), token(block, back))).toBeGreaterThanOrEqual(least);
  });
});

it("shows no text through a veil, which would thin every pair above", () => {
  expect(templates.get("plan.css")).not.toMatch(/opacity|rgba|hsla|color-mix/u);
});

function token(css: string, name: string): string {
  return new RegExp(`--${name}: (#[0-9a-f]{6})`, "u").exec(css)?.[1] ?? "";
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
