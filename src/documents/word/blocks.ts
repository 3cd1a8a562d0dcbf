import {
  BorderStyle,
  ExternalHyperlink,
  type FileChild,
  HeadingLevel,
  type IParagraphOptions,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import type { Token, Tokens } from "marked";
import { LINE_BREAK, spokenPassages } from "../bilingual.ts";
import { isRightToLeft, type OtherLanguages, type Passage, piecesBy } from "../languages.ts";

/** Names of the two kinds of list. */
export const BULLETS = "bullets";
const NUMBERS = "numbers";

const LEVELS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
] as const;

interface BlockFacts {
  readonly keepsTables?: boolean;
  readonly otherLanguages: OtherLanguages;
}

/** Turns the blocks of a Markdown text into those of Word, one after another. */
export class WordBlocks {
  /** What each table is about, in their order: the heading that it stands under. */
  readonly captions: string[] = [];
  private heading = "";
  private lists = 0;
  /** The names of the styles of its numbered lists. */
  readonly numbered = new Set<string>();
  private readonly keepsTables: boolean;
  private readonly look: Look;

  constructor({ keepsTables = false, otherLanguages }: BlockFacts) {
    this.keepsTables = keepsTables;
    const cut = piecesBy(otherLanguages);
    const passages = (each: Passage) => (each.language === undefined ? cut(each.text) : [each]);
    this.look = { cut: (text) => spokenPassages(text).flatMap(passages) };
  }

  of(token: Token): FileChild[] {
    switch (token.type) {
      case "heading":
        return [this.headingOf(token as Tokens.Heading)];
      case "paragraph":
      case "text":
        return [new Paragraph({ children: runsOf(inner(token), this.look) })];
      case "list":
        this.lists += 1;
        return this.listOf(token as Tokens.List, 0);
      case "table":
        this.captions.push(this.heading);
        return [
          tableOf(token as Tokens.Table, { ...this.look, keepNext: this.keepsTables }),
          new Paragraph({ spacing: { after: 0 } }),
        ];
      case "space":
        return [];
      default:
        return [new Paragraph({ children: [new TextRun({ text: token.raw.trim() })] })];
    }
  }

  private headingOf(token: Tokens.Heading): Paragraph {
    const lines = textOf(token.tokens).split(LINE_BREAK);
    this.heading = lines
      .map((line) =>
        spokenPassages(line)
          .map(({ text }) => text)
          .join(""),
      )
      .join(" / ");
    return new Paragraph({
      heading: LEVELS[Math.min(token.depth, LEVELS.length) - 1] ?? HeadingLevel.HEADING_4,
      children: runsOf(token.tokens, this.look),
    });
  }

  private listOf({ items, ordered }: Tokens.List, level: number): FileChild[] {
    const numbering = { reference: ordered ? this.numbersOf() : BULLETS, level, instance: 0 };
    return items.flatMap(({ tokens }) =>
      tokens.flatMap((token, at) => {
        if (token.type === "list") return this.listOf(token as Tokens.List, level + 1);
        if (at > 0) return this.of(token);
        return [itemOf(token, this.look, { numbering, spacing: { after: 40 } })];
      }),
    );
  }

  /** Each list that is numbered begins at one: it has a style of its own. */
  private numbersOf(): string {
    const name = `${NUMBERS}-${this.lists}`;
    this.numbered.add(name);
    return name;
  }
}

function itemOf(token: Token, look: Look, options: IParagraphOptions): Paragraph {
  return new Paragraph({ ...options, children: runsOf(inner(token), look) });
}

function inner(token: Token): readonly Token[] {
  return "tokens" in token && token.tokens !== undefined ? token.tokens : [token];
}

function tableOf({ header, rows }: Tokens.Table, look: CellLook): Table {
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: header.map(({ tokens }) => cellOf(tokens, { ...look, bold: true })),
  });
  const body = rows.map((cells, row) => {
    const keepNext = look.keepNext && row < rows.length - 1;
    const children = cells.map(({ tokens }, at) =>
      cellOf(tokens, { ...look, bold: at === 0, keepNext }),
    );
    return new TableRow({ cantSplit: true, children });
  });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: columnsOf([header, ...rows]),
    borders: {
      top: LINE,
      bottom: LINE,
      left: NO_LINE,
      right: NO_LINE,
      insideHorizontal: LINE,
      insideVertical: NO_LINE,
    },
    rows: [head, ...body],
  });
}

const LINE = { style: BorderStyle.SINGLE, size: 4, color: "767E86" } as const;
const NO_LINE = { style: BorderStyle.NONE, size: 0, color: "FFFFFF" } as const;

/** All of them together, in twentieths of a point: what stands between the margins of the page. */
const PAGE_WIDTH = 9_860;

/** The more there is to read in a column, the wider it is; none is so narrow that words break. Signs alone take little room. */
function columnsOf(rows: readonly (readonly Tokens.TableCell[])[]): number[] {
  const count = rows[0]?.length ?? 1;
  const longest = Array.from({ length: count }, (_, at) =>
    letters(rows.map((cells) => cells[at]?.text.length ?? 0)),
  );
  const all = longest.reduce((sum, each) => sum + each, 0);
  return longest.map((each) => Math.round((PAGE_WIDTH * each) / all));
}

function letters(lengths: readonly number[]): number {
  const most = Math.max(...lengths);
  return most <= SIGNS ? SIGNS : Math.min(45, Math.max(18, most));
}

/** As many letters as a number or a box to tick has. */
const SIGNS = 4;

interface Look {
  readonly bold?: boolean;
  readonly italics?: boolean;
  /** Where the language changes. */
  readonly cut: (text: string) => readonly Passage[];
}

type CellLook = Look & { readonly keepNext: boolean };

function cellOf(tokens: readonly Token[], { keepNext, ...look }: CellLook): TableCell {
  const spacing = { before: 40, after: 40 };
  return new TableCell({
    margins: { left: 80, right: 80 },
    children: [new Paragraph({ keepNext, spacing, children: runsOf(tokens, look) })],
  });
}

function runsOf(tokens: readonly Token[], look: Look): ParagraphChild[] {
  return joined(tokens).flatMap((token): ParagraphChild[] => {
    if (typeof token === "string") return textRuns(token, look);
    if (token.type === "strong") return runsOf(inner(token), { ...look, bold: true });
    if (token.type === "em") return runsOf(inner(token), { ...look, italics: true });
    if (token.type === "link") return [linkOf(token as Tokens.Link, look)];
    return runsOf(inner(token), look);
  });
}

/** Pieces of plain text that follow one another as one: signs that Markdown would obey stand apart, and a language is known by its whole text. */
function joined(tokens: readonly Token[]): readonly (Token | string)[] {
  const found: (Token | string)[] = [];
  for (const token of tokens) {
    const before = found.at(-1);
    if (!isPlain(token)) found.push(token);
    else if (typeof before === "string") found[found.length - 1] = before + wordsOf(token);
    else found.push(wordsOf(token));
  }
  return found;
}

function isPlain(token: Token): boolean {
  if (["strong", "em", "link"].includes(token.type)) return false;
  return !(token.type === "text" && "tokens" in token && token.tokens !== undefined);
}

function textRuns(said: string, { cut, ...weight }: Look): TextRun[] {
  return said.split(LINE_BREAK).flatMap((line, at) => {
    const passages = at > 0 && line === "" ? [{ text: "" }] : cut(line);
    return passages.map(({ text, language }: Passage, piece) => {
      const opens = at > 0 && piece === 0 ? { break: 1 } : {};
      return new TextRun({ ...weight, ...opens, text, ...spoken(language) });
    });
  });
}

function spoken(language: string | undefined) {
  if (language === undefined) return {};
  return {
    language: { value: language },
    ...(isRightToLeft(language) ? { rightToLeft: true } : {}),
  };
}

/** Only what can do nothing but open a page or a letter is followed. */
function linkOf({ href, tokens }: Tokens.Link, { cut: _, ...weight }: Look): ParagraphChild {
  const run = new TextRun({ ...weight, text: textOf(tokens), style: "Hyperlink" });
  return /^(?:https?|mailto):/iu.test(href)
    ? new ExternalHyperlink({ link: href, children: [run] })
    : run;
}

function textOf(tokens: readonly Token[]): string {
  return tokens
    .map((token) => (token.type === "text" ? wordsOf(token) : textOrWords(token)))
    .join("");
}

function textOrWords(token: Token): string {
  return "tokens" in token && token.tokens !== undefined ? textOf(token.tokens) : wordsOf(token);
}

/** What a reader sees of a piece of text: the few signs that our Markdown writes by their names are themselves again. */
function wordsOf(token: Token): string {
  const text = "text" in token && typeof token.text === "string" ? token.text : token.raw;
  return token.type === "escape" ? text : text.replace(/&(?:#(\d+)|(lt|gt|amp|quot));/gu, signOf);
}

function signOf(_: string, code: string | undefined, name: string | undefined): string {
  return code === undefined ? (NAMED[name ?? ""] ?? "") : String.fromCodePoint(Number(code));
}

const NAMED: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"' };
