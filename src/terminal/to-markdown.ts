import { escapeMarkdown } from "../util/markdown-escape.ts";
import type { Block, Choice, ListItem } from "./blocks.ts";

/** A page as Markdown in which every word reads as it was written. Ends in one newline. */
export function toMarkdown(blocks: readonly Block[]): string {
  return `${blocks.map(blockMarkdown).join("\n\n")}\n`;
}

function blockMarkdown(block: Block): string {
  switch (block.kind) {
    case "heading":
      return `${"#".repeat(block.depth)} ${escapeMarkdown(block.text)}`;
    case "paragraph":
      return escapeMarkdown(block.text);
    case "lines":
      return block.lines.map(escapeMarkdown).join("\\\n");
    case "list":
      return listMarkdown(block.title, block.items.map(itemMarkdown));
    case "options":
      return block.options.map((option) => `- ${escapeMarkdown(option)}`).join("\n");
    case "table":
      return block.sentences.map((sentence) => `- ${escapeMarkdown(sentence)}`).join("\n");
    case "choices":
      return listMarkdown(block.title, block.choices.map(choiceMarkdown));
    default:
      return block satisfies never;
  }
}

function listMarkdown(title: string | undefined, items: readonly string[]): string {
  const above = title === undefined ? [] : [`**${escapeMarkdown(title)}**`, ""];
  return [...above, ...items].join("\n");
}

function itemMarkdown({ name, text, details = [] }: ListItem): string {
  const term = name === undefined ? "" : `**${escapeMarkdown(name)}:** `;
  return [
    `- ${term}${escapeMarkdown(text)}`,
    ...details.map((detail) => `  - ${escapeMarkdown(detail)}`),
  ].join("\n");
}

function choiceMarkdown({ mark, name, text }: Choice): string {
  const term = escapeMarkdown(mark === "-" ? name : `${mark} ${name}`);
  return text === undefined ? `- ${term}` : `- **${term}:** ${escapeMarkdown(text)}`;
}
