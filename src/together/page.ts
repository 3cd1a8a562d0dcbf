import { escapeHtml, inlineHash, sealedPage } from "../documents/formats/html.ts";
import { escapeMarkdown } from "../util/markdown-escape.ts";
import { groupedDigits } from "../util/words.ts";

/** A page of words and tables, before it is HTML or Markdown. */
export interface Page {
  readonly title: string;
  readonly parts: readonly PagePart[];
}

export type PagePart =
  | { readonly kind: "heading"; readonly depth: 2 | 3; readonly text: string }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | PageTable;

export interface PageTable {
  readonly kind: "table";
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly Cell[] }[];
  /** What counts are parts of: each is drawn as a bar of that length. */
  readonly whole?: number;
}

/** A count, a text, or a count that is hidden. */
export type Cell = number | string | null;

/** What stands for a hidden count. */
export const HIDDEN = "–";

function cellText(cell: Cell): string {
  if (cell === null) return HIDDEN;
  return typeof cell === "number" ? groupedDigits(cell) : cell;
}

export function toMarkdownPage({ title, parts }: Page): string {
  return `${[`# ${escapeMarkdown(title)}`, ...parts.map(partMarkdown)].join("\n\n")}\n`;
}

function partMarkdown(part: PagePart): string {
  switch (part.kind) {
    case "heading":
      return `${"#".repeat(part.depth)} ${escapeMarkdown(part.text)}`;
    case "text":
      return escapeMarkdown(part.text);
    case "list":
      return part.items.map((item) => `- ${escapeMarkdown(item)}`).join("\n");
    case "table":
      return tableMarkdown(part);
    default:
      return part satisfies never;
  }
}

function tableMarkdown({ caption, head, rows, whole }: PageTable): string {
  const line = (cells: readonly string[]) => `| ${cells.map(escapeMarkdown).join(" | ")} |`;
  const edge = whole === undefined ? ":--" : "--:";
  return [
    `**${escapeMarkdown(caption)}**`,
    "",
    line(head),
    `|${head.map((_, at) => ` ${at === 0 ? ":--" : edge} |`).join("")}`,
    ...rows.map(({ name, cells }) => line([name, ...cells.map(cellText)])),
  ].join("\n");
}

/** One file that runs no script and fetches nothing; the table is the chart. */
export function toHtmlPage({ title, parts }: Page): string {
  return sealedPage({
    title,
    kinds: [],
    style: { text: STYLE, hash: inlineHash(STYLE) },
    body: `<main>\n<h1>${escapeHtml(title)}</h1>\n${parts.map(partHtml).join("\n")}\n</main>`,
  });
}

function partHtml(part: PagePart): string {
  switch (part.kind) {
    case "heading":
      return `<h${part.depth}>${escapeHtml(part.text)}</h${part.depth}>`;
    case "text":
      return `<p>${escapeHtml(part.text)}</p>`;
    case "list":
      return `<ul>\n${part.items.map((item) => `<li>${escapeHtml(item)}</li>`).join("\n")}\n</ul>`;
    case "table":
      return tableHtml(part);
    default:
      return part satisfies never;
  }
}

/** On a narrow screen each row is a card, so each cell carries the name of its column; the roles keep it a table there. */
function tableHtml({ caption, head, rows, whole }: PageTable): string {
  const names = head.map(escapeHtml);
  const heads = names.map((name) => `<th role="columnheader" scope="col">${name}</th>`).join("");
  const lines = rows.map(({ name, cells }) => {
    const row = cells.map((cell, at) => {
      const shown = escapeHtml(cellText(cell));
      return `<td role="cell" data-of="${names[at + 1] ?? ""}"${barClass(cell, whole)}>${shown}</td>`;
    });
    return `<tr role="row"><th role="rowheader" scope="row">${escapeHtml(name)}</th>${row.join("")}</tr>`;
  });
  const kind = whole === undefined ? ' class="words"' : "";
  return `<table role="table"${kind}>
<caption>${escapeHtml(caption)}</caption>
<thead role="rowgroup"><tr role="row">${heads}</tr></thead>
<tbody role="rowgroup">
${lines.join("\n")}
</tbody>
</table>`;
}

/** In tenths of the whole. */
function barClass(cell: Cell, whole: number | undefined): string {
  if (typeof cell !== "number" || whole === undefined || whole === 0) return "";
  return ` class="b${Math.min(10, Math.round((cell * 10) / whole))}"`;
}

const BARS = Array.from(
  { length: 11 },
  (_, tenths) => `.b${tenths} { --part: ${tenths / 10}; }`,
).join("\n");

/** Each pair of colours was measured: text at least 4.5 to 1, bars at least 3 to 1 where they say something alone. */
const STYLE = `
:root {
  color-scheme: light dark;
  --paper: #ffffff;
  --ink: #17191c;
  --accent: #0b5560;
  --bar: #0b7a8a;
  --divider: #cdd3d6;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #15181b;
    --ink: #eef0f2;
    --accent: #7fd1dc;
    --bar: #4fa9b6;
    --divider: #3d454d;
  }
}
*, *::before, *::after { box-sizing: border-box; }
body {
  margin: 0;
  padding: 1.5rem 1rem 4rem;
  background: var(--paper);
  color: var(--ink);
  font: 1.0625rem/1.5 Arial, Arimo, "Liberation Sans", Helvetica, sans-serif;
  overflow-wrap: break-word;
}
main { max-inline-size: 62rem; margin-inline: auto; }
h1, h2, h3 { line-height: 1.2; text-wrap: balance; }
h1 { margin-block: 0 1rem; font-size: 2rem; }
h2 { margin-block: 2.5rem 0.75rem; padding-block-start: 0.75rem; border-block-start: 3px solid var(--accent); font-size: 1.5rem; }
h3 { margin-block: 1.75rem 0.5rem; font-size: 1.1875rem; }
p, ul { margin-block: 0 0.75rem; max-inline-size: 47rem; }
ul { padding-inline-start: 1.5rem; }
table { table-layout: fixed; border-collapse: collapse; inline-size: 100%; margin-block: 0.75rem 1.5rem; font-size: 0.9375rem; }
caption { text-align: start; font-weight: bold; padding-block-end: 0.5rem; }
th, td { padding: 0.375rem 0.5rem; border-block-end: 1px solid var(--divider); vertical-align: top; }
thead th { vertical-align: bottom; text-align: end; }
thead th:first-child, tbody th { text-align: start; inline-size: 34%; }
tbody th { font-weight: normal; }
td { text-align: end; font-variant-numeric: tabular-nums; }
td[class]::after { content: ""; display: block; block-size: 0.25rem; inline-size: calc(100% * var(--part)); margin-inline-start: auto; background: var(--bar); }
.words td, .words thead th { text-align: start; }
@media screen and (max-width: 60rem) {
  table, tbody, tr, th, td, caption { display: block; }
  thead { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
  tr { display: flex; flex-wrap: wrap; padding-block: 0.5rem; border-block-end: 1px solid var(--divider); }
  tbody th { flex: 0 0 100%; inline-size: auto; font-weight: bold; }
  th, td { border: 0; padding-inline: 0; }
  td, .words td { flex: 0 0 50%; padding-inline-end: 0.75rem; text-align: start; }
  td::before { content: attr(data-of) ": "; }
  td[class]::after { margin-inline-start: 0; }
}
@media print {
  body { padding: 0; font-size: 10pt; }
  main { max-inline-size: none; }
  table { font-size: 8.5pt; }
  tr, caption { break-inside: avoid; }
  caption, h2, h3 { break-after: avoid; }
  td::after { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
${BARS}`;
