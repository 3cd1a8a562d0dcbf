import { contentHash } from "../../util/content-hash.ts";
import type { Problem, Severity } from "../../yaml/diagnostic.ts";
import type { Format } from "./format.ts";
import { open } from "./lint-report.ts";
import { messageOf, wellFormed } from "./message.ts";

/**
 * A name for each problem that lasts when lines move, so that a service knows it again. It follows the id path; problems
 * of one rule at one id path are told apart by their order. No two are the same.
 */
export function fingerprints(
  problems: readonly Problem[],
  fromRoot: (file: string) => string,
): ReadonlyMap<Problem, string> {
  const seen = new Map<string, number>();
  return new Map(
    problems.map((problem) => {
      const { rule, file, idPath, says } = problem;
      // Without an id path only the words are left, less the line numbers some of them name.
      const where = idPath === "" ? says.replace(/\d+/gu, "0") : idPath;
      const identity = contentHash([rule, fromRoot(file), where]);
      const nth = (seen.get(identity) ?? 0) + 1;
      seen.set(identity, nth);
      return [problem, nth === 1 ? identity : contentHash([identity, nth])];
    }),
  );
}

/** A path with forward or backward slashes as a relative URI; one that starts at the top of a disk as `file:`. */
export function relativeUri(path: string): string {
  const segments = path.replaceAll("\\", "/").split("/");
  const drive = /^[A-Za-z]:$/u.test(segments[0] ?? "") ? segments.shift() : undefined;
  const uri = segments.map((segment) => encodeURIComponent(wellFormed(segment))).join("/");
  if (drive !== undefined) return `file:///${drive}/${uri}`;
  return uri.startsWith("/") ? `file://${uri}` : uri;
}

/** Names the project for programs that want an address. */
export const PROJECT_URI = "urn:coprod";

/** Names a rule for programs that want an address. The project has no web page that could be linked. */
export function ruleUri(rule: string): string {
  return `urn:coprod:rule:${rule.split("/").map(encodeURIComponent).join("/")}`;
}

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
