import { flatText, visible, withoutCommands } from "../util/visible-text.ts";
import type { Block, Choice, ListItem } from "./blocks.ts";
import { type Paint, paint } from "./paint.ts";
import { displayWidth, wrap } from "./wrap.ts";

export interface Wall {
  /** Columns of the terminal. */
  readonly columns: number;
  /** When the file was last saved, such as `10:42`. */
  readonly saved: string | undefined;
  /** Whether numbers may stand in columns; read aloud, sentences are better. */
  readonly tables?: boolean;
  /** Whether headings are bold. */
  readonly bold?: boolean;
  /** Whether a wide window is used to its full width. */
  readonly wide?: boolean;
  /** How much room is left between things; as much as possible where it is left out. */
  readonly spacing?: Spacing;
}

/** Empty lines between blocks; none; each choice's text right behind its name; and levels right behind each other. */
export type Spacing = "roomy" | "tight" | "running" | "flowing";

/** Widest line: it can be read from the back of a room, and on paper. */
const WIDEST = 76;
/** From this width on, two choices fit side by side. */
const WIDE = 120;
const WIDEST_PAGE = 136;
/** Widest line of words on a wide page. */
const WIDEST_WORDS = 100;
/** Below this a level's name stands on a line of its own. */
const NARROW = 60;
const VERY_NARROW = 40;
const LONGEST_NAME = 24;

/** What the room is shown, as plain lines: no control codes, nothing redrawn. Without a last line break. */
export function wallText(
  blocks: readonly Block[],
  { columns, bold = false, wide = false, ...wall }: Wall,
): string {
  const isWide = wide && columns >= WIDE;
  const width = Math.max(10, Math.min(isWide ? WIDEST_PAGE : WIDEST, columns - 1));
  const layout = { ...wall, width, pen: paint(bold), underlined: false };
  const gap = (wall.spacing ?? "roomy") === "roomy" ? "\n\n" : "\n";
  return withoutCommands(blocks.map((block) => blockText(block, layout)).join(gap));
}

interface Sheet {
  readonly color: boolean;
  readonly columns: number;
}

/** A report for a terminal, no line wider than `columns` unless one word is. Ends in one newline. */
export function toText(blocks: readonly Block[], { columns, color }: Sheet): string {
  const layout = { width: columns, pen: paint(color), underlined: true, saved: undefined };
  return withoutCommands(`${blocks.map((block) => blockText(block, layout)).join("\n\n")}\n`);
}

/** As wide as the terminal, within what can be read: longer lines are hard to follow. */
export function pageWidth({ color, columns }: Sheet): Sheet {
  return { color, columns: Math.min(WIDEST, columns) };
}

interface Layout extends Pick<Wall, "saved" | "tables" | "spacing"> {
  readonly width: number;
  readonly pen: Paint;
  /** Whether headings are underlined, as in a report; on the wall each stands at the top anyway. */
  readonly underlined: boolean;
}

function blockText(block: Block, layout: Layout): string {
  switch (block.kind) {
    case "heading":
      return layout.underlined ? underlinedHeading(block, layout) : wallHeading(block.text, layout);
    case "table":
      return tableText(block, layout);
    case "paragraph":
      return wrap(block.text, Math.min(layout.width, WIDEST_WORDS));
    case "lines":
      return block.lines.map((line) => wrapLine(line, layout.width)).join("\n");
    case "list":
      return listText(block, layout);
    case "options":
      return optionsText(block.options, layout.width);
    case "choices": {
      const title = block.title === undefined ? [] : [wrap(block.title, layout.width)];
      return [...title, besideOrBelow(block, layout)].join("\n");
    }
    default:
      return block satisfies never;
  }
}

const UNDERLINES = { 1: "=", 2: "-", 3: "" } as const;

function underlinedHeading(
  { depth, text }: Extract<Block, { kind: "heading" }>,
  { width, pen }: Layout,
): string {
  const lines = wrap(flatText(text), width).split("\n");
  const underline = UNDERLINES[depth].repeat(Math.max(...lines.map(displayWidth)));
  return [...lines.map(pen.bold), ...(underline === "" ? [] : [underline])].join("\n");
}

/** The title, and where there is room beside it when the file was saved. */
function wallHeading(text: string, layout: Layout): string {
  return savedHeading(flatText(text), layout).split("\n").map(layout.pen.bold).join("\n");
}

function listText(
  { title, items }: Extract<Block, { kind: "list" }>,
  { width }: Pick<Layout, "width">,
): string {
  return [wrap(title, width), ...items.map((item) => itemText(item, width))].join("\n");
}

function itemText({ name, text, details = [] }: ListItem, width: number): string {
  const first = name === undefined ? text : `${name}: ${text}`;
  return [
    wrap(first, width, "    ", "  - "),
    ...details.map((detail) => wrap(detail, width, "      ", "    ")),
  ].join("\n");
}

function tableText(table: Extract<Block, { kind: "table" }>, { width, tables }: Layout): string {
  const { head, rows, sentences } = table;
  const cells = [head, ...rows].map((row) => row.map(visible));
  const widths = head.map((_, column) =>
    Math.max(...cells.map((row) => displayWidth(row[column] ?? ""))),
  );
  const numbers = widths.slice(1).reduce((sum, each) => sum + each + 2, 0);
  const names = Math.min(widths[0] ?? 0, width - numbers);
  if (tables !== true || names < NARROWEST_NAMES) {
    return sentences.map((line) => wrapLine(line, width)).join("\n");
  }
  return cells.map((row) => tableRow(row, [names, ...widths.slice(1)])).join("\n");
}

/** Less room than this for the names of groups is no column. */
const NARROWEST_NAMES = 12;

/** The name, on several lines where it is long, and the numbers behind its last one. */
function tableRow([name = "", ...numbers]: readonly string[], widths: readonly number[]): string {
  const lines = wrap(name, widths[0] ?? 0).split("\n");
  const cells = [lines.pop() ?? "", ...numbers];
  const row = cells.map((cell, column) => placed(cell, widths[column] ?? 0, column)).join("  ");
  return [...lines, row.trimEnd()].join("\n");
}

/** Names to the left, numbers to the right. */
function placed(cell: string, width: number, column: number): string {
  return column === 0 ? padded(cell, width) : cell.padStart(width);
}

// A line that fits keeps its inner spaces: they line up commands under each other.
function wrapLine(line: string, width: number): string {
  const flat = visible(line);
  return displayWidth(flat) <= width && !flat.includes("\n") ? flat : wrap(line, width);
}

function optionsText(options: readonly string[], width: number): string {
  const lines: string[] = [];
  for (const option of options.map(visible)) {
    const last = lines.at(-1);
    const longer = last === undefined ? option : `${last} | ${option}`;
    if (last !== undefined && displayWidth(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(option);
  }
  return lines.map((line) => wrap(line, width)).join("\n");
}

function savedHeading(text: string, { width, saved, spacing = "roomy" }: Layout): string {
  if (saved === undefined) return wrap(text, width);
  const right = `Saved ${saved}`;
  const gap = width - displayWidth(visible(text)) - right.length;
  if (width >= VERY_NARROW && gap >= 2) return `${visible(text)}${" ".repeat(gap)}${right}`;
  // In a small window the word after an answer says it too.
  return spacing === "roomy" ? `${wrap(text, width)}\n${right}` : wrap(text, width);
}

function besideOrBelow(
  { choices, abreast = false }: Extract<Block, { kind: "choices" }>,
  layout: Layout,
): string {
  const { width, spacing } = layout;
  if (abreast && width >= WIDE - 1) return abreastText(choices, width);
  if (abreast && spacing === "flowing") return flowingText(choices, width);
  return choicesText(choices, layout);
}

/** Each choice right behind the one before, which takes the fewest lines. */
function flowingText(choices: readonly Choice[], width: number): string {
  return wrap(choices.map(({ mark, name, text }) => `${mark} ${name}: ${text}`).join(" | "), width);
}

const BETWEEN_CHOICES = 4;

/** Two by two, each name above its text. */
function abreastText(choices: readonly Choice[], width: number): string {
  const half = Math.floor((width - BETWEEN_CHOICES) / 2);
  const cells = choices.map((each) => stackedText([each], half).split("\n"));
  const rows: string[] = [];
  for (let at = 0; at < cells.length; at += 2) {
    const [left = [], right = []] = [cells[at], cells[at + 1]];
    for (let line = 0; line < Math.max(left.length, right.length); line++) {
      const start = padded(left[line] ?? "", half + BETWEEN_CHOICES);
      rows.push(`${start}${right[line] ?? ""}`.trimEnd());
    }
    if (at + 2 < cells.length) rows.push("");
  }
  return rows.join("\n");
}

function choicesText(choices: readonly Choice[], { width, spacing }: Layout): string {
  const markWidth = Math.max(0, ...choices.map(({ mark }) => displayWidth(mark)));
  const rows = choices.map((each) => ({ ...each, mark: padded(visible(each.mark), markWidth) }));
  if (rows.every((each) => each.text === undefined)) return namesText(rows, width, spacing);
  if (isRunning(spacing)) return runningText(rows, width);
  const nameWidth = Math.max(...rows.map(({ name }) => displayWidth(name)));
  if (width < NARROW - 1 || nameWidth > LONGEST_NAME) return stackedText(rows, width);
  return rows
    .map(({ mark, name, text = "" }) => {
      const first = `  ${mark}  ${padded(visible(name), nameWidth)}  `;
      return wrap(text, width, " ".repeat(displayWidth(first)), first);
    })
    .join("\n");
}

function isRunning(spacing: Spacing | undefined): boolean {
  return spacing === "running" || spacing === "flowing";
}

/** Each text right behind its name. */
function runningText(rows: readonly Choice[], width: number): string {
  return rows
    .map(({ mark, name, text }) => {
      const said = text === undefined ? name : `${name}: ${text}`;
      return wrap(said, width, " ".repeat(displayWidth(mark) + 1), `${mark} `);
    })
    .join("\n");
}

/** Each name on its line and the text below it. */
function stackedText(rows: readonly Choice[], width: number): string {
  return rows
    .map(({ mark, name, text }) => {
      const indent = " ".repeat(displayWidth(mark) + 4);
      const head = wrap(name, width, indent, `  ${mark}  `);
      return text === undefined ? head : `${head}\n${wrap(text, width, indent)}`;
    })
    .join("\n");
}

const MOST_COLUMNS = 2;
const FEWEST_IN_COLUMNS = 7;

/** Names without texts; many short ones go side by side, read line by line. */
function namesText(rows: readonly Choice[], width: number, spacing?: Spacing): string {
  const cells = rows.map(({ mark, name }) => `${mark}  ${visible(name)}`);
  const cellWidth = Math.max(0, ...cells.map(displayWidth)) + 3;
  const columns = Math.min(MOST_COLUMNS, Math.floor((width + 1) / cellWidth));
  if (columns < 2 || rows.length < FEWEST_IN_COLUMNS) {
    return isRunning(spacing) ? runningText(rows, width) : stackedText(rows, width);
  }
  const lines: string[] = [];
  for (let at = 0; at < cells.length; at += columns) {
    const line = cells.slice(at, at + columns).map((cell) => padded(cell, cellWidth));
    lines.push(`  ${line.join("")}`.trimEnd());
  }
  return lines.join("\n");
}

function padded(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - displayWidth(text)));
}
