// Control characters, and the marks that turn text round or cannot be seen: from a file they only mislead people, and
// some of them a terminal obeys.
// (`\p{Cc}` and `\p{Bidi_Control}` written out: to look them up costs each run more than to read a rubric.)
const CHARACTERS = String.raw`[\0-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]`;
const UNSEEN = new RegExp(String.raw`(?![\t-\r\u0085])${CHARACTERS}`, "gu");

/** What `flatText` would change: nearly every text is one already, and one look is quicker than three changes. */
const NO_LINE = new RegExp(String.raw`${CHARACTERS}|[^\S ]| {2}|^ | $`, "u");

/** The same in a value as JSON, and sometimes more: one look at the whole is quicker than one at each text. */
const NO_LINE_IN_JSON = new RegExp(
  String.raw`${CHARACTERS}|\\[bfnrtu]|[^\S ]| {2}|(?<!\\)" | "`,
  "u",
);

/** Text as people can see it, on as many lines. */
export function visible(text: string): string {
  return text
    .replace(UNSEEN, "")
    .replace(/\r\n?|[\u0085\u2028\u2029]/gu, "\n")
    .replace(/[\t\v\f]/gu, " ");
}

/** The same on one line: every run of white space is one space. */
export function flatText(text: string): string {
  if (!NO_LINE.test(text)) return text;
  return text
    .replace(UNSEEN, "")
    .replace(/[\s\u0085]+/gu, " ")
    .trim();
}

/** A plain value with every text in it on one line; itself where each is on one already. */
export function onOneLine<Value>(value: Value): Value {
  const json = JSON.stringify(value) ?? "";
  return NO_LINE_IN_JSON.test(json) ? (eachOnOneLine(value) as Value) : value;
}

function eachOnOneLine(value: unknown): unknown {
  if (typeof value === "string") return flatText(value);
  if (Array.isArray(value)) return value.map(eachOnOneLine);
  if (typeof value !== "object" || value === null) return value;
  const flat: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) flat[key] = eachOnOneLine(inner);
  return flat;
}

/** A plain value as JSON to print: no text in it breaks a line or holds what cannot be seen. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(onOneLine(value), null, 2).replaceAll("##[", "##\\u005b")}\n`;
}

/** Lines of which none is a command to a service that runs a build: it obeys whatever begins so, whoever wrote it. */
export function withoutCommands(text: string): string {
  return text.replace(/^([^\S\n]*:)(?=:[a-z][^\n]*::)/gimu, "$1 ").replaceAll("##[", "# #[");
}

/** What a spreadsheet takes for the start of a formula, and the mark itself, so that it can be taken off again. */
const GUARDED = /^[=+\-@\t\r\n']/u;

/**
 * A text that no spreadsheet runs as a formula. Numbers never come here: a debt of -5 is one. The libraries' own guards
 * cannot be taken off again: `=x` and `'=x` become one.
 */
export function guarded(text: string): string {
  return GUARDED.test(text) ? `'${text}` : text;
}

/** The text as it was before `guarded`; a text of somebody else's that only begins with a quote mark, such as 'tis, stays. */
export function unguarded(text: string): string {
  return text.startsWith("'") && GUARDED.test(text.slice(1)) ? text.slice(1) : text;
}
