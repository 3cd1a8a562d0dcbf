import {
  AlignmentType,
  convertMillimetersToTwip,
  Document,
  type FileChild,
  Footer,
  type IParagraphOptions,
  type IStylesOptions,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from "docx";
import { lexer } from "marked";
import { OWN_LANGUAGE } from "../../util/formats.ts";
import type { OtherLanguages } from "../languages.ts";
import { BULLETS, NUMBERS, WordBlocks } from "./blocks.ts";
import { reproducible } from "./reproducible.ts";

/** What a document in Word says of itself beside its words. */
export interface WordFacts {
  readonly title: string;
  readonly author: string;
  readonly otherLanguages: OtherLanguages;
  readonly day: string | undefined;
  /** The size of its letters. */
  readonly points: number;
  /** What stands at the foot of each page, before its number. */
  readonly footer?: string;
  /** Of its headings, as six hexadecimal digits. */
  readonly headings?: string;
  /** Whether no table runs over the end of a page. */
  readonly keepsTables?: boolean;
}

/** A file for Word with the blocks of a Markdown text: headings, lists and tables are real ones. The same text gives the same bytes. */
export async function writeWord(markdown: string, facts: WordFacts): Promise<Uint8Array> {
  const blocks = new WordBlocks(facts);
  const children = lexer(legal(markdown)).flatMap((token) => blocks.of(token));
  const file = await Packer.toBuffer(documentOf(children, facts));
  return reproducible(file, { day: facts.day, captions: blocks.captions });
}

/** What XML cannot hold is nothing that anybody could read. */
function legal(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");
}

function documentOf(children: readonly FileChild[], facts: WordFacts): Document {
  const author = legal(facts.author);
  return new Document({
    title: legal(facts.title),
    creator: author,
    lastModifiedBy: author,
    styles: stylesOf(facts),
    numbering: { config: [listStyle(BULLETS), listStyle(NUMBERS)] },
    sections: [
      {
        properties: { page: A4 },
        footers: { default: pageNumber(legal(facts.footer ?? "")) },
        children: [...children],
      },
    ],
  });
}

const A4 = {
  size: { width: 11_906, height: 16_838 },
  margin: {
    top: convertMillimetersToTwip(15),
    bottom: convertMillimetersToTwip(15),
    left: convertMillimetersToTwip(18),
    right: convertMillimetersToTwip(18),
  },
} as const;

const HEADINGS = [1.75, 1.35, 1.1, 1] as const;

/** Without a style of the name Normal, and the level of each heading said once more, other programs see no headings. */
function stylesOf({ points, headings = "0B5560" }: WordFacts): IStylesOptions {
  const size = points * 2;
  const heading = (at: number): { run: object; paragraph: IParagraphOptions } => ({
    run: { bold: true, size: Math.round(size * (HEADINGS[at] ?? 1)), color: headings },
    paragraph: {
      outlineLevel: at,
      keepNext: true,
      spacing: { before: at === 0 ? 0 : 200, after: 80 },
    },
  });
  return {
    default: {
      document: {
        run: { font: "Arial", size, language: { value: OWN_LANGUAGE } },
        paragraph: { spacing: { after: 100 } },
      },
      heading1: heading(0),
      heading2: heading(1),
      heading3: heading(2),
      heading4: heading(3),
    },
    paragraphStyles: [{ id: "Normal", name: "Normal", quickFormat: true }],
  };
}

function listStyle(reference: string) {
  const isNumbered = reference === NUMBERS;
  return {
    reference,
    levels: [0, 1, 2].map((level) => ({
      level,
      format: isNumbered ? LevelFormat.DECIMAL : LevelFormat.BULLET,
      text: isNumbered ? `%${level + 1}.` : "•",
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: 360 * (level + 1), hanging: 300 } } },
    })),
  };
}

function pageNumber(before: string): Footer {
  const page = before === "" ? "Page " : `${before}, page `;
  const children = [page, PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES];
  return new Footer({
    children: [
      new Paragraph({ alignment: AlignmentType.RIGHT, children: [new TextRun({ children })] }),
    ],
  });
}
