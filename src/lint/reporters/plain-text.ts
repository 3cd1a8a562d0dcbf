import { type Paint, paint } from "../../terminal/paint.ts";
import { counted } from "../../util/words.ts";
import type { Problem, Severity } from "../../yaml/diagnostic.ts";
import type { Format } from "./format.ts";
import type { LintSummary } from "./lint-report.ts";
import { eachShown, messageOf, oneLine, problemsText, shown } from "./message.ts";

/** The closing line of `coprod lint`: what was checked, what was found, what was passed over or switched off. */
export function lintSummary(
  summary: LintSummary,
  { verbose }: { readonly verbose: boolean },
): string {
  const { files, skipped, infos, silenced } = summary;
  const parts = [
    `Checked ${counted(files, "file")}: ${found(summary)}.`,
    infos > 0 && !verbose ? "Add --verbose to see the info." : "",
    silenced > 0 ? `${counted(silenced, "problem")} switched off by a comment.` : "",
    skipped > 0 ? `${counted(skipped, "file")} passed over: not made for coprod.` : "",
  ];
  return `${parts.filter((part) => part !== "").join(" ")}\n`;
}

function found({ errors, warnings, infos }: LintSummary): string {
  if (errors + warnings + infos === 0) return "no problems";
  const worst =
    errors + warnings === 0
      ? "no errors or warnings"
      : `${counted(errors, "error")}, ${counted(warnings, "warning")}`;
  return infos === 0 ? worst : `${worst}, ${infos} info`;
}

/** One problem a line, for editors and problem matchers: `file:line:col: level: message [rule]`. */
export const compact: Format = ({ problems, summary }, settings) => {
  const lines = eachShown(problems, settings).map((each) => `${compactLine(each)}\n`);
  return `${lines.join("")}${lintSummary(summary, settings)}`;
};

export function compactLine(problem: Problem): string {
  const { file, place, severity, rule } = problem;
  const where = `${oneLine(file)}:${place.line}:${place.column}`;
  return `${where}: ${severity}: ${messageOf(problem)} [${rule}]`;
}

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

/** For a person at a terminal: each problem with its line and a caret. */
export const pretty: Format = ({ problems, summary }, settings) => {
  const text = problemsText(shown(problems, settings), settings.lineOf, settings);
  return `${text}${text === "" ? "" : "\n"}${lintSummary(summary, settings)}`;
};
