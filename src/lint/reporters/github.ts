import { counted } from "../../util/words.ts";
import type { Place, Problem, Severity } from "../../yaml/diagnostic.ts";
import { type Format, type FormatSettings, SEVERITIES } from "./format.ts";
import type { CheckedFile } from "./lint-report.ts";
import { messageOf, shown, wellFormed } from "./message.ts";
import { lintSummary, stylishRows } from "./plain-text.ts";

/** Annotations for GitHub Actions. GitHub shows ten of each level, so the worst come first. */
export const github: Format = ({ problems, summary }, settings) => {
  const lines = worstFirst(shown(problems, settings)).map((each) => annotation(each, settings));
  return `${lines.map((line) => `${line}\n`).join("")}${lintSummary(summary, settings)}`;
};

/** What a job's log gets when nobody asks for a format: all problems in groups that fold, then the annotations. */
export const githubLog: Format = (report, settings) => {
  const groups = report.files.map((each) => group(each, settings));
  return `${groups.join("")}${github(report, settings)}`;
};

export function worstFirst(problems: readonly Problem[]): Problem[] {
  return SEVERITIES.flatMap((level) => problems.filter(({ severity }) => severity === level));
}

function annotation(problem: Problem, { fromRoot }: FormatSettings): string {
  const { severity, file, place, rule } = problem;
  const properties = { file: fromRoot(file), ...region(place), title: rule };
  const list = Object.entries(properties).map(([key, value]) => `${key}=${property(`${value}`)}`);
  return `::${LEVEL[severity]} ${list.join(",")}::${data(messageOf(problem))}`;
}

const LEVEL = { error: "error", warning: "warning", info: "notice" } as const satisfies Record<
  Severity,
  string
>;

// GitHub drops the columns of a region over several lines with a complaint.
function region({ line, column, endLine, endColumn }: Place) {
  return line === endLine ? { line, endLine, col: column, endColumn } : { line, endLine };
}

function group({ file, problems }: CheckedFile, settings: FormatSettings): string {
  const rows = stylishRows(shown(problems, settings), settings);
  if (rows.length === 0) return "";
  const title = `${file} (${counted(rows.length, "problem")})`;
  return [`::group::${data(title)}`, ...rows.map(inert), "::endgroup::", ""].join("\n");
}

/** The runner still obeys the older `##[command]` wherever it stands in a line, even in somebody's words. */
function inert(row: string): string {
  return row.replaceAll("##[", "## [");
}

function data(text: string): string {
  return inert(wellFormed(withoutControls(text)))
    .replaceAll("%", "%25")
    .replaceAll("\r", "%0D")
    .replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

// Line breaks are kept, as the escapes are made for them; a file's name must come back as it was.
function withoutControls(text: string): string {
  return text.replace(/[^\P{Cc}\r\n]/gu, "");
}
