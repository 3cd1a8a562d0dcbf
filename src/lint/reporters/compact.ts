import type { Problem } from "../../yaml/diagnostic.ts";
import type { Format } from "./format.ts";
import { lintSummary } from "./lint-summary.ts";
import { messageOf, oneLine, shown } from "./message.ts";

/** One problem a line, for editors and problem matchers: `file:line:col: level: message [rule]`. */
export const compact: Format = ({ problems, summary }, settings) => {
  const lines = shown(problems, settings).map((each) => `${compactLine(each)}\n`);
  return `${lines.join("")}${lintSummary(summary, settings)}`;
};

export function compactLine(problem: Problem): string {
  const { file, place, severity, rule } = problem;
  const where = `${oneLine(file)}:${place.line}:${place.column}`;
  return `${where}: ${severity}: ${messageOf(problem)} [${rule}]`;
}
