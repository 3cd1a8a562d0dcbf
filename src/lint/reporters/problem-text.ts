import { type Paint, paint } from "../../terminal/paint.ts";
import type { Problem } from "../../yaml/diagnostic.ts";
import { excerpt, linesOf } from "./excerpt.ts";
import { moreText, oneLine } from "./message.ts";

/**
 * Problems for a person: `file:line:column`, what is wrong, the line with a caret, why, what to do. `texts` holds the
 * files' contents by the names used in the problems. Ends in one newline, or is empty.
 */
export function problemsText(
  problems: readonly Problem[],
  texts: ReadonlyMap<string, string>,
  options: { readonly color: boolean },
): string {
  const pen = paint(options.color);
  const files = [...new Set(problems.map(({ file }) => file))];
  const lines = new Map(files.map((file) => [file, linesOf(texts.get(file) ?? "")]));
  const blocks = problems.map((each) => block(each, lines.get(each.file) ?? [], pen));
  return blocks.map((text) => `${text}\n`).join("\n");
}

function block(problem: Problem, lines: readonly string[], pen: Paint): string {
  const { file, place, rule, severity, says, why, fix, related } = problem;
  const where = pen.bold(`${oneLine(file)}:${place.line}:${place.column}`);
  const advice = [why, fix, moreText(problem)].filter((each) => each !== undefined);
  return [
    `${where} ${severity}: ${oneLine(says)} [${rule}]`,
    ...excerpt(lines, place),
    ...advice.map((each) => `  ${oneLine(each)}`),
    ...related.map((each) => `  ${each.place.line}:${each.place.column} ${oneLine(each.says)}`),
  ].join("\n");
}
