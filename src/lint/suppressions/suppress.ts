import { nearest } from "../../util/suggest.ts";
import type { Diagnostic, DiagnosticFacts, Problem } from "../../yaml/diagnostic.ts";
import { firstAfter } from "../../yaml/lines.ts";
import type { SourceFile } from "../../yaml/source-file.ts";
import { canBeSuppressed, PARSER_PROBLEMS, wordsFor } from "../problems/index.ts";
import { RULE_NAMES } from "../rule-page.ts";
import {
  COMMENT_NAMES,
  type Comment,
  type Directive,
  directivesIn,
  type Scope,
  scopesOf,
} from "./directives.ts";

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

/** What a comment did in its file. */
interface Effect {
  /** Rules that found something there. */
  readonly fired: ReadonlySet<string>;
  /** It would have switched off an error, and gives no reason. */
  readonly needsReason: boolean;
  /** For one that switches on again: whether anything was off. */
  readonly wasOff: boolean;
}

type Fault = "lint/unknown-rule" | "lint/needs-reason" | "lint/unused-disable";

/** What is wrong with a comment that switches rules off or on again. */
function commentFaults(
  { kind, name, rules, comment }: Directive,
  source: SourceFile,
  effect: Effect,
): readonly Problem[] {
  const fault = <R extends Fault>(rule: R, facts: DiagnosticFacts[R]) =>
    problemAt(comment, source, { rule, facts } as Pick<Diagnostic, "rule" | "facts">);
  const unknown = (what: "comment" | "rule", found: string, known: readonly string[]) =>
    fault("lint/unknown-rule", { what, name: found, near: nearest(found, known) });
  const unused = (problem: DiagnosticFacts["lint/unused-disable"]["problem"], found = name) =>
    fault("lint/unused-disable", { problem, name: found });
  if (kind === "unknown") return [unknown("comment", name, COMMENT_NAMES)];
  const strange = rules.filter((rule) => !RULE_NAMES.includes(rule));
  if (strange.length > 0) return strange.map((rule) => unknown("rule", rule, RULE_NAMES));
  if (kind === "on-again") return effect.wasOff ? [] : [unused("never-off")];
  if (effect.needsReason) return [fault("lint/needs-reason", {})];
  if (effect.fired.size === 0) return [unused("unused")];
  const idle = rules.filter((rule) => !effect.fired.has(rule));
  return idle.map((rule) => unused("rule-unused", rule));
}

function problemAt(
  { line, start, end }: Comment,
  source: SourceFile,
  found: Pick<Diagnostic, "rule" | "facts">,
): Problem {
  const column = start - source.text.lastIndexOf("\n", start - 1);
  return {
    ...wordsFor(found),
    rule: found.rule,
    severity: PARSER_PROBLEMS[found.rule].severity,
    file: source.file,
    place: { line, column, endLine: line, endColumn: column + end - start },
    path: [],
    idPath: "",
    related: [],
    edits: [],
  };
}

/** For a line, the index of the first scope that holds it: to look through all of them each time takes ever longer. */
export function firstEnclosing(
  scopes: readonly (Scope | undefined)[],
): (line: number) => number | undefined {
  // Stands for every line after the last one where a scope begins or ends.
  const last = scopes.reduce((most, scope) => Math.max(most, lastBound(scope)), 0) + 1;
  const owners: (number | undefined)[] = [];
  const free = Array.from({ length: last + 2 }, (_, line) => line);
  for (const [index, scope] of scopes.entries()) {
    if (scope === undefined) continue;
    const to = Math.min(scope.to, last);
    for (let line = nextFree(free, scope.from); line <= to; line = nextFree(free, line)) {
      owners[line] = index;
      free[line] = line + 1;
    }
  }
  return (line) => owners[Math.min(line, last)];
}

function lastBound(scope: Scope | undefined): number {
  if (scope === undefined) return 0;
  return Number.isFinite(scope.to) ? scope.to : scope.from;
}

/** The first line from the given one on that nobody owns; what is learnt on the way shortens the next way. */
function nextFree(free: number[], line: number): number {
  let found = line;
  while (found !== (free[found] ?? found)) found = free[found] ?? found;
  let at = line;
  while (at !== found) {
    const next = free[at] ?? found;
    free[at] = found;
    at = next;
  }
  return found;
}
