import type { Block } from "./blocks.ts";
import { type Spacing, type Wall, wallText } from "./to-text.ts";

const SPACINGS: readonly Spacing[] = ["roomy", "tight", "running"];

interface Room extends Wall {
  /** How many rows of the window the page may take. */
  readonly rows: number;
}

/**
 * The blocks as one page for a window: first the empty lines go, then the line breaks within choices, then what a page can
 * do without, one after the other, and last the line breaks between choices. What is still too long stays whole.
 */
export function page(blocks: readonly Block[], { rows, ...wall }: Room): string {
  const ranks = [...new Set(blocks.flatMap(({ spare }) => spare ?? []))].toSorted((a, b) => b - a);
  const least = blocks.filter(({ spare }) => spare === undefined);
  const tries = [Number.POSITIVE_INFINITY, ...ranks].flatMap((limit) => {
    const kept = blocks.filter(({ spare = 0 }) => spare < limit);
    return SPACINGS.map((spacing) => ({ kept, spacing }));
  });
  for (const { kept, spacing } of tries) {
    const text = wallText(kept, { ...wall, spacing });
    if (text.split("\n").length <= rows) return text;
  }
  return wallText(least, { ...wall, spacing: "flowing" });
}
