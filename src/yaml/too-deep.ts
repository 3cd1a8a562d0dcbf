/** Far more than any file of ours needs, and far less than what the parser's recursion can bear. */
const MOST_BRACKETS = 200;
const INDENTED_TOO_FAR = /^(?:[ \t]|[-?:](?=[ \t])){400,}\S/mu;

/**
 * Where a text goes deeper than it is worth following. Asked before it is parsed: each bracket left open costs the
 * parser more than the one before, so that a few thousand would keep people waiting for minutes.
 */
export function tooDeepAt(text: string): number | undefined {
  let depth = 0;
  for (const { 0: sign, index } of text.matchAll(/[[\]{}]/gu)) {
    depth = sign === "[" || sign === "{" ? depth + 1 : Math.max(0, depth - 1);
    if (depth > MOST_BRACKETS) return index;
  }
  return INDENTED_TOO_FAR.exec(text)?.index;
}
