import {
  AlignmentType,
  convertMillimetersToTwip,
  Document,
  type FileChild,
  Footer,
  ImageRun,
  type IParagraphOptions,
  type IStylesOptions,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from "docx";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { lexer } from "marked";
import { OWN_LANGUAGE } from "../../util/formats.ts";
import type { OtherLanguages } from "../languages.ts";
import type { Logo } from "../letterhead.ts";
import { BULLETS, WordBlocks } from "./blocks.ts";

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
  readonly logo?: Logo | undefined;
  /** Whether no table runs over the end of a page. */
  readonly keepsTables?: boolean;
}

/** A file for Word with the blocks of a Markdown text: headings, lists and tables are real ones. The same text gives the same bytes. */
export async function writeWord(markdown: string, facts: WordFacts): Promise<Uint8Array> {
  const blocks = new WordBlocks(facts);
  const words = lexer(legal(markdown)).flatMap((token) => blocks.of(token));
  const children = [...pictureOf(facts), ...words];
  const file = await Packer.toBuffer(documentOf(children, [...blocks.numbered], facts));
  return reproducible(file, { day: facts.day, captions: blocks.captions });
}

/** Pixels of a page in Word are a 96th of an inch. */
const MOST_WIDE = 280;
const MOST_HIGH = 80;

function pictureOf({ logo, author }: WordFacts): readonly Paragraph[] {
  if (logo === undefined) return [];
  const { type, bytes: data, width, height } = logo;
  const scale = Math.min(MOST_WIDE / width, MOST_HIGH / height);
  const transformation = {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
  const name = legal(`Logo of ${author}`);
  const altText = { name, title: name, description: name };
  return [new Paragraph({ children: [new ImageRun({ type, data, transformation, altText })] })];
}

/** What XML cannot hold is nothing that anybody could read. */
function legal(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");
}

function documentOf(
  children: readonly FileChild[],
  numbered: readonly string[],
  facts: WordFacts,
): Document {
  const author = legal(facts.author);
  return new Document({
    title: legal(facts.title),
    creator: author,
    lastModifiedBy: author,
    styles: stylesOf(facts),
    numbering: { config: [BULLETS, ...numbered].map(listStyle) },
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
  const isNumbered = reference !== BULLETS;
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

/** By which coprod knows its own file again: it stands at the end of the file, outside everything that Word reads. */
const SIGNATURE = "Made with coprod plan";

interface Told {
  readonly day: string | undefined;
  /** What each table is about, in their order. */
  readonly captions: readonly string[];
}

/** The same file without clocks and random names in it, and with the titles of tables, which the library cannot write. */
function reproducible(file: Uint8Array, told: Told): Uint8Array {
  const parts = Object.entries(unzipSync(file)).filter(([name]) => !name.endsWith("/"));
  const pictures = parts.filter(([name]) => name.startsWith("word/media/"));
  const texts = parts
    .filter(([name]) => !name.startsWith("word/media/"))
    .map(([name, bytes]) => [name, strFromU8(bytes)] as const);
  const links = plainNames(texts.find(([name]) => name === "word/document.xml")?.[1] ?? "");
  const settled = texts.map(([name, text]): [string, Uint8Array] => [
    name,
    strToU8(settledText(name, renamed(text, links), told)),
  ]);
  // The file's own clock has no zone, and is written from the local time: such a date is the same everywhere.
  const inOrder = [...settled, ...pictures].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return signed(zipSync(Object.fromEntries(inOrder), { mtime: new Date(2000, 0, 1) }));
}

/** With the signature as the comment of the whole file, whose length stands in its last two bytes. */
function signed(zip: Uint8Array): Uint8Array {
  const whole = new Uint8Array(zip.length + SIGNATURE.length);
  whole.set(zip);
  whole.set(strToU8(SIGNATURE), zip.length);
  new DataView(whole.buffer).setUint16(zip.length - 2, SIGNATURE.length, true);
  return whole;
}

function settledText(name: string, text: string, { day, captions }: Told): string {
  if (name === "word/document.xml") return titled(text, captions);
  // The library says of each list that it starts at one; LibreOffice then parts its first line from the others.
  if (name === "word/numbering.xml")
    return text.replace(/<w:lvlOverride .*?<\/w:lvlOverride>/gu, "");
  if (name !== "docProps/core.xml") return text;
  return text.replace(
    /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/gu,
    `${day ?? "2000-01-01"}T00:00:00Z`,
  );
}

/** A plain name for each link, in the order in which they come. */
function plainNames(document: string): ReadonlyMap<string, string> {
  const random = [...document.matchAll(/<w:hyperlink [^>]*r:id="([^"]+)"/gu)].map(
    ([, id = ""]) => id,
  );
  return new Map([...new Set(random)].map((id, at) => [id, `rIdLink${at + 1}`]));
}

function renamed(text: string, names: ReadonlyMap<string, string>): string {
  if (names.size === 0) return text;
  return text.replace(
    /(\b(?:r:id|Id)=")([^"]+)"/gu,
    (_, start: string, id: string) => `${start}${names.get(id) ?? id}"`,
  );
}

/** What a table is about, and that its first row and column are heads, for whoever hears it. */
function titled(document: string, captions: readonly string[]): string {
  let at = 0;
  return document.replace(/<\/w:tblPr>/gu, (end) => {
    const caption = captions[at] ?? "";
    at += 1;
    return `<w:tblLook w:val="00A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/><w:tblCaption w:val="${escapeXml(caption)}"/>${end}`;
  });
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/gu, (character) => `&#${character.charCodeAt(0)};`);
}
