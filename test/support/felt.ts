import type { Response } from "../../src/assessment/schema.ts";
import { type Item, isWaiting } from "../../src/workshop/items.ts";
import { checkCharacters } from "../../src/workshop/parse-input.ts";

/**
 * What a room is asked that says of each barrier how much it is felt, one character after the other, or of all of them the
 * same.
 */
export function askedAfterFelt(items: readonly Item[], level?: number): readonly Item[] {
  const said = new Map(items.flatMap((item) => answersOf(item, level)));
  return items.filter((item) => !isWaiting(item, ({ key }) => said.get(key)));
}

function answersOf(item: Item, level: number | undefined): (readonly [string, Response])[] {
  if (item.kind !== "checklist" || item.titles === undefined) return [];
  const { criteria } = item;
  const characters = checkCharacters(criteria).slice(0, criteria[0].levels.length);
  return criteria.map(({ key }, index) => {
    const answer = characters[level ?? index % characters.length]?.answer ?? "";
    return [key, { answer }];
  });
}
