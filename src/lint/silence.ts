import type { Problem } from "../diagnostic.ts";
import type { SourceFile } from "../source/source-file.ts";
import { commentFaults } from "./comment-faults.ts";
import { type Directive, directivesIn, type Scope, scopeOf } from "./directives.ts";
import { canBeSilenced } from "./unsilenced.ts";

/** Marks the problems that comments switch off, and adds what is wrong with those comments. */
export function silence(problems: readonly Problem[], source: SourceFile): readonly Problem[] {
  const all = directivesIn(source);
  if (all.length === 0) return problems;
  const placed = all.map((directive) => ({
    directive,
    scope: scopeOf(directive, { source, all }),
  }));
  const active = placed.filter(
    ({ directive: { kind } }) => kind !== "on-again" && kind !== "unknown",
  );
  const marked = problems.map((problem) => {
    const found = active.find(
      (each) =>
        covers(each, problem) &&
        (each.directive.reason !== undefined || problem.severity !== "error"),
    );
    return found === undefined ? problem : { ...problem, silenced: reasonOf(found.directive) };
  });
  const faults = placed.flatMap((each) => {
    const covered = marked.filter((problem) => covers(each, problem));
    return commentFaults(each.directive, source, {
      fired: new Set(covered.map(({ rule }) => rule)),
      needsReason: covered.some(({ silenced }) => silenced === undefined),
      wasOff: active.some(({ scope, directive }) => isEnd(each.directive, directive, scope)),
    });
  });
  return [...marked, ...faults];
}

interface Placed {
  readonly directive: Directive;
  readonly scope: Scope;
}

function covers({ directive: { rules }, scope }: Placed, { rule, place }: Problem): boolean {
  if (!canBeSilenced(rule) || (rules.length > 0 && !rules.includes(rule))) return false;
  return place.line >= scope.from && place.line <= scope.to;
}

function isEnd({ comment }: Directive, { kind }: Directive, { to }: Scope): boolean {
  return kind === "from-here" && to === comment.line;
}

function reasonOf({ reason }: Directive): { readonly reason?: string } {
  return reason === undefined ? {} : { reason };
}
