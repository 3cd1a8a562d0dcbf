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
