import type { Severity } from "../../yaml/diagnostic.ts";
import type { LintReport } from "./lint-report.ts";

/** The formats of `coprod lint`; apart from the formats themselves, so that help can list them without loading any. */
export const REPORTER_NAMES = [
  "pretty",
  "stylish",
  "compact",
  "json",
  "sarif",
  "junit",
  "github",
  "gitlab",
  "markdown",
] as const;

export type ReporterName = (typeof REPORTER_NAMES)[number];

/** Makes the whole text of one format. It ends in exactly one newline. */
export type Format = (report: LintReport, settings: FormatSettings) => string;

export interface FormatSettings {
  /** A line of a file by its name in the report, for the formats that show lines. */
  readonly lineOf: LineOf;
  readonly color: boolean;
  /** Whether people are shown `info` problems too; programs always are. */
  readonly verbose: boolean;
  /** The mildest severity that makes the run fail. */
  readonly failOn: Severity;
  readonly at: Date;
  /** The file's path from the top of the repository, as CI services want it. */
  readonly fromRoot: (file: string) => string;
}

/** Lines count from 1; undefined where a file is not at hand. */
export type LineOf = (file: string, line: number) => string | undefined;

export const SEVERITIES = ["error", "warning", "info"] as const satisfies readonly Severity[];

/** Whether a severity is at least as bad as another. */
export function atLeast(severity: Severity, limit: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(limit);
}
