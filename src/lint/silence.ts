import type { Problem, Severity, Words } from "../diagnostic.ts";
import type { Comment } from "../source/comments.ts";
import type { SourceFile } from "../source/source-file.ts";
import { nearest } from "../suggest.ts";
import { type Directive, directivesIn, type Scope, scopeOf } from "./directives.ts";
import { RULE_NAMES } from "./rule-names.ts";

/** Marks the problems that comments switch off, and adds what is wrong with those comments. */
export function silence(problems: readonly Problem[], source: SourceFile): readonly Problem[] {
  const all = directivesIn(source);
  if (all.length === 0) return problems;
  const active = all
    .filter(({ kind }) => kind !== "on-again")
    .map((directive) => ({ directive, scope: scopeOf(directive, { source, all }) }));
  const used = new Set<Directive>();
  const marked = problems.map((problem) => {
    const covering = active
      .filter((each) => covers(each, problem))
      .map(({ directive }) => directive);
    for (const directive of covering) used.add(directive);
    const found = covering.find(
      ({ reason }) => reason !== undefined || problem.severity !== "error",
    );
    return found === undefined ? problem : { ...problem, silenced: reasonOf(found) };
  });
  const about = active.flatMap(({ directive, scope }) =>
    faultsOf(directive, {
      source,
      unused: !used.has(directive),
      needsReason: marked.some(
        (each) => each.silenced === undefined && covers({ directive, scope }, each),
      ),
    }),
  );
  return [...marked, ...about];
}

interface Active {
  readonly directive: Directive;
  readonly scope: Scope;
}

function covers({ directive: { rules }, scope }: Active, { rule, place }: Problem): boolean {
  if (rules.length > 0 && !rules.includes(rule)) return false;
  return place.line >= scope.from && place.line <= scope.to;
}

function reasonOf({ reason }: Directive): { readonly reason?: string } {
  return reason === undefined ? {} : { reason };
}

interface Findings {
  readonly source: SourceFile;
  readonly unused: boolean;
  readonly needsReason: boolean;
}

function faultsOf({ rules, comment }: Directive, found: Findings): Problem[] {
  const unknown = rules.filter((rule) => !RULE_NAMES.includes(rule));
  if (unknown.length > 0) {
    return unknown.map((rule) =>
      fault("lint/unknown-rule", found.source, { comment, words: unknownWords(rule) }),
    );
  }
  if (found.needsReason) {
    return [fault("lint/needs-reason", found.source, { comment, words: NEEDS_REASON })];
  }
  return found.unused
    ? [fault("lint/unused-disable", found.source, { comment, words: UNUSED })]
    : [];
}

const NEEDS_REASON: Words = {
  says: "This comment would switch off an error, and gives no reason.",
  why: "The next person cannot tell whether it may go.",
  fix: "Write why after two hyphens, such as  -- quoted from the Act",
};

const UNUSED: Words = {
  says: "This comment switches off something that is not found here.",
  why: "It could hide a fault that comes later.",
  fix: "Take the comment out.",
};

function unknownWords(rule: string): Words {
  const near = nearest(rule, RULE_NAMES);
  return {
    says: `"${rule}" is not a rule.`,
    why: "So this comment does nothing.",
    fix:
      near.length > 0
        ? `Did you mean "${near.join('" or "')}"?`
        : "Look at the names with  coprod lint --explain.",
  };
}

const SEVERITIES: Readonly<Record<string, Severity>> = {
  "lint/unknown-rule": "error",
  "lint/needs-reason": "error",
  "lint/unused-disable": "warning",
};

function fault(
  rule: string,
  source: SourceFile,
  { comment, words }: { readonly comment: Comment; readonly words: Words },
): Problem {
  const { line, start, end } = comment;
  const column = start - source.text.lastIndexOf("\n", start - 1);
  const place = { line, column, endLine: line, endColumn: column + end - start };
  return {
    ...words,
    rule,
    severity: SEVERITIES[rule] ?? "warning",
    file: source.file,
    place,
    path: [],
    idPath: "",
    related: [],
    edits: [],
  };
}
