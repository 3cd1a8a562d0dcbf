import type { Severity } from "../../yaml/diagnostic.ts";
import { fingerprints } from "./fingerprint.ts";
import type { Format } from "./format.ts";
import { open } from "./lint-report.ts";
import { messageOf } from "./message.ts";

/** GitLab's Code Quality report: a bare array. */
export const gitlab: Format = ({ problems }, { fromRoot }) => {
  const names = fingerprints(problems, fromRoot);
  const issues = open(problems).map((problem) => ({
    description: messageOf(problem),
    check_name: problem.rule,
    fingerprint: names.get(problem),
    severity: SEVERITY[problem.severity],
    location: { path: fromRoot(problem.file), lines: { begin: problem.place.line } },
  }));
  return `${JSON.stringify(issues, null, 2)}\n`;
};

const SEVERITY = { error: "major", warning: "minor", info: "info" } as const satisfies Record<
  Severity,
  string
>;
