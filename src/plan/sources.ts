import type { Rubric } from "../rubric/rubric.ts";
import { quoted } from "../util/words.ts";
import type { Item } from "./input.ts";

const MOST_SOURCES = 1;

/** Where a question comes from, short enough for a page with many actions: its main source and heading. */
export function citationsOf({ rubric, criterion }: Item): string[] {
  return Object.entries(criterion.from)
    .slice(0, MOST_SOURCES)
    .map(([id, [heading = ""]]) => `${sourceName(rubric, id)}, ${quoted(heading)}`);
}

function sourceName({ sources }: Rubric, id: string): string {
  const source = sources[id];
  if (source === undefined) return id;
  const { title, year } = source;
  return title.endsWith(")") ? `${title.slice(0, -1)}, ${year})` : `${title} (${year})`;
}
