import { nearest } from "../../util/suggest.ts";
import type { Comment } from "../../yaml/comments.ts";
import type { Diagnostic, DiagnosticFacts, Problem } from "../../yaml/diagnostic.ts";
import type { SourceFile } from "../../yaml/source-file.ts";
import { PARSER_PROBLEMS, wordsFor } from "../problems/index.ts";
import { RULE_NAMES } from "../rule-page.ts";
import { COMMENT_NAMES, type Directive } from "./directives.ts";

/** What a comment did in its file. */
export interface Effect {
  /** Rules that found something there. */
  readonly fired: ReadonlySet<string>;
  /** It would have switched off an error, and gives no reason. */
  readonly needsReason: boolean;
  /** For one that switches on again: whether anything was off. */
  readonly wasOff: boolean;
}

type Fault = "lint/unknown-rule" | "lint/needs-reason" | "lint/unused-disable";

/** What is wrong with a comment that switches rules off or on again. */
export function commentFaults(
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
