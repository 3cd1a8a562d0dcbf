import { type Block, paragraph } from "../../terminal/blocks.ts";
import { dateText } from "../../util/dates.ts";
import type { Rubric } from "../rubric.ts";

/** One line a source: short title, year and headings. */
export function citations(
  from: Readonly<Record<string, readonly string[]>>,
  sources: Rubric["sources"],
): string[] {
  return Object.entries(from).map(([id, headings]) => {
    const source = sources[id];
    const title = source === undefined ? id : `${source.title} (${source.year})`;
    return `${title}: ${headings.join("; ")}`;
  });
}

/** When somebody last held the facts against their sources; much of what they tell of has ended since. */
export function checkedBlocks(checked: string | undefined): readonly Block[] {
  if (checked === undefined) return [];
  return [
    paragraph(
      `We last read this against its sources in ${dateText(checked)}. Examples are from the year of their source.`,
    ),
  ];
}
