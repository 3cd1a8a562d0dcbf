import { escapeHtml } from "../documents/formats/html.ts";
import { type Criterion, levelMarks, listHeading } from "../rubric/rubric.ts";
import { escapeMarkdown } from "../util/markdown-escape.ts";
import { asSentence } from "../util/words.ts";
import {
  draftMark,
  headLines,
  NOT_SAID,
  NOT_SURE,
  numberOn,
  PAGE,
  type PaperSheet,
  type SheetSection,
  sheetChoices,
  sheetPoints,
  sheetSections,
  WHICH_GROUP,
  wordings,
} from "./sheet.ts";
import { countLines, inPages, type Piece } from "./sheet-layout.ts";
import { type SheetGroup, sheetCode } from "./slip.ts";

// The same questions in other shapes: as a tally, on which somebody counts the answers of a group, and both for Word.

/** Questions that are answered with the same words, for which one row of heads will do. */
interface TallyTable {
  /** The marks at the heads of the columns, each with what it stands for. */
  readonly columns: readonly { readonly mark: string; readonly name: string }[];
  readonly questions: readonly Criterion[];
}

/** The tables of a section: neighbours with the same levels stand in one. */
function tallyTables({ alone, listed }: SheetSection): readonly TallyTable[] {
  const tables: { columns: TallyTable["columns"]; questions: Criterion[] }[] = [];
  for (const criterion of [...alone, ...listed]) {
    const columns = columnsOf(criterion);
    const last = tables.at(-1);
    if (last !== undefined && JSON.stringify(last.columns) === JSON.stringify(columns))
      last.questions.push(criterion);
    else tables.push({ columns, questions: [criterion] });
  }
  return tables;
}

function columnsOf({ levels }: Criterion): TallyTable["columns"] {
  const marks = levelMarks(levels);
  return [
    ...levels.map(({ name }, at) => ({ mark: marks[at] ?? "", name })),
    { mark: "u", name: NOT_SURE },
    { mark: "-", name: NOT_SAID },
  ];
}

/** The groups of which answers are counted. */
function tallyGroups({ group, asked }: PaperSheet): readonly SheetGroup[] {
  return group === undefined ? asked.groups : [group];
}

/** What it is called and how it is filled in. */
function tallyHead(
  { group }: PaperSheet,
  { section }: SheetSection,
): { readonly title: string; readonly how: string } {
  const who = group === undefined ? "" : `Group: ${asSentence(group.name)} `;
  return {
    title: `Tally: ${section.title}`,
    how: `${who}Read each question out with its answers. Make one mark for each person under what they choose. Write no names.`,
  };
}

/** What the marks and short names of a table stand for. */
function tallyKey(sheet: PaperSheet, { columns }: TallyTable): string {
  const marks = columns.flatMap(({ mark, name }) => (mark === name ? [] : [`${mark}: ${name}.`]));
  const groups = tallyGroups(sheet).map(({ short, name }) => `${short}: ${name}.`);
  return [...marks, ...(groups.length > 1 ? groups : [])].join(" ");
}

/** Pages for each section, on which somebody counts the answers of groups: mostly one a section. */
export function tallyBody(sheet: PaperSheet): string {
  const setter = new TallySetter(sheet);
  const pages = sheetSections(sheet).flatMap((each) => setter.pages(each));
  return pages
    .map((html, at) => {
      const place = `page ${at + 1} of ${pages.length}`;
      return [
        `<section class="page" aria-label="P${place.slice(1)}">`,
        html,
        `<p class="code">${escapeHtml(`${sheetCode(sheet)}, ${place}${draftMark(sheet)}`)}</p>`,
        "</section>",
      ].join("\n");
    })
    .join("\n");
}

/** Of the width of the page; `templates/sheet.css` has the same. */
const QUESTION = 0.36;
const LINE = 1.15;
const ROW = 1.2;

interface Row extends Piece {
  readonly table: TallyTable;
}

/** Sets the rows of tallies and knows how high each is. */
class TallySetter {
  private readonly sheet: PaperSheet;
  private readonly points: number;

  constructor(sheet: PaperSheet) {
    this.sheet = sheet;
    this.points = sheetPoints(sheet);
  }

  pages(section: SheetSection): readonly string[] {
    const { title, how } = tallyHead(this.sheet, section);
    const tables = tallyTables(section);
    const rows = tables.flatMap((table, at) =>
      this.rows(table, at === 0 ? 0 : this.opening(table)),
    );
    // The heads of the first table of each page, and the code at its foot.
    const around = Math.max(...tables.map((table) => this.opening(table))) + this.points * 2;
    const above = this.lines(title, PAGE.width, 1.4) + this.lines(how, PAGE.width);
    return inPages(rows, PAGE.height - around - above).map((page) =>
      [
        `<h1>${escapeHtml(title)}</h1>`,
        `<p>${escapeHtml(how)}</p>`,
        ...tables.flatMap((table) => this.tableHtml(table, page as readonly Row[])),
      ].join("\n"),
    );
  }

  private tableHtml(table: TallyTable, page: readonly Row[]): readonly string[] {
    const rows = page.filter((row) => row.table === table);
    if (rows.length === 0) return [];
    const group = tallyGroups(this.sheet).length > 1 ? '<th scope="col">Group</th>' : "";
    const heads = table.columns.map(({ mark }) => `<th scope="col">${escapeHtml(mark)}</th>`);
    return [
      "<table>",
      `<caption>${escapeHtml(tallyKey(this.sheet, table))}</caption>`,
      `<thead><tr><th scope="col">Question</th>${group}${heads.join("")}</tr></thead>`,
      ...rows.map(({ html }) => html),
      "</table>",
    ];
  }

  private rows(table: TallyTable, before: number): readonly Row[] {
    return table.questions.map((criterion, at) => {
      const words = `${numberOn(this.sheet.asked, criterion)}. ${wordings(this.sheet, criterion).join(" ")}`;
      const lines = this.lines(words, PAGE.width * QUESTION - this.points) - this.points * 0.3;
      const rows = tallyGroups(this.sheet).length * (this.points * ROW + 1);
      return {
        table,
        html: this.rowsHtml(words, table.columns.length),
        height: Math.max(lines, rows) + (at === 0 ? before : 0),
      };
    });
  }

  private rowsHtml(words: string, columns: number): string {
    const groups = tallyGroups(this.sheet);
    const question = `<th scope="rowgroup" rowspan="${groups.length}">${escapeHtml(words)}</th>`;
    const name = (short: string) =>
      groups.length > 1 ? `<th scope="row">${escapeHtml(short)}</th>` : "";
    const rows = groups.map(
      ({ short }, at) =>
        `<tr>${at === 0 ? question : ""}${name(short)}${"<td></td>".repeat(columns)}</tr>`,
    );
    return `<tbody>${rows.join("")}</tbody>`;
  }

  /** What stands above the rows of a table. */
  private opening(table: TallyTable): number {
    return this.lines(tallyKey(this.sheet, table), PAGE.width) + this.points * (ROW + 1);
  }

  private lines(text: string, width: number, scale = 1): number {
    const points = this.points * scale;
    const lines = countLines(text, { points, width, bold: scale > 1 });
    return points * (lines * LINE + 0.4);
  }
}

/** A box that can be ticked by hand, or typed over. */
const BOX = "☐";

/** The sheet as Markdown, for Word: each question is a table, so that a box and its words are one row. */
export function sheetMarkdown(sheet: PaperSheet): string {
  const { title, group, asked } = sheet;
  const groups = asked.groups.map(({ name }) => `${BOX} ${escapeMarkdown(name)}`);
  return blocks([
    `# ${escapeMarkdown(title)}`,
    ...(group === undefined ? [escapeMarkdown(WHICH_GROUP), groups.join("  \n")] : []),
    ...headLines(sheet).map(escapeMarkdown),
    "Give it back to: …………………………………  by: …………………",
    ...sheetSections(sheet).flatMap((each) => sectionMarkdown(sheet, each)),
  ]);
}

function sectionMarkdown(sheet: PaperSheet, each: SheetSection): readonly string[] {
  const { rubric, section, alone } = each;
  const opens = sheetSections(sheet).find((other) => other.rubric === rubric)?.section === section;
  return [
    ...(opens && rubric.title !== sheet.title ? [`## ${escapeMarkdown(rubric.title)}`] : []),
    ...(opens ? [escapeMarkdown(rubric.about)] : []),
    `## ${escapeMarkdown(section.title)}`,
    escapeMarkdown(section.why),
    ...alone.map((criterion) => questionMarkdown(sheet, criterion)),
    ...listMarkdown(sheet, each),
  ];
}

/** Questions that are answered with the same few words: what these mean, and then each with its boxes. */
function listMarkdown(sheet: PaperSheet, { section, listed }: SheetSection): readonly string[] {
  const [first] = listed;
  if (first === undefined) return [];
  const meanings = sheetChoices(first).toReversed();
  const names = [...meanings.map(({ name }) => name), NOT_SURE, NOT_SAID];
  const boxes = names.map((name) => `${BOX} ${escapeMarkdown(name)}`).join("   ");
  return [
    `### ${escapeMarkdown(listHeading(section))}`,
    ...meanings.map(({ name, text }) => escapeMarkdown(`${name}: ${text}`)),
    ...listed.map((criterion) => table(headOf(sheet, criterion), [["", boxes]])),
  ];
}

function questionMarkdown(sheet: PaperSheet, criterion: Criterion): string {
  const choices = sheetChoices(criterion).map(({ name, text }) =>
    text === ""
      ? `**${escapeMarkdown(name)}**`
      : `**${escapeMarkdown(asSentence(name))}** ${escapeMarkdown(text)}`,
  );
  const rows = [...choices, NOT_SURE, NOT_SAID].map((words) => [BOX, words]);
  return table(headOf(sheet, criterion), rows);
}

function headOf(sheet: PaperSheet, criterion: Criterion): readonly string[] {
  const asks = wordings(sheet, criterion).map(escapeMarkdown).join(" ");
  return [String(numberOn(sheet.asked, criterion)), asks];
}

/** The tally as Markdown. */
export function tallyMarkdown(sheet: PaperSheet): string {
  return blocks(
    sheetSections(sheet).flatMap((each) => [
      `# ${escapeMarkdown(tallyHead(sheet, each).title)}`,
      escapeMarkdown(tallyHead(sheet, each).how),
      ...tallyTables(each).flatMap((one) => [
        escapeMarkdown(tallyKey(sheet, one)),
        ...one.questions.map((criterion) => tallyOf(sheet, criterion, one)),
      ]),
    ]),
  );
}

function tallyOf(sheet: PaperSheet, criterion: Criterion, { columns }: TallyTable): string {
  const asks = `${numberOn(sheet.asked, criterion)}. ${wordings(sheet, criterion).join(" ")}`;
  const heads = columns.map(({ mark }) => escapeMarkdown(mark));
  const rows = tallyGroups(sheet).map(({ name }) => [escapeMarkdown(name), ...heads.map(() => "")]);
  return table([escapeMarkdown(asks), ...heads], rows);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

function blocks(each: readonly string[]): string {
  return `${each.join("\n\n")}\n`;
}
