import type { Rubric } from "../rubric/rubric.ts";
import { type Item, itemsOf } from "./item.ts";

/** How long these items usually take: each rubric says how long all of its questions take together. */
export function usualMinutes(rubrics: readonly Rubric[], items: readonly Item[]): number {
  return rubrics.reduce((sum, rubric) => {
    const own = items.filter(({ section }) => section.key.startsWith(`${rubric.id}/`));
    const all = itemsOf([rubric], { quick: false });
    return sum + (rubric.minutes * weigh(own)) / Math.max(1, weigh(all));
  }, 0);
}

/** A list of checks takes about as long as two questions. */
function weigh(items: readonly Item[]): number {
  return items.reduce((sum, { kind }) => sum + (kind === "checks" ? 2 : 1), 0);
}
