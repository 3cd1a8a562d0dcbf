import { actionData, numberOf } from "../../assessment/actions.ts";
import type { Action } from "../../assessment/schema.ts";
import { moneyText, toPence } from "../../plan/words.ts";
import { dateText } from "../../util/dates.ts";
import { ACTIONS_FORMAT } from "../../util/formats.ts";
import { escapeMarkdown } from "../../util/markdown-escape.ts";
import { jsonText, withoutCommands } from "../../util/visible-text.ts";
import {
  type CellValue,
  type Column,
  cellText,
  type ReadRow,
  type Table,
} from "../spreadsheet/table.ts";

/** What stands at the end of a spreadsheet that we made and nobody has saved since, where no program shows it. */
export const REGISTER_SIGNATURE = "Made with coprod actions";

export type RegisterKey = Exclude<keyof Action, "revised">;

interface RegisterField extends Column {
  readonly key: RegisterKey;
  /** How a choice is written, by what the file keeps. */
  readonly words?: Readonly<Record<string, string>>;
}

export const STATUS_CELLS = {
  planned: "Planned",
  doing: "Under way",
  done: "Done",
  dropped: "Dropped",
} as const;

const HELPED_CELLS = {
  yes: "Yes",
  partly: "Partly",
  no: "No",
  "too-early": "Too early to say",
} as const;

const EFFORT_CELLS = { small: "Small", medium: "Medium", large: "Large" } as const;
const FUNDED_CELLS = { true: "Yes", false: "No" } as const;

/** The columns of the register, in their order. Each is one field of an action. */
export const REGISTER_FIELDS: readonly RegisterField[] = [
  { key: "id", name: "Number", kind: "number", width: 8 },
  { key: "do", name: "What to do", kind: "text", width: 32 },
  { key: "who", name: "Who leads", kind: "text", width: 14 },
  { key: "by", name: "By", kind: "date", width: 11 },
  chosen("status", { name: "How far", width: 10, words: STATUS_CELLS }),
  { key: "first", name: "First step", kind: "text", width: 22 },
  { key: "with", name: "With", kind: "text", width: 14 },
  { key: "cost", name: "Cost", kind: "money", width: 11 },
  chosen("funded", { name: "Funded", width: 8, words: FUNDED_CELLS }),
  { key: "hours", name: "Hours", kind: "number", width: 7 },
  chosen("effort", { name: "Effort", width: 9, words: EFFORT_CELLS }),
  { key: "sign", name: "How we will know", kind: "text", width: 22 },
  chosen("helped", { name: "Did it help?", width: 10, words: HELPED_CELLS }),
  { key: "note", name: "What happened", kind: "text", width: 22 },
  { key: "why", name: "Why it was dropped", kind: "text", width: 16 },
  { key: "for", name: "Question", kind: "text", width: 28 },
  { key: "since", name: "First agreed", kind: "date", width: 11 },
];

function chosen(
  key: RegisterKey,
  { words, ...column }: Required<Pick<RegisterField, "name" | "width" | "words">>,
): RegisterField {
  return { key, kind: "text", ...column, words, choices: Object.values(words) };
}

/** The name of the last column, which is hidden: what each row was made from. */
export const CHECK_NAME = "Made from";
const CHECK: Column = { name: CHECK_NAME, kind: "text", width: 12, isHidden: true };

interface Registered {
  readonly actions: readonly Action[];
  /** By their keys, in the words in which they are asked. */
  readonly questions: ReadonlyMap<string, string>;
}

/** One row an action, with real days and amounts. */
export function registerTable({ actions, questions }: Registered): Table {
  const rows = actions.map((action) => [
    ...REGISTER_FIELDS.map((field) => registerCell(field, action, questions)),
    checkOf(action),
  ]);
  return {
    name: "Actions",
    columns: [...REGISTER_FIELDS, CHECK],
    rows,
    spareRows: 20,
    signature: REGISTER_SIGNATURE,
  };
}

function registerCell(
  { key, words }: RegisterField,
  action: Action,
  questions: Registered["questions"],
): CellValue {
  const value = action[key];
  if (key === "id") return Number(numberOf(action.id)) || action.id;
  if (key === "status") return STATUS_CELLS[action.status ?? "planned"];
  if (value === undefined) return undefined;
  if (key === "for") return questions.get(String(value)) ?? String(value);
  if (words !== undefined) return words[String(value)];
  return typeof value === "number" ? value : plainValue(key, value);
}

/**
 * What a field says, as one text: two that mean the same are equal. A month ends with its last day, so that a
 * spreadsheet can hold it as one and a spreadsheet's own way to write months does no harm.
 */
export function plainValue(key: RegisterKey, value: Action[RegisterKey]): string {
  if (key === "status") return String(value ?? "planned");
  if (value === undefined) return "";
  if (typeof value === "number") return String(Math.round(value * 100) / 100);
  if ((key === "by" || key === "since") && String(value).length === 7)
    return lastDay(String(value));
  return String(value);
}

/** `2027-02` as `2027-02-28`. */
export function lastDay(month: string): string {
  const [year, index] = month.split("-").map(Number);
  return new Date(Date.UTC(year ?? 0, index ?? 1, 0)).toISOString().slice(0, 10);
}

/** What a field says, for people to read; undefined where it says nothing. */
export function spokenValue(key: RegisterKey, value: Action[RegisterKey]): string | undefined {
  if (key === "status") return STATUS_CELLS[(value as Action["status"]) ?? "planned"];
  if (value === undefined) return undefined;
  if (key === "by") return dateText(String(value));
  if (key === "cost") return moneyText(toPence(Number(value)));
  return (
    REGISTER_FIELDS.find((field) => field.key === key)?.words?.[String(value)] ?? String(value)
  );
}

const VERSION = "r1";
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const PIECE = 4;

/** Four letters for each field as it stood, so that a cell can be told apart that was changed in the register, in the assessment, or in both. */
export function checkOf(action: Action): string {
  const pieces = REGISTER_FIELDS.map(({ key }) => pieceOf(key, plainValue(key, action[key])));
  return `${VERSION}${pieces.join("")}`;
}

/** The letters of one field: by chance two texts share theirs once in sixteen million. */
export function pieceOf(key: RegisterKey, plain: string): string {
  let hash = 0x811c9dc5;
  const text = `${key}:${plain}`;
  for (let at = 0; at < text.length; at += 1)
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return Array.from({ length: PIECE }, (_, at) => LETTERS[(hash >>> (at * 6 + 8)) & 63]).join("");
}

/** The letters of each field as they stand in a row's last cell; undefined where it holds none of ours. */
export function piecesIn(check: string): ReadonlyMap<RegisterKey, string> | undefined {
  const letters = check.slice(VERSION.length);
  if (!check.startsWith(VERSION) || letters.length !== REGISTER_FIELDS.length * PIECE)
    return undefined;
  return new Map(
    REGISTER_FIELDS.map(({ key }, at) => [key, letters.slice(at * PIECE, (at + 1) * PIECE)]),
  );
}

/** Whether a register holds only what we wrote: then no change in it is lost where a new one takes its place. */
export function isAsMade(
  [header, ...rows]: readonly ReadRow[],
  questions: Registered["questions"],
): boolean {
  const names = [...REGISTER_FIELDS.map(({ name }) => name), CHECK_NAME];
  if (header?.cells.map(cellText).join("\n") !== names.join("\n")) return false;
  const keys = new Map([...questions].map(([key, asks]) => [asks, key]));
  return rows.every(({ cells }) => {
    const pieces = piecesIn(cellText(cells[REGISTER_FIELDS.length]));
    return REGISTER_FIELDS.every(
      (field, at) =>
        pieces?.get(field.key) === pieceOf(field.key, madeFrom(field, cellText(cells[at]), keys)),
    );
  });
}

/** What stands in a cell as `plainValue` says it, where we wrote it. */
function madeFrom(
  { key, words = {} }: RegisterField,
  cell: string,
  keys: ReadonlyMap<string, string>,
): string {
  if (key === "id") return /^\d+$/u.test(cell) ? `a${cell}` : cell;
  if (key === "for") return keys.get(cell) ?? cell;
  return Object.entries(words).find(([, word]) => word === cell)?.[0] ?? cell;
}

const MARKDOWN_KEYS = ["id", "do", "who", "by", "status", "cost", "helped"];

/** The actions as a table, for whoever keeps minutes in Markdown. */
export function registerMarkdown({ title, actions }: Listed): string {
  const fields = REGISTER_FIELDS.filter(({ key }) => MARKDOWN_KEYS.includes(key));
  const row = (cells: readonly string[]) => `| ${cells.map(escapeMarkdown).join(" | ")} |`;
  const cell = (action: Action, key: RegisterKey) =>
    key === "id" ? numberOf(action.id) : (spokenValue(key, action[key]) ?? "");
  const table = [
    row(fields.map(({ name }) => name)),
    `|${" --- |".repeat(fields.length)}`,
    ...actions.map((action) => row(fields.map(({ key }) => cell(action, key)))),
  ];
  return withoutCommands(
    [
      `# ${escapeMarkdown(`Actions: ${title}`)}`,
      actions.length === 0 ? "There are no actions yet." : table.join("\n"),
      `Made with coprod from “${escapeMarkdown(title)}”.`,
      "",
    ]
      .join("\n\n")
      .replace(/\n+$/u, "\n"),
  );
}

interface Listed extends Registered {
  readonly title: string;
  readonly started: string | undefined;
}

/** The actions for other programs: numbers as numbers, and each day beside its words. */
export function registerJson({ title, started, actions, questions }: Listed): string {
  return jsonText({
    coprod: ACTIONS_FORMAT,
    title,
    started: started ?? null,
    actions: actions.map((action) => actionJson(action, questions)),
  });
}

function actionJson(action: Action, questions: Registered["questions"]) {
  const own = (key: RegisterKey) => action[key] ?? null;
  const { id, do: words, by, for: key = "" } = action;
  return {
    number: numberOf(id),
    id,
    do: words,
    key: own("for"),
    question: questions.get(key) ?? null,
    first: own("first"),
    who: own("who"),
    with: own("with"),
    by: by === undefined ? null : { text: dateText(by), iso: by },
    cost: spokenValue("cost", action.cost) ?? null,
    ...actionData(action),
    sign: own("sign"),
    note: own("note"),
    why: own("why"),
    since: own("since"),
  };
}
