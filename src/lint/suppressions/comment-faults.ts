import { nearest } from "../../util/suggest.ts";
import type { Comment } from "../../yaml/comments.ts";
import type { Problem, Severity, Words } from "../../yaml/diagnostic.ts";
import type { SourceFile } from "../../yaml/source-file.ts";
import { RULE_NAMES } from "../rule-names.ts";
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

/** What is wrong with a comment that switches rules off or on again. */
export function commentFaults(
  { kind, name, rules, comment }: Directive,
  source: SourceFile,
  effect: Effect,
): readonly Problem[] {
  const fault = (rule: keyof typeof SEVERITIES, words: Words) =>
    problemAt(comment, source, { rule, words });
  if (kind === "unknown") return [fault("lint/unknown-rule", unknownComment(name))];
  const unknown = rules.filter((rule) => !RULE_NAMES.includes(rule));
  if (unknown.length > 0)
    return unknown.map((rule) => fault("lint/unknown-rule", unknownRule(rule)));
  if (kind === "on-again") return effect.wasOff ? [] : [fault("lint/unused-disable", NOT_OFF)];
  if (effect.needsReason) return [fault("lint/needs-reason", NEEDS_REASON)];
  if (effect.fired.size === 0) return [fault("lint/unused-disable", UNUSED)];
  const idle = rules.filter((rule) => !effect.fired.has(rule));
  return idle.map((rule) => fault("lint/unused-disable", unusedPart(rule)));
}

const SEVERITIES = {
  "lint/unknown-rule": "error",
  "lint/needs-reason": "error",
  "lint/unused-disable": "warning",
} as const satisfies Record<string, Severity>;

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

const NOT_OFF: Words = {
  says: "This comment switches on again what was never switched off.",
  why: "It looks as if something were off before it.",
  fix: "Take the comment out.",
};

function unusedPart(rule: string): Words {
  return { ...UNUSED, says: `"${rule}" is not found here.`, fix: "Take the name out." };
}

function unknownRule(rule: string): Words {
  const near = nearest(rule, RULE_NAMES);
  return {
    says: `"${rule}" is not a rule.`,
    why: "So this comment does nothing.",
    fix: meant(near) ?? "Look at the names with  coprod lint --explain.",
  };
}

function unknownComment(name: string): Words {
  return {
    says: `"${name}" means nothing to coprod.`,
    why: "So this comment does nothing.",
    fix: meant(nearest(name, COMMENT_NAMES)) ?? "Take it out.",
  };
}

function meant(near: readonly string[]): string | undefined {
  return near.length === 0 ? undefined : `Did you mean "${near.join('" or "')}"?`;
}

function problemAt(
  { line, start, end }: Comment,
  source: SourceFile,
  { rule, words }: { readonly rule: keyof typeof SEVERITIES; readonly words: Words },
): Problem {
  const column = start - source.text.lastIndexOf("\n", start - 1);
  return {
    ...words,
    rule,
    severity: SEVERITIES[rule],
    file: source.file,
    place: { line, column, endLine: line, endColumn: column + end - start },
    path: [],
    idPath: "",
    related: [],
    edits: [],
  };
}
