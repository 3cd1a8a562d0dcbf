import type { Block, Item } from "./outline.ts";
import { type Paint, paint } from "./paint.ts";
import { displayWidth, wrap } from "./wrap.ts";

interface Layout {
  readonly columns: number;
  readonly pen: Paint;
}

/** A page for a terminal, no line wider than `columns` unless one word is. Ends in one newline. */
export function outlineText(
  blocks: readonly Block[],
  { columns, color }: { columns: number; color: boolean },
): string {
  const layout = { columns, pen: paint(color) };
  return `${blocks.map((block) => blockText(block, layout)).join("\n\n")}\n`;
}

function blockText(block: Block, layout: Layout): string {
  switch (block.kind) {
    case "heading":
      return headingText(block, layout);
    case "paragraph":
      return wrap(block.text, layout.columns);
    case "list":
      return listText(block, layout);
  }
}

const UNDERLINES = { 1: "=", 2: "-", 3: "" } as const;

function headingText(
  { depth, text }: Extract<Block, { kind: "heading" }>,
  { columns, pen }: Layout,
): string {
  const lines = wrap(text, columns).split("\n");
  const underline = UNDERLINES[depth].repeat(Math.max(...lines.map(displayWidth)));
  return [...lines.map(pen.bold), ...(underline === "" ? [] : [underline])].join("\n");
}

function listText({ title, items }: Extract<Block, { kind: "list" }>, layout: Layout): string {
  return [wrap(title, layout.columns), ...items.map((item) => itemText(item, layout))].join("\n");
}

function itemText({ name, text, details = [] }: Item, { columns }: Layout): string {
  const first = name === undefined ? text : `${name}: ${text}`;
  return [
    wrap(first, columns, "    ", "  - "),
    ...details.map((detail) => wrap(detail, columns, "      ", "    ")),
  ].join("\n");
}
