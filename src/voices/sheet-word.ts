import { type Criterion, listHeading } from "../rubric/rubric.ts";
import { escapeMarkdown } from "../util/markdown-escape.ts";
import { asSentence } from "../util/words.ts";
import {
  headLines,
  NOT_SAID,
  NOT_SURE,
  numberOn,
  type PaperSheet,
  type SheetSection,
  sheetChoices,
  sheetSections,
  WHICH_GROUP,
  wordings,
} from "./sheet.ts";
import { type TallyTable, tallyGroups, tallyHead, tallyKey, tallyTables } from "./sheet-tally.ts";

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
