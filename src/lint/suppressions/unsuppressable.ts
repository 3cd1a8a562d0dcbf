/** What no comment can switch off: there is no file to speak of then, or it is about the comments themselves. */
const ALWAYS_TOLD = new Set([
  "yaml/syntax",
  "file/unsupported",
  "lint/unknown-rule",
  "lint/needs-reason",
  "lint/unused-disable",
  "ref/circular",
]);

/** Templates have no comments that we read. */
export function canBeSilenced(rule: string): boolean {
  return !ALWAYS_TOLD.has(rule) && !rule.startsWith("template/");
}
