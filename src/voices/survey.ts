import { type Criterion, levelMarks } from "../rubric/rubric.ts";
import { isFields, own } from "../util/values.ts";
import { folded, limeGroupCode, type SurveyColumns, type SurveyMapping } from "./columns.ts";
import type { QuestionSheet, Slip, SlipAnswer } from "./slip.ts";

// A survey's rows as slips. Each value is checked against the answers of its question: services drop or change what they do
// not know without a word, and spreadsheets make days of what looks like one.

/** A cell as a spreadsheet holds it: a day comes as a field of its own. */
type SurveyCell = string | number | boolean | { readonly day: string } | undefined;

export interface SurveyRow {
  readonly row: number;
  readonly cells: readonly SurveyCell[];
}

/** What could not be read: the same value of one column in all rows that have it. */
export interface CellProblem {
  readonly column: number;
  readonly value: string;
  readonly problem: string;
  readonly rows: number[];
}

export interface ReadSurvey {
  readonly slips: readonly Slip[];
  readonly problems: readonly CellProblem[];
  /** Rows without any answer. */
  readonly blank: number;
}

interface Reading {
  readonly sheet: QuestionSheet;
  readonly columns: SurveyColumns;
  readonly mapping: SurveyMapping;
  /** The group of all rows that name none. */
  readonly group: string | undefined;
  /** Hears of every row that was read. */
  readonly progress?: (rows: number) => void;
}

/** Reads each row; what cannot be read is told, by column and value with all its rows. */
export function readSurvey(rows: Iterable<SurveyRow>, reading: Reading): ReadSurvey {
  const reader = new SurveyReader(reading);
  const slips: Slip[] = [];
  let blank = 0;
  let count = 0;
  for (const row of rows) {
    count += 1;
    const slip = reader.slipOf(row);
    if (slip === undefined) blank += 1;
    else slips.push(slip);
    reading.progress?.(count);
  }
  return { slips, problems: reader.problems(), blank };
}

type Found<Value> = { readonly value: Value } | { readonly problem: string };

class SurveyReader {
  private readonly reading: Reading;
  private readonly found = new Map<string, CellProblem>();
  private readonly answers: readonly (AnswerColumn | undefined)[];
  private readonly groups: ReadonlyMap<string, string>;

  constructor(reading: Reading) {
    this.reading = reading;
    const byQuestion = new Map(
      [...reading.columns.questions].map(([column, each]) => [each, column]),
    );
    this.answers = reading.sheet.questions.map((question) => {
      const column = byQuestion.get(question);
      return column === undefined ? undefined : new AnswerColumn(column, question);
    });
    this.groups = groupWords(reading);
  }

  /** Undefined where nothing is answered. */
  slipOf({ row, cells }: SurveyRow): Slip | undefined {
    const answers = this.answers.map((column): SlipAnswer => {
      if (column === undefined) return "blank";
      const found = column.read(cells[column.at]);
      if ("value" in found) return found.value;
      this.tell(row, {
        column: column.at,
        value: textOf(cells[column.at]),
        problem: found.problem,
      });
      // It was said, so the row is not blank.
      return "unsure";
    });
    if (answers.every((each) => each === "blank")) return undefined;
    const { id } = this.reading.columns;
    const own = id === undefined ? "" : textOf(cells[id]);
    return { group: this.groupOf(row, cells), answers, ...(own !== "" && { id: own }) };
  }

  private groupOf(row: number, cells: readonly SurveyCell[]): string {
    const { columns, group } = this.reading;
    const said = columns.group === undefined ? "" : textOf(cells[columns.group]);
    if (said === "" && group !== undefined) return group;
    const found = this.groups.get(words(said.replace(/;\s*$/u, "")));
    if (found !== undefined) return found;
    const problem =
      said === ""
        ? "The group is blank. Fill it in, or give --group for all rows that name none."
        : "This is none of the groups.";
    this.tell(row, { column: columns.group ?? 0, value: said, problem });
    return "";
  }

  private tell(row: number, told: Omit<CellProblem, "rows">): void {
    const name = JSON.stringify([told.column, told.value, told.problem]);
    const known = this.found.get(name);
    if (known === undefined) this.found.set(name, { ...told, rows: [row] });
    else known.rows.push(row);
  }

  problems(): readonly CellProblem[] {
    return [...this.found.values()].toSorted(
      (a, b) => (a.rows[0] ?? 0) - (b.rows[0] ?? 0) || a.column - b.column,
    );
  }
}

function groupWords({ sheet, mapping }: Reading): ReadonlyMap<string, string> {
  const known = new Map<string, string>();
  for (const { id, short, name } of sheet.groups.toReversed())
    for (const each of [limeGroupCode(short), name, short, id]) known.set(words(each), id);
  for (const [said, id] of Object.entries(mapping.groups)) known.set(words(said), id);
  return known;
}

/** Words that may have been written with hyphens or underscores. */
function words(text: string): string {
  return folded(text)
    .replace(/[-_\u2010-\u2015]+/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
}

function textOf(cell: SurveyCell): string {
  if (cell === undefined) return "";
  if (typeof cell === "object") return cell.day;
  return String(cell).trim();
}

const BLANK = ["", "n/a", "rns", "rather not say", "prefer not to say", "no answer", "(no answer)"];
const UNSURE = "u|unsure|not sure|don't know|dont know|do not know|no idea".split("|");

const DATE_ADVICE =
  "A spreadsheet made a day of this. Take the file as the survey gives it, without opening it, or use codes such as L1.";
const LOOKS_LIKE_A_DAY =
  /^(?:\d{4}-\d\d?-\d\d?.*|\d\d?[-/.]\d\d?(?:[-/.]\d{2,4})?|\d\d?[- ][a-z]{3,9}\.?(?:[- ]\d{2,4})?|[a-z]{3,9}\.?[- ]\d{2,4})$/u;

/** The answers of one question by every way to write them. */
class AnswerColumn {
  readonly at: number;
  private readonly question: Criterion;
  private readonly known: Map<string, number>;
  private readonly seen = new Map<string, Found<SlipAnswer>>();

  constructor(at: number, question: Criterion) {
    this.at = at;
    this.question = question;
    this.known = answerWords(question);
  }

  read(cell: SurveyCell): Found<SlipAnswer> {
    const isDay = typeof cell === "object";
    const text = textOf(cell);
    const name = isDay ? `day ${text}` : text;
    const before = this.seen.get(name);
    if (before !== undefined) return before;
    const found = isDay ? { problem: DATE_ADVICE } : this.meaningOf(text);
    this.seen.set(name, found);
    return found;
  }

  private meaningOf(text: string): Found<SlipAnswer> {
    const parts = text
      .split(";")
      .map((part) => part.trim())
      .filter((part) => part !== "");
    const several = { problem: "There is more than one answer in this cell." };
    const whole = this.one(text);
    if (whole !== undefined) return { value: whole };
    if (parts.length > 1 && parts.every((part) => this.one(part) !== undefined)) return several;
    const single = parts.length === 1 ? this.one(parts[0] ?? "") : undefined;
    if (single !== undefined) return { value: single };
    if (this.isJoined(words(text))) return several;
    if (LOOKS_LIKE_A_DAY.test(folded(text))) return { problem: DATE_ADVICE };
    const names = this.question.levels.map(({ name }) => name).join(", ");
    return { problem: `This is none of the answers: ${names}.` };
  }

  private one(text: string): SlipAnswer | undefined {
    const said = words(text);
    if (BLANK.includes(said) || folded(text) === "n/a") return "blank";
    if (UNSURE.includes(said.replace(/^(?:i am|i'm|we are|we're|i|we) /u, ""))) return "unsure";
    // A spreadsheet or a statistics program may give a figure its decimals.
    return this.known.get(said) ?? this.known.get(said.replace(/^(\d+)[.,]0+$/u, "$1"));
  }

  /** Whether it is answers with blanks between them, which nobody can part for certain. */
  private isJoined(said: string): boolean {
    return [...this.known.keys()].some(
      (each) => said.startsWith(`${each} `) && this.isAnswers(said.slice(each.length + 1)),
    );
  }

  private isAnswers(said: string): boolean {
    return this.known.has(said) || this.isJoined(said);
  }
}

/** What comes first counts where two levels could be meant: ids, then figures, then words. */
function answerWords({ levels }: Criterion): Map<string, number> {
  const marks = levelMarks(levels);
  const written = levels.map(({ id, name, text }, at) => {
    const mark = marks[at] ?? "";
    const whole = [`${mark} ${name}`, `${mark}. ${name}`, `${mark}: ${name}`];
    return [
      [id, `L${at + 1}`],
      [mark],
      [name],
      [...whole, text, `${name}: ${text}`, `${mark}. ${name}: ${text}`],
    ];
  });
  const inOrder = [0, 1, 2, 3].flatMap((way) =>
    written.flatMap((each, at) => (each[way] ?? []).map((text) => [words(text), at] as const)),
  );
  // The first of each stays, as a Map keeps the last.
  return new Map(inOrder.filter(([text]) => text !== "").toReversed());
}

/** A mapping as it was written beside a survey; undefined where it is none of ours. */
export function readMapping(text: string): SurveyMapping | undefined {
  try {
    const found = JSON.parse(text) as Readonly<Record<string, unknown>>;
    const [columns, groups] = [own(found, "columns"), own(found, "groups")];
    return isNames(columns, true) && isNames(groups, false)
      ? ({ columns, groups } as SurveyMapping)
      : undefined;
  } catch {
    return undefined;
  }
}

function isNames(value: unknown, mayBeNull: boolean): boolean {
  return (
    isFields(value) &&
    Object.values(value).every((each) => typeof each === "string" || (mayBeNull && each === null))
  );
}

/** What SurveyJS saves, an object or a list of them, as a table: values inside a matrix stand under their row's name. */
export function surveyJsTable(
  value: unknown,
): { readonly heads: readonly string[]; readonly rows: readonly SurveyRow[] } | undefined {
  const list = Array.isArray(value) ? value : (wrapped(value) ?? [value]);
  const flat = list.map(flatFields);
  if (!flat.every((each) => each !== undefined)) return undefined;
  const heads = [...new Set(flat.flatMap((each) => [...each.keys()]))];
  const rows = flat.map((each, at) => ({
    row: at + 1,
    cells: heads.map((head) => each.get(head)),
  }));
  const isId = (head: string) => /^(?:id|_?instanceid|resultid)$/u.test(folded(head));
  return { heads: heads.map((head) => (isId(head) ? "surveyjs id" : head)), rows };
}

/** The list in a page of answers, as a service's own address gives it: `{"Data": [{…}]}`. */
function wrapped(value: unknown): readonly unknown[] | undefined {
  const inner = isFields(value) ? (own(value, "data") ?? own(value, "Data")) : undefined;
  return Array.isArray(inner) && inner.every(isFields) ? inner : undefined;
}

function flatFields(value: unknown): Map<string, SurveyCell> | undefined {
  if (!isFields(value)) return undefined;
  return new Map(Object.entries(value).flatMap(([name, each]) => cellsOf(name, each)));
}

function cellsOf(name: string, value: unknown): (readonly [string, SurveyCell])[] {
  if (value === null) return [];
  if (Array.isArray(value)) return [[name, value.map(String).join(";")]];
  if (!isFields(value)) return [[name, value as SurveyCell]];
  return Object.entries(value).flatMap(([inner, each]) => cellsOf(`${name}/${inner}`, each));
}
