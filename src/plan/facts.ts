import { dateText } from "../util/dates.ts";
import type { DatedFact, Fact } from "./schema/parts.ts";

/** What people recorded, or plain words that it is missing. */
export function presentFact(text: string | undefined, missing: string): Fact {
  return text === undefined ? { text: missing, missing: true } : { text, missing: false };
}

export function datedFact(value: string | undefined, missing: string): DatedFact {
  if (value === undefined) return { text: missing, missing: true, iso: null };
  return { text: dateText(value), missing: false, iso: value };
}
