import type { Problem } from "../../yaml/diagnostic.ts";
import { firstAfter } from "../../yaml/lines.ts";
import type { SourceFile } from "../../yaml/source-file.ts";
import { canBeSuppressed } from "../problems/index.ts";
import { commentFaults } from "./comment-faults.ts";
import { type Directive, directivesIn, type Scope, scopesOf } from "./directives.ts";
import { firstEnclosing } from "./first-enclosing.ts";

/** Marks the problems that comments switch off, and adds what is wrong with those comments. */
export function suppress(problems: readonly Problem[], source: SourceFile): readonly Problem[] {
  const all = directivesIn(source);
  if (all.length === 0) return problems;
  const scopes = scopesOf(source, all);
  const placed = all.map((directive, index): Placed => {
    const scope = scopes[index] ?? NOWHERE;
    return { directive, scope };
  });
  const active = placed.filter(
    ({ directive: { kind } }) => kind !== "on-again" && kind !== "unknown",
  );
  const marked = marker(active)(problems);
  const fired = linesByRule(marked);
  // Of such a rule not every place is known.
  const many = new Set(problems.filter(({ more = 0 }) => more > 0).map(({ rule }) => rule));
  const open = linesByRule(marked.filter(({ silenced }) => silenced === undefined));
  const ended = new Set(
    active.filter(({ directive }) => directive.kind === "from-here").map(({ scope }) => scope.to),
  );
  const faults = placed.flatMap((each) =>
    commentFaults(each.directive, source, {
      fired: rulesFired(each, fired, many),
      needsReason: rulesFired(each, open, NONE).size > 0,
      wasOff: ended.has(each.directive.comment.line),
    }),
  );
  return [...marked, ...faults];
}

interface Placed {
  readonly directive: Directive;
  readonly scope: Scope;
}

const NOWHERE: Scope = { from: 0, to: 0 };

/** Each problem goes to the first comment that speaks of it; an error only to one with a reason. */
function marker(active: readonly Placed[]): (problems: readonly Problem[]) => Problem[] {
  const enclosing = new Map<string, (line: number) => number | undefined>();
  const enclosingOf = (rule: string, isError: boolean) => {
    const key = `${isError} ${rule}`;
    const known = enclosing.get(key) ?? firstEnclosing(active.map(scopeFor(rule, isError)));
    enclosing.set(key, known);
    return known;
  };
  return (problems) =>
    problems.map((problem) => {
      const { rule, severity, place } = problem;
      if (!canBeSuppressed(rule)) return problem;
      const found = active[enclosingOf(rule, severity === "error")(place.line) ?? -1];
      return found === undefined ? problem : { ...problem, silenced: reasonOf(found.directive) };
    });
}

function scopeFor(rule: string, isError: boolean): (placed: Placed) => Scope | undefined {
  return ({ directive: { rules, reason }, scope }) => {
    const isMeant = rules.length === 0 || rules.includes(rule);
    return isMeant && (reason !== undefined || !isError) ? scope : undefined;
  };
}

type Lines = ReadonlyMap<string, readonly number[]>;

/** Where something was found that can be switched off, by rule and in order. */
function linesByRule(problems: readonly Problem[]): Lines {
  const lines = new Map<string, number[]>();
  for (const { rule, place } of problems) {
    if (!canBeSuppressed(rule)) continue;
    const those = lines.get(rule);
    if (those === undefined) lines.set(rule, [place.line]);
    else those.push(place.line);
  }
  for (const each of lines.values()) each.sort((a, b) => a - b);
  return lines;
}

const NONE: ReadonlySet<string> = new Set();

/** `surely` holds rules that count as fired everywhere. */
function rulesFired(
  { directive, scope }: Placed,
  lines: Lines,
  surely: ReadonlySet<string>,
): ReadonlySet<string> {
  const { rules } = directive;
  const candidates = rules.length === 0 ? [...lines.keys()] : rules;
  return new Set(
    candidates.filter((rule) => {
      const those = lines.get(rule) ?? [];
      const first = those[firstAfter(those, scope.from - 1)];
      return surely.has(rule) || (first !== undefined && first <= scope.to);
    }),
  );
}

function reasonOf({ reason }: Directive): { readonly reason?: string } {
  return reason === undefined ? {} : { reason };
}
