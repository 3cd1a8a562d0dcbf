import { type Paint, paint } from "../../terminal/paint.ts";
import type { Problem } from "../../yaml/diagnostic.ts";
import { excerpt } from "./excerpt.ts";
import type { LineOf } from "./format.ts";
import { moreText, oneLine } from "./message.ts";

/**
 * Problems for a person: `file:line:column`, what is wrong, the line with a caret, why, what to do. Ends in
 * one newline, or is empty.
 */
export function problemsText(
  problems: readonly Problem[],
  lineOf: LineOf,
  options: { readonly color: boolean },
): string {
  const pen = paint(options.color);
  const blocks = problems.map((each) => block(each, lineOf(each.file, each.place.line), pen));
  return blocks.map((text) => `${text}\n`).join("\n");
}

function block(problem: Problem, line: string | undefined, pen: Paint): string {
  const { file, place, rule, severity, says, why, fix, related } = problem;
  const where = pen.bold(`${oneLine(file)}:${place.line}:${place.column}`);
  const advice = [why, fix, moreText(problem)].filter((each) => each !== undefined);
  return [
    `${where} ${severity}: ${oneLine(says)} [${rule}]`,
    ...excerpt(line, place),
    ...advice.map((each) => `  ${oneLine(each)}`),
    ...related.map((each) => `  ${each.place.line}:${each.place.column} ${oneLine(each.says)}`),
  ].join("\n");
}
