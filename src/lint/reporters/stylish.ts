import { type Paint, paint } from "../../terminal/paint.ts";
import type { Problem, Severity } from "../../yaml/diagnostic.ts";
import type { Format } from "./format.ts";
import { lintSummary } from "./lint-summary.ts";
import { messageOf, oneLine, shown } from "./message.ts";

/** For a person: the problems of each file under its name, one line each. */
export const stylish: Format = ({ files, summary }, settings) => {
  const pen = paint(settings.color);
  const blocks = files.flatMap(({ file, problems }) => {
    const rows = stylishRows(shown(problems, settings), settings);
    return rows.length === 0 ? [] : [pen.bold(oneLine(file)), ...rows, ""];
  });
  return `${blocks.map((line) => `${line}\n`).join("")}${lintSummary(summary, settings)}`;
};

export function stylishRows(
  problems: readonly Problem[],
  { color }: { readonly color: boolean },
): string[] {
  const brush = brushes(paint(color));
  const places = problems.map(({ place }) => `${place.line}:${place.column}`);
  const width = Math.max(0, ...places.map(({ length }) => length));
  return problems.map((problem, index) => {
    const { severity, rule } = problem;
    const where = (places[index] ?? "").padEnd(width);
    const label = brush[severity](severity.padEnd("warning".length));
    return `  ${where}  ${label}  ${messageOf(problem)}  [${rule}]`;
  });
}

function brushes({ red, yellow, cyan }: Paint): Record<Severity, (text: string) => string> {
  return { error: red, warning: yellow, info: cyan };
}
