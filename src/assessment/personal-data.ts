import { namesIn } from "./names.ts";

export type PersonalDataKind =
  | "an e-mail address"
  | "a telephone number"
  | "a postcode"
  | "somebody's name";

export interface PersonalData {
  readonly what: PersonalDataKind;
  readonly from: number;
  readonly to: number;
}

const PATTERNS: readonly { readonly what: PersonalDataKind; readonly pattern: RegExp }[] = [
  { what: "an e-mail address", pattern: /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu },
  {
    what: "a telephone number",
    pattern: /(?<![\w.])(?:\+44\s?(?:\(0\)\s?)?|\(?0)[1-9](?:[\s()-]{0,2}\d){8,9}(?!\d)/gu,
  },
  {
    what: "a postcode",
    // Also in small letters; “a1 2nd” is an action and a day.
    pattern:
      /(?<![\p{L}\p{N}])[A-PR-UWYZ][A-HK-Y]?\d[A-HJKMNP-Y\d]?\s?\d(?!st|nd|rd|th)[ABD-HJLNP-UW-Z]{2}(?![\p{L}\p{N}])/giu,
  },
];

/** Where a text holds something by which a person could be reached or found. */
export function personalDataIn(text: string): readonly PersonalData[] {
  const reached = reachedBy(text);
  const names = namesIn(text)
    // A name in an address has been warned of already.
    .filter((name) => reached.every(({ from, to }) => name.to <= from || name.from >= to))
    .map((found) => ({ what: "somebody's name" as const, ...found }));
  return [...reached, ...names];
}

/** By what a person could be reached: an address, a number, a place. */
export function reachedBy(text: string): readonly PersonalData[] {
  // Each of them has one of these, and most texts have none.
  if (!/[\d@]/u.test(text)) return [];
  return PATTERNS.flatMap(({ what, pattern }) =>
    [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
      what,
      from: index,
      to: index + found.length,
    })),
  );
}
