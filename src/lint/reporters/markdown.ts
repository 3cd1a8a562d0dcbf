import { escapeMarkdown } from "../../util/markdown-escape.ts";
import { counted } from "../../util/words.ts";
import type { Problem } from "../../yaml/diagnostic.ts";
import { type Format, type FormatSettings, SEVERITIES } from "./format.ts";
import { worstFirst } from "./github.ts";
import type { LintReport } from "./lint-report.ts";
import { messageOf, oneLine, shown } from "./message.ts";
import { lintSummary } from "./plain-text.ts";

/** For a comment or a job's summary: the worst first. */
export const markdownReport: Format = (report, settings) => reportWithin(report, settings);

/** GitHub refuses a job summary above 1 MiB as a whole; a character takes at most three bytes there. */
const ROOM = 300_000;

/** As `markdownReport`, cut where it would be too long for GitHub to take. */
export function jobSummary(report: LintReport, settings: FormatSettings): string {
  return reportWithin(report, settings, ROOM);
}

function reportWithin(
  { problems, summary }: LintReport,
  settings: FormatSettings,
  room = Number.POSITIVE_INFINITY,
): string {
  const all = worstFirst(shown(problems, settings));
  const kept = fitting(all, room);
  const sections = SEVERITIES.flatMap((level) => section(level, kept));
  const left = all.length - kept.length;
  const rest = left === 0 ? [] : ["", `And ${counted(left, "more problem")}, in the job's log.`];
  const closing = escapeMarkdown(lintSummary(summary, settings));
  return `${["# coprod lint", "", closing, ...sections, ...rest].join("\n")}\n`;
}

function fitting(problems: readonly Problem[], room: number): readonly Problem[] {
  let length = 0;
  const end = problems.findIndex((each) => {
    length += item(each).length;
    return length > room;
  });
  return end < 0 ? problems : problems.slice(0, end);
}

const TITLES = { error: "Errors", warning: "Warnings", info: "Info" } as const;

function section(level: keyof typeof TITLES, problems: readonly Problem[]): string[] {
  const items = problems.filter(({ severity }) => severity === level).map(item);
  return items.length === 0 ? [] : ["", `## ${TITLES[level]}`, "", ...items];
}

function item(problem: Problem): string {
  const { file, place, rule } = problem;
  const where = `**${words(oneLine(file))}** line ${place.line}, column ${place.column}`;
  return `- ${where}: ${words(messageOf(problem))} (\`${rule}\`)`;
}

/** A comment in HTML keeps the sign from calling anybody: services look for names after a backslash too. */
function words(text: string): string {
  return escapeMarkdown(text).replaceAll("\\@", "@<!-- -->");
}
