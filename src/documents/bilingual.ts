import type { Assessment } from "../assessment/assessment.ts";
import type { PlanView } from "../plan/schema/index.ts";
import type { Rubric } from "../rubric/rubric.ts";
import { withSharedAnswers } from "../rubric/same-as.ts";
import { OWN_LANGUAGE } from "../util/formats.ts";
import { isFields } from "../util/values.ts";
import { BOTH, inLanguage, otherLanguages, type Passage, piecesBy } from "./languages.ts";

// A page in two languages: a text that differs goes through templates and sheets as one text, which holds both between
// signs that nobody's words have. Only where the blocks of the page are known is it taken apart: the other language first,
// then that of the page. What coprod says itself is in the page's language alone.
const [OPEN, OTHER, BASE, CLOSE] = ["\ue010", "\ue011", BOTH, "\ue013"];
/** Where a line of a Word document ends. */
export const LINE_BREAK = "\ue014";
const INSIDE = "[^\ue010-\ue014]*";
const PAIR = new RegExp(
  `${OPEN}(${INSIDE})${OTHER}(${INSIDE})${BASE}(${INSIDE})${CLOSE}(\\.?)`,
  "gu",
);
const SPOKEN = new RegExp(`${OPEN}(${INSIDE})${OTHER}(${INSIDE})${CLOSE}`, "u");
const MARKS = /[\ue010-\ue014]/gu;

/** A text that says itself which language it is in. */
export function spokenText(language: string, text: string): string {
  return `${OPEN}${language}${OTHER}${text}${CLOSE}`;
}

/** A text cut into those that say themselves which language they are in, and the rest. */
export function spokenPassages(text: string): readonly Passage[] {
  return text.split(new RegExp(`(${SPOKEN.source})`, "u")).flatMap((part, at) => {
    if (part === "" || at % 4 > 1) return [];
    const [, language, said = ""] = SPOKEN.exec(part) ?? [];
    return [language === undefined ? { text: part } : { text: said, language }];
  });
}

/** The same value with each text that differs in both languages. */
export function inBoth<Value>(base: Value, other: Value, say: Say): Value {
  return inBothValues(base, other, say) as Value;
}

function inBothValues(base: unknown, other: unknown, say: Say): unknown {
  if (typeof base === "string") return inBothWords(base, String(other), say);
  if (Array.isArray(base)) {
    const others = Array.isArray(other) && other.length === base.length ? other : base;
    return base.map((each, at) => inBothValues(each, others[at], say));
  }
  if (!isFields(base)) return base;
  const others = isFields(other) ? other : {};
  const entries = Object.entries(base).map(([name, each]) => [
    name,
    ONCE.has(name) ? each : inBothValues(each, others[name] ?? each, say),
  ]);
  return Object.fromEntries(entries);
}

/** What is said of a translation is said by coprod. */
const ONCE = new Set(["language", "notices"]);

function inBothWords(base: string, other: string, { language, words }: Say): string {
  const own = base.replace(MARKS, "");
  const said = base === other ? "" : words(other, base).replace(MARKS, "");
  return said === "" ? own : `${OPEN}${language}${OTHER}${said}${BASE}${own}${CLOSE}`;
}

interface Say {
  readonly language: string;
  /** What is said in the other language, where a text has words of coprod in it as well. */
  readonly words: (other: string, base: string) => string;
}

/** A plan in both languages of its rubrics: made in each, and joined text by text. */
export function planInBoth(
  { rubrics }: Pick<Assessment, "rubrics">,
  build: (inLanguage: (assessment: Assessment) => Assessment) => PlanView,
): PlanView {
  const base = build((each) => each);
  const besides = rubrics.flatMap(({ beside }) => beside ?? []);
  const [first] = besides;
  if (first === undefined) return base;
  const other = build((each) => ({
    ...each,
    rubrics: withSharedAnswers(each.rubrics.map((one) => one.beside?.rubric ?? one)),
  }));
  const cut = piecesBy(otherLanguages(besides.map(({ rubric }) => rubric)));
  const words = (text: string, own: string) => wordsOf(cut(text), own);
  const glossary = glossaryBeside(rubrics, base.glossary);
  return inBoth(base, { ...other, glossary }, { language: first.language, words });
}

/** The pieces in the other language alone where coprod's words stand around them. */
function wordsOf(pieces: readonly Passage[], base: string): string {
  const said = pieces.filter(({ language }) => language !== undefined).map(({ text }) => text);
  const around = pieces.filter(({ language }) => language === undefined);
  if (said.length > 0)
    return around.some(({ text }) => hasWords(text))
      ? said.join("; ")
      : pieces.map(({ text }) => text).join("");
  return differing(
    pieces.map(({ text }) => text),
    base,
  );
}

/** What of a text is not at the beginning or the end of the other: a title in small letters is no text of the rubric. */
function differing([text = ""]: readonly string[], base: string): string {
  const [words, others] = [text.split(" "), base.split(" ")];
  const start = words.findIndex((word, at) => word !== others[at]);
  const end = words.findLastIndex((word, at) => word !== others[at + others.length - words.length]);
  return start < 0 ? text : words.slice(start, Math.max(end, start) + 1).join(" ");
}

/** In the order of the page: the words of both languages stand in the same order in their rubrics. */
function glossaryBeside(
  rubrics: readonly Rubric[],
  glossary: PlanView["glossary"],
): PlanView["glossary"] {
  const beside = new Map(
    rubrics.flatMap((rubric) => {
      const own = Object.entries(rubric.glossary);
      const others = Object.entries(rubric.beside?.rubric.glossary ?? {});
      return own.map((entry, at): [string, readonly [string, string]] => [
        entry[0],
        (others.length === own.length ? others[at] : undefined) ?? entry,
      ]);
    }),
  );
  return glossary.map(({ term: own, meaning: means }) => {
    const [term, meaning] = beside.get(own) ?? [own, means];
    return { term, meaning };
  });
}

/** Marks in numbers and letters are no words, and neither is what a page is written with. */
function hasWords(text: string): boolean {
  return /\p{L}{2}/u.test(text.replace(/<[^<>]*>|&#?\w+;/gu, ""));
}

/** How a kind of document shows two languages. */
interface Showing {
  readonly other: (language: string, text: string) => string;
  readonly base: (text: string) => string;
  /** What is strong, where this text ends. */
  readonly strong: (before: string) => readonly [open: string, close: string];
}

const PLAIN: Showing = { other: (_, text) => text, base: (text) => text, strong: () => ["", ""] };

/** The lines of a block in two languages, that of the page last; just the text where it is in one. */
export function linesInBoth(text: string, { other, base, strong }: Showing = PLAIN): string[] {
  if (!text.includes(OPEN)) return [text];
  const pairs = [...text.matchAll(PAIR)];
  if (pairs.length === 0) return [text];
  const own = base(text.replace(PAIR, (...[, , , said, end]) => ended(said, end)).trim());
  if (!hasWords(text.replace(PAIR, ""))) {
    const whole = text.replace(PAIR, (...[, language, said, , end]) =>
      other(language, ended(said, end)),
    );
    return [whole.trim(), own];
  }
  const others = pairs.map(({ 1: language = "", 2: said = "", index }) => {
    const [open, close] = strong(text.slice(0, index));
    return `${open}${other(language, said)}${close}`;
  });
  return [...new Set(others), own];
}

/** A text that ends its own sentence needs no full stop after it. */
function ended(text: string, end: string): string {
  return /[.!?…][”"')]?$/u.test(text) ? text : text + end;
}

/** What is said in the language of the page alone. */
export function inPageLanguage(text: string): string {
  return linesInBoth(text).at(-1) ?? text;
}

/** For the name of a page, which has one line. */
export function onOneLineInBoth(text: string): string {
  return linesInBoth(text).join(" / ");
}

/** Where blocks of a page begin and end. */
const BLOCK =
  /(<script[\s\S]*?<\/script>|<\/?(?:article|aside|blockquote|caption|d[dlt]|div|footer|h[1-6]|header|li|main|nav|ol|p|section|t(?:able|body|d|foot|h|head|r)|ul)\b[^<>]*>)/u;

/** A page, or what stands between the tags of a block, with each block in both languages. */
export function htmlInBoth(page: string): string {
  if (!page.includes(OPEN)) return page;
  const isBlock = (at: number) => at % 2 === 0;
  return page
    .split(BLOCK)
    .map((part, at) => (isBlock(at) ? linesInBoth(part, IN_HTML).join("<br>\n") : part))
    .join("");
}

const IN_HTML: Showing = {
  other: (language, text) => inLanguage(text, language),
  base: (text) => `<span lang="${OWN_LANGUAGE}">${text}</span>`,
  strong: (before) =>
    /<b\b[^<>]*>(?:(?!<\/b>)[\s\S])*$/u.test(before) ? ["<b>", "</b>"] : ["", ""],
};

/** How the lines of two languages stand in Markdown: as it is read, or on its way to Word. */
const MARKDOWN = {
  read: {
    other: (language: string, text: string) => `<span lang="${language}">${text}</span>`,
    base: (text: string) => `<span lang="${OWN_LANGUAGE}">${text}</span>`,
    inLine: " / ",
    inBlock: "\\\n",
  },
  word: {
    other: spokenText,
    base: (text: string) => text,
    inLine: LINE_BREAK,
    inBlock: LINE_BREAK,
  },
} as const;

/** A Markdown text with each block in both languages. */
export function markdownInBoth(text: string, reader: keyof typeof MARKDOWN): string {
  if (!text.includes(OPEN)) return text;
  const { inLine, inBlock, ...shown } = MARKDOWN[reader];
  const strong = (before: string) =>
    before.split("**").length % 2 === 0 ? (["**", "**"] as const) : (["", ""] as const);
  const lines = (words: string) => linesInBoth(words, { ...shown, strong });
  return text
    .split("\n")
    .map((line) => {
      if (!line.includes(OPEN)) return line;
      if (line.startsWith("|"))
        return line.replace(/(?<=\| )[^|]*(?= \|)/gu, (cell) => lines(cell).join(inLine));
      const [start = ""] = /^(?:#+ | *(?:[-*] |\d+\. )?)/u.exec(line) ?? [];
      const said = lines(line.slice(start.length));
      const between = start.startsWith("#")
        ? inLine
        : inBlock.replace("\n", `\n${" ".repeat(start.length)}`);
      return start + said.join(between);
    })
    .join("\n");
}
