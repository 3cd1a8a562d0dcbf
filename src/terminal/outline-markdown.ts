import { escapeMarkdown } from "../util/markdown-escape.ts";
import type { Block, Item } from "./outline.ts";

/** A page as Markdown in which every word reads as it was written. Ends in one newline. */
export function outlineMarkdown(blocks: readonly Block[]): string {
  return `${blocks.map(blockMarkdown).join("\n\n")}\n`;
}

function blockMarkdown(block: Block): string {
  switch (block.kind) {
    case "heading":
      return `${"#".repeat(block.depth)} ${escapeMarkdown(block.text)}`;
    case "paragraph":
      return escapeMarkdown(block.text);
    case "list":
      return [`**${escapeMarkdown(block.title)}**`, "", ...block.items.map(itemMarkdown)].join(
        "\n",
      );
  }
}

function itemMarkdown({ name, text, details = [] }: Item): string {
  const term = name === undefined ? "" : `**${escapeMarkdown(name)}:** `;
  return [
    `- ${term}${escapeMarkdown(text)}`,
    ...details.map((detail) => `  - ${escapeMarkdown(detail)}`),
  ].join("\n");
}
