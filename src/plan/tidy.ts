// Control characters other than line breaks and tabs, and the marks that reorder text unseen: here they only mislead.
const SIGNS = String.raw`[\p{Cc}\u200b\u202a-\u202e\u2066-\u2069\ufeff]`;
const UNSEEN = new RegExp(String.raw`(?![\t-\r\u0085])${SIGNS}`, "gu");

/** What `tidyLine` would change: nearly every text is tidy already, and one look is quicker than three changes. */
const UNTIDY = new RegExp(String.raw`${SIGNS}|[^\S ]| {2}|^ | $`, "u");

/** One line of text: no control characters, every run of white space one space. */
export function tidyLine(text: string): string {
  if (!UNTIDY.test(text)) return text;
  return text
    .replace(UNSEEN, "")
    .replace(/[\s\u0085]+/gu, " ")
    .trim();
}

/** Text that may run over several paragraphs, split where people left a line. */
export function paragraphs(text: string | undefined): string[] {
  return (text ?? "")
    .split(/\r\n|[\r\n\u0085\u2028\u2029]/u)
    .map(tidyLine)
    .filter((line) => line !== "");
}

/** The same plain value with every text in it on one line. */
export function tidied<Value>(value: Value): Value {
  return tidy(value) as Value;
}

function tidy(value: unknown): unknown {
  if (typeof value === "string") return tidyLine(value);
  if (Array.isArray(value)) return value.map(tidy);
  if (typeof value !== "object" || value === null) return value;
  const tidier: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) tidier[key] = tidy(inner);
  return tidier;
}

/** Every text inside a plain value, in order. */
export function textsIn(value: unknown): string[] {
  const found: string[] = [];
  collectTexts(value, found);
  return found;
}

function collectTexts(value: unknown, found: string[]): void {
  if (typeof value === "string") found.push(value);
  else if (typeof value === "object" && value !== null)
    for (const inner of Object.values(value)) collectTexts(inner, found);
}
