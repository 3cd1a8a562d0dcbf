/** `1 file`, `2 files`, `1,450 files`; `plural` where adding an s is not enough. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${groupedDigits(count)} ${count === 1 ? noun : plural}`;
}

/** `all 3 questions`, `both questions`. */
export function allOf(count: number, noun: string): string {
  return count === 2 ? `both ${noun}s` : `all ${counted(count, noun)}`;
}

/** `A`, `A and B`, `A, B and C`. */
export function listOf(items: readonly string[]): string {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} and ${last}`;
}

/** One name where both ends are the same, otherwise `between X and Y`; never a middle. */
export function rangeWords([low, high]: readonly [string, string], between = "between"): string {
  return low === high ? low : `${between} ${low} and ${high}`;
}

/** `50%`, or `33% to 55%` where the two ends differ. */
export function percentWords([low, high]: readonly [number, number]): string {
  return low === high ? `${low}%` : `${low}% to ${high}%`;
}

export function quoted(text: string): string {
  return `“${text}”`;
}

export function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** A name inside a sentence: `Trustees` as `trustees`, but `NHS staff` as it is. */
export function inSentence(name: string): string {
  return /^\p{Lu}(?:\p{Ll}|\s|$)/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

/** Ends with one full stop unless it already ends a sentence. */
export function asSentence(text: string): string {
  return /[.!?…][”"')]?$/u.test(text) ? text : `${text}.`;
}

/** `1,450`. Not toLocaleString: the same numbers must give the same bytes on every machine. */
export function groupedDigits(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/gu, ",");
}

/** A text as a pattern that fits just it. */
export function escapeForPattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&");
}
