import { dirname, join, parse } from "node:path";
import type { ReadCell } from "../../documents/spreadsheet/table.ts";
import { cellText, columnLetters } from "../../documents/spreadsheet/table.ts";
import { isPlain } from "../../files/plain-mode.ts";
import { EXIT, UserError } from "../../platform/errors.ts";
import type { Context } from "../../platform/ports.ts";
import { lines, paragraph } from "../../terminal/blocks.ts";
import { Conversation } from "../../terminal/conversation.ts";
import { counted, listOf } from "../../util/words.ts";
import {
  matchColumns,
  NO_MAPPING,
  type SurveyColumns,
  type SurveyMapping,
} from "../../voices/columns.ts";
import type { QuestionSheet } from "../../voices/slip.ts";
import {
  type CellProblem,
  readMapping,
  type SurveyRow,
  surveyJsTable,
} from "../../voices/survey.ts";

/** A table as it was read: the names of its columns, and the rows below with only what is wanted of them. */
interface SurveyTable {
  readonly heads: readonly string[];
  readonly rows: readonly SurveyRow[];
  readonly settled: SettledColumns;
}

/** Far more than a survey of a small charity. */
const MOST_BYTES = 50 * 1024 * 1024;

type Settle = (heads: readonly string[]) => Promise<SettledColumns>;

/** Reads a survey. What its columns are is settled by their heads alone, and all others are passed over. */
export async function readTable(
  context: Context,
  path: string,
  settle: Settle,
): Promise<SurveyTable> {
  const name = parse(path).base;
  const bytes = await context.files.readBytes(path, MOST_BYTES);
  if (/\.json$/iu.test(name)) return jsonTable(name, bytes, settle);
  const { readSpreadsheet } = await import("../../documents/spreadsheet/spreadsheet.ts");
  let heads: readonly string[] = [];
  let settled: SettledColumns | undefined;
  const [, ...rows] = await readSpreadsheet({ name, bytes }, async (head) => {
    heads = headsOf(head);
    settled = await settle(heads);
    // Heads are kept by one column at least, so that the first row is one.
    return settled.kept;
  });
  return { heads, rows, settled: settled ?? (await settle(heads)) };
}

function headsOf(cells: readonly ReadCell[]): string[] {
  return cells.map((cell) => cellText(cell).trim());
}

async function jsonTable(name: string, bytes: Uint8Array, settle: Settle): Promise<SurveyTable> {
  const table = surveyJsTable(parsed(bytes));
  if (table === undefined)
    throw new UserError(`${name} is no list of a survey's answers.`, {
      hint: "SurveyJS saves each person's answers as an object; give one of them, or a list.",
      exitCode: EXIT.problems,
    });
  const settled = await settle(table.heads);
  const { kept } = settled;
  const rows = table.rows.map(({ row, cells }) => ({
    row,
    cells: cells.map((cell, at) => (kept.has(at) ? cell : undefined)),
  }));
  return { heads: table.heads, rows, settled };
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** Beside the survey: what people said about its columns. */
function mappingPath(path: string): string {
  return join(dirname(path), `${parse(path).name}.columns.json`);
}

export async function savedMapping(context: Context, path: string): Promise<SurveyMapping> {
  const beside = mappingPath(path);
  if ((await context.files.kind(beside)) !== "file") return NO_MAPPING;
  const found = readMapping(await context.files.read(beside));
  if (found !== undefined) return found;
  throw new UserError(`${parse(beside).base} is not as coprod wrote it.`, {
    hint: "Mend it, or delete it to be asked again.",
    exitCode: EXIT.problems,
  });
}

export interface AskingColumns {
  readonly context: Context;
  readonly sheet: QuestionSheet;
  /** Whether a group was given for everybody. */
  readonly hasGroup: boolean;
  readonly plain: boolean | undefined;
}

export interface SettledColumns {
  readonly columns: SurveyColumns;
  readonly mapping: SurveyMapping;
  readonly kept: ReadonlySet<number>;
  readonly isNew: boolean;
}

/** What each column is: known by its name, or asked about where somebody is there to answer. */
export async function settleColumns(
  { context, sheet, hasGroup, plain }: AskingColumns,
  heads: readonly string[],
  saved: SurveyMapping,
): Promise<SettledColumns> {
  const first = matchColumns(heads, sheet, saved);
  const isOpen =
    first.unknown.length > 0 &&
    (first.missing.length > 0 || (first.group === undefined && !hasGroup));
  const canAsk = context.interactive || plain === true;
  const asked = isOpen && canAsk ? await askColumns(context, { heads, first, sheet }, plain) : {};
  const mapping = { ...saved, columns: { ...saved.columns, ...asked } };
  const columns = matchColumns(heads, sheet, mapping);
  const kept = new Set(
    [...columns.questions.keys(), columns.group, columns.id].filter((each) => each !== undefined),
  );
  return { columns, mapping, kept, isNew: Object.keys(asked).length > 0 };
}

interface OpenColumns {
  readonly heads: readonly string[];
  readonly first: SurveyColumns;
  readonly sheet: QuestionSheet;
}

async function askColumns(
  context: Context,
  { heads, first, sheet }: OpenColumns,
  plain: boolean | undefined,
): Promise<Readonly<Record<string, string | null>>> {
  const talk = await Conversation.open(context, {
    plain: await isPlain(context, plain),
    hint: "Type ? for help, or q to stop.",
    nothingDone: "Nothing was saved.",
  });
  const said: Record<string, string | null> = {};
  const numberOf = (at: number) => sheet.questions.indexOf(first.missing[at] as never) + 1;
  try {
    talk.say([
      paragraph("These questions have no column yet:"),
      lines(...first.missing.map(({ asks }, at) => `${numberOf(at)}  ${asks}`)),
    ]);
    for (const column of first.unknown) {
      const answer = await talk.ask<string | null>({
        blocks: [paragraph(`Column ${columnName(heads, column)}`)],
        prompt: "Number of its question, g for the group, Enter for neither: ",
        help: [paragraph("We ask once, and remember it in a file beside the survey.")],
        read: (typed) => {
          if (typed === "") return { value: null };
          if (typed.toLowerCase() === "g") return { value: "group" };
          const question = sheet.questions[Number(typed) - 1];
          return question === undefined
            ? { problem: "Type the number of a question above, g, or Enter." }
            : { value: question.key };
        },
      });
      if ("exitCode" in answer) return {};
      said[heads[column] ?? ""] = answer.value;
    }
    return said;
  } finally {
    talk.close();
  }
}

/** Writes down what was asked, for the next time. */
export async function rememberColumns(
  context: Context,
  path: string,
  mapping: SurveyMapping,
): Promise<void> {
  await context.files.write(mappingPath(path), `${JSON.stringify(mapping, null, 2)}\n`);
}

/** `H “Do we talk …?”` */
function columnName(heads: readonly string[], column: number): string {
  const head = heads[column] ?? "";
  const short = head.length > 60 ? `${head.slice(0, 59)}…` : head;
  return `${columnLetters(column)} “${short}”`;
}

/** Why the columns cannot be read as they are. */
export function columnFaults(
  { columns }: SettledColumns,
  heads: readonly string[],
  hasGroup: boolean,
): readonly string[] {
  const { problems, questions, unknown, missing, group } = columns;
  const said = problems.map(
    ({ column, problem }) => `Column ${columnName(heads, column)}: ${problem}`,
  );
  if (said.length > 0) return said;
  const open = unknown.map((column) => columnName(heads, column));
  if (questions.size === 0)
    return ["No column is a question of this assessment.", ...openWords(open)];
  const faults = [
    ...(missing.length > 0 && open.length > 0
      ? [
          `${counted(missing.length, "question")} of ours ${missing.length === 1 ? "has" : "have"} no column, and these columns are not known: ${listOf(open)}.`,
        ]
      : []),
    ...(group === undefined && !hasGroup
      ? ["No column says the group. Add --group GROUP where all are of one group."]
      : []),
  ];
  return faults.length === 0 || open.length === 0 ? faults : [...faults, HOW_TO_SAY];
}

const HOW_TO_SAY =
  "To say what they are, type the command at a terminal: it asks once, and remembers it beside the survey.";

function openWords(open: readonly string[]): readonly string[] {
  return open.length === 0 ? [] : [`Its columns are: ${listOf(open)}.`, HOW_TO_SAY];
}

const LONGEST_VALUE = 40;

/** One value that could not be read, with all its rows. */
export function cellWords(
  { column, value, problem, rows }: CellProblem,
  heads: readonly string[],
): string {
  const short = value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE - 1)}…` : value;
  const said = value === "" ? "" : ` “${short}”.`;
  return `Row ${rowsInWords(rows)}, column ${columnName(heads, column)}:${said} ${problem}`;
}

/** `3, 5 to 9 and 12`. */
function rowsInWords(rows: readonly number[]): string {
  const spans: [number, number][] = [];
  for (const row of rows) {
    const last = spans.at(-1);
    if (last !== undefined && last[1] === row - 1) last[1] = row;
    else spans.push([row, row]);
  }
  return listOf(
    spans.flatMap(([from, to]) => {
      if (from === to) return [`${from}`];
      return to === from + 1 ? [`${from}`, `${to}`] : [`${from} to ${to}`];
    }),
  );
}

/** What was recognised, and what was passed over. */
export function surveyWords(
  { columns }: SettledColumns,
  { heads, rows, blank }: { heads: readonly string[]; rows: number; blank: number },
): string {
  const { service, questions, passedOver, unknown, missing } = columns;
  const names = (list: readonly number[]) => listOf(list.map((at) => heads[at] ?? ""));
  const named = passedOver.filter((at) => heads[at] !== "");
  return [
    `${service ?? "A survey"}: ${counted(rows, "row")}, ${counted(questions.size, "question")}.`,
    ...(named.length > 0 ? [`Never read: ${names(named)}.`] : []),
    ...(unknown.length > 0 ? [`Not ours, and not read: ${names(unknown)}.`] : []),
    ...(missing.length > 0
      ? [`${counted(missing.length, "question")} of ours not asked in it.`]
      : []),
    ...(blank > 0 ? [`${counted(blank, "row")} without any answer left out.`] : []),
    "",
  ].join("\n");
}
