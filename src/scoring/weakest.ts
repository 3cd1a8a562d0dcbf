import { exact } from "../util/exact.ts";
import type { Scorecard } from "./schema.ts";

/**
 * Whether no other principle could turn out weaker once what is open is settled. Otherwise the weakest is only the one
 * with the lowest low end, and a page may say no more than that it seems so.
 */
export function isWeakestSure({ headline, sections }: Scorecard): boolean {
  const principles = sections.filter(({ kind }) => kind === "principle");
  const isNamed = ({ key }: { readonly key: string }) => headline?.weakest.includes(key) === true;
  const highs = principles.filter(isNamed).flatMap(({ high }) => high ?? []);
  const lows = principles.filter((each) => !isNamed(each)).flatMap(({ low }) => low ?? []);
  return highs.every((high) => lows.every((low) => exact(high).compare(exact(low)) <= 0));
}
