/**
 * A file that a mail program or a memory stick cut short can still be sound YAML. The first lines of the files that
 * coprod starts say that the last one is the end, so that a cut is told from a change by hand, which leaves the end
 * where it is. Both are comments: a program that writes the file anew without comments takes away both.
 */
const END_PROMISE =
  "# The last line of this file says that it is the end. Without it, something was lost.";

const END_LINE = "# The end";

const MADE_BY = "# Made by coprod. You can change it by hand; comments of your own are kept.";
const NO_NAMES = "# No names, please: roles and counts only.";

/** A few words for whoever opens a file that coprod starts. */
export const FIRST_LINES = [MADE_BY, NO_NAMES, END_PROMISE].join("\n");

/** Whether the text says that it has an end, and has none. What a person wrote below the end is no loss. */
export function isCutOff(text: string): boolean {
  return promises(text) && !/^# The end\s*$/mu.test(text);
}

/** The text with its end as the last line, where its first lines promise one. */
export function withEnd(text: string): string {
  const promised = withPromise(text);
  if (!promises(promised)) return text;
  const lineEnd = /\r\n/u.test(promised) ? "\r\n" : "\n";
  const lines = promised.split(/\r?\n/u).filter((line) => line !== END_LINE);
  return `${lines.join(lineEnd).trimEnd()}${lineEnd}${END_LINE}${lineEnd}`;
}

function promises(text: string): boolean {
  return /^# The last line of this file says/mu.test(text.slice(0, FIRST_LINES.length + 200));
}

/** Files that coprod 0.1 started promise nothing yet. */
function withPromise(text: string): string {
  const [, lineEnd] = /^# Made by coprod\. .*(\r?\n)# No names, please: .*\r?\n/u.exec(text) ?? [];
  if (lineEnd === undefined || promises(text)) return text;
  return text.replace(/^(?:.*\r?\n){2}/u, (both) => `${both}${END_PROMISE}${lineEnd}`);
}
