import { SHARE_FORMAT } from "../util/formats.ts";
import { guarded } from "../util/visible-text.ts";
import type { Network, ToldQuestion } from "./schema.ts";
import actionCounts from "./sql/action_counts.sql";
import barrierCounts from "./sql/barrier_counts.sql";
import changeCounts from "./sql/change_counts.sql";
import mustHaveCounts from "./sql/must_have_counts.sql";
import questionCounts from "./sql/question_counts.sql";
import rubricCounts from "./sql/rubric_counts.sql";

/** The counting: a view each, the same for DuckDB and PostgreSQL. */
export const VIEWS = {
  rubric_counts: rubricCounts,
  question_counts: questionCounts,
  must_have_counts: mustHaveCounts,
  barrier_counts: barrierCounts,
  action_counts: actionCounts,
  change_counts: changeCounts,
} as const;

export type ViewName = keyof typeof VIEWS;

type Columns = Readonly<Record<string, "varchar" | "integer" | "float8">>;

/** Who a row is from. */
const CHARITY = { id: "varchar", quarter: "varchar", size: "varchar", region: "varchar" } as const;
const ASKED = {
  rubric: "varchar",
  version: "varchar",
  hash: "varchar",
  section: "varchar",
} as const;

/** What each row of a table says beside who it is from. Flat, and the same columns in each row. */
export const TABLES = {
  answers: {
    ...ASKED,
    key: "varchar",
    kind: "varchar",
    level: "integer",
    low: "integer",
    high: "integer",
    top: "integer",
    must_level: "integer",
    must: "varchar",
  },
  sections: {
    ...ASKED,
    kind: "varchar",
    low: "float8",
    low_exact: "varchar",
    high: "float8",
    high_exact: "varchar",
    known: "float8",
    known_exact: "varchar",
    band_low: "varchar",
    band_high: "varchar",
    class: "varchar",
    reason: "varchar",
  },
  actions: { ...ASKED, key: "varchar", state: "varchar" },
} as const satisfies Readonly<Record<string, Columns>>;

export type TableName = keyof typeof TABLES;
export const TABLE_NAMES = Object.keys(TABLES) as TableName[];

/** The value of each column of a table; nothing where there is none. */
type RowOf<Name extends TableName> = Readonly<
  Partial<Record<keyof (typeof TABLES)[Name], string | number | undefined>>
>;

/** The values of a row in the order of its table's columns, as a line of CSV. */
export function rowLine<Name extends TableName>(name: Name, row: RowOf<Name>): string {
  const values: Readonly<Record<string, string | number | undefined>> = row;
  return csvLine(Object.keys(TABLES[name]).map((column) => values[column]));
}

/** A line of CSV as databases read it: nothing at all is no value, and no text is ever empty. */
export function csvLine(values: readonly (string | number | null | undefined)[]): string {
  return `${values.map(csvField).join(",")}\n`;
}

function csvField(value: string | number | null | undefined): string {
  const text = String(value ?? "");
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Who says what, by number. */
export function saidTable(name: TableName): string {
  return `${name}_said`;
}

export const SAID_COLUMNS = ["charity", "entry"] as const;

/**
 * What makes tables of the files that are written as shares come: each row that is said by anybody once, with its number,
 * beside the table of who says which number. So a row is checked and written once, however many say it.
 */
export function loadingSql(folder: string): string {
  const charities = readCsv(folder, "charities", { charity: "integer", ...CHARITY });
  const each = TABLE_NAMES.map((name) => {
    const own = Object.keys(TABLES[name]).map((column) => `e.${column}`);
    const who = Object.keys(CHARITY).map((column) => `c.${column}`);
    return `create table ${name}_entries as select * from ${readCsv(folder, `${name}-entries`, { entry: "integer", ...TABLES[name] })};
create view ${name} as select ${[...who, ...own].join(", ")}
from ${saidTable(name)} s join charities c on c.charity = s.charity join ${name}_entries e on e.entry = s.entry;`;
  });
  return [`create table charities as select * from ${charities};`, ...each].join("\n");
}

/** The answers of the last release, from its rows; without one, none. */
export function lastAnswersSql(path: string | undefined): string {
  if (path === undefined) return `create table last_answers (${columnList("answers")});`;
  const source = csvSource(path, { ...CHARITY, ...TABLES.answers }, true);
  return `create table last_answers as select * from ${source};`;
}

function readCsv(folder: string, name: string, columns: Columns): string {
  return csvSource(`${folder}/${name}.csv`, columns, false);
}

/** Every type is given, so that none is guessed, and an empty text would not be taken for nothing. */
function csvSource(path: string, columns: Columns, header: boolean): string {
  const types = Object.entries(columns).map(([column, type]) => `'${column}': '${type}'`);
  return `read_csv(${sqlText(path)}, header = ${header}, columns = {${types.join(", ")}}, auto_detect = false, delim = ',', quote = '"', escape = '"', nullstr = '', allow_quoted_nulls = false)`;
}

/** A text inside a statement. */
export function sqlText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function columnList(name: TableName): string {
  const columns = Object.entries({ ...CHARITY, ...TABLES[name] });
  return columns.map(([column, type]) => `${column} ${type}`).join(", ");
}

/** Writes a table as JSON Lines, CSV and Parquet. */
export function exportSql(folder: string): string {
  return TABLE_NAMES.flatMap((name) => {
    const to = (ending: string) => sqlText(`${folder}/${name}.${ending}`);
    return [
      `copy ${name} to ${to("jsonl")} (format json);`,
      `copy ${name} to ${to("csv")} (format csv, header);`,
      `copy ${name} to ${to("parquet")} (format parquet);`,
    ];
  }).join("\n");
}

/** Tables and views for a database of one's own, such as PostgreSQL. */
export function schemaSql(): string {
  const tables = TABLE_NAMES.map((name) => `create table ${name} (${columnList(name)});`);
  return [
    `-- Tables for what coprod together writes with --rows, and the views that count it (${SHARE_FORMAT}).`,
    "-- In PostgreSQL: psql -f schema.sql, then for each table: \\copy answers from answers.csv csv header",
    ...tables,
    `create table last_answers (${columnList("answers")});`,
    ...Object.values(VIEWS),
  ]
    .join("\n")
    .concat("\n");
}

/** Every count on a line of its own, for a spreadsheet; a hidden one is empty, which is not nought. */
export function networkCsv({ rubrics }: Network): string {
  const lines = rubrics.flatMap((rubric) =>
    rubric.sections.flatMap((section) => {
      const at = [rubric.id, rubric.version, section.key];
      const barrier = Object.entries(section.barrier ?? {}).map(([name, count]) =>
        tableLine([...at, "", section.title, "barrier", name, count]),
      );
      return [...barrier, ...section.questions.flatMap((question) => questionLines(at, question))];
    }),
  );
  return [
    csvLine(["rubric", "version", "section", "question", "words", "what", "which", "charities"]),
    ...lines,
  ].join("");
}

function questionLines(at: readonly string[], question: ToldQuestion): string[] {
  const { key, asks, levels, mustHave, actions, changes } = question;
  const { differ, unsure, notApplicable, notAsked } = question;
  const line = (what: string, which: string, count: number | null) =>
    tableLine([...at, key, asks, what, which, count]);
  const lines = (what: string, counts: Readonly<Record<string, number | null>>) =>
    Object.entries(counts).map(([which, count]) => line(what, which, count));
  return [
    ...levels.map(({ level, charities }) => line("level", String(level), charities)),
    ...lines("answer", { differ, unsure, "not-applicable": notApplicable, "not-asked": notAsked }),
    ...(mustHave === null
      ? []
      : lines("must-have", { "not-met": mustHave.notMet, met: mustHave.met })),
    ...lines("action", actions),
    ...lines("change", changes ?? {}),
  ];
}

/** A line for whoever opens it as a spreadsheet: no text of a rubric or a team is run as a formula. */
export function tableLine(values: readonly (string | number | null)[]): string {
  return csvLine(values.map((value) => (typeof value === "string" ? guarded(value) : value)));
}
