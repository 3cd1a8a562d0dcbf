import type { Place, Problem } from "../../yaml/diagnostic.ts";
import type { Format } from "./format.ts";
import { type LintReport, open } from "./lint-report.ts";
import { messageOf, oneLine } from "./message.ts";
import type { LintJson } from "./schema.ts";

/** For programs: one value; its schema is `docs/schema/lint.json`. */
export const jsonReport: Format = (report) => `${JSON.stringify(value(report), null, 2)}\n`;

function value({ version, summary, files, problems }: LintReport): LintJson {
  return {
    coprod: "lint/1",
    version,
    summary: { ...summary },
    files: files.map(({ file, kind }) => ({ file, kind: kind ?? null })),
    problems: open(problems).map(problemJson),
    silenced: problems.flatMap((problem) => {
      const { silenced } = problem;
      if (silenced === undefined) return [];
      const { reason } = silenced;
      return [{ ...problemJson(problem), ...(reason === undefined ? {} : { reason }) }];
    }),
  };
}

function problemJson(problem: Problem): LintJson["problems"][number] {
  const { rule, severity, file, place, path, idPath, edits, related, more } = problem;
  return {
    rule,
    severity,
    message: messageOf(problem),
    file,
    ...range(place),
    path: [...path],
    idPath,
    help: `coprod lint --explain ${rule}`,
    ...(edits.length === 0
      ? {}
      : { fix: { edits: edits.map(({ place: at, text }) => ({ ...range(at), text })) } }),
    ...(more === undefined ? {} : { more }),
    related: related.map(({ place: at, says }) => ({ ...range(at), message: oneLine(says) })),
  };
}

function range({ line, column, endLine, endColumn }: Place) {
  return { start: { line, column }, end: { line: endLine, column: endColumn } };
}
