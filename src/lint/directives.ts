import { own } from "../own.ts";
import { type Comment, commentsWith } from "../source/comments.ts";
import type { SourceFile } from "../source/source-file.ts";
import { nearest } from "../suggest.ts";

/** A comment that switches rules off or on again. */
export interface Directive {
  readonly kind: "next-line" | "line" | "from-here" | "file" | "on-again" | "unknown";
  /** The word that it begins with. */
  readonly name: string;
  /** Empty for all rules. */
  readonly rules: readonly string[];
  readonly reason: string | undefined;
  readonly comment: Comment;
}

const KINDS = {
  "coprod-disable-next-line": "next-line",
  "coprod-disable-line": "line",
  "coprod-disable-file": "file",
  "coprod-disable": "from-here",
  "coprod-enable": "on-again",
} as const;

/** Every word that such a comment can begin with. */
export const COMMENT_NAMES: readonly string[] = Object.keys(KINDS);

const DIRECTIVE = /^\s*(coprod-[\w-]+)\s*(.*)$/u;

export function directivesIn(source: SourceFile): readonly Directive[] {
  return commentsWith("coprod-", source).flatMap((comment) => {
    const [, name, rest = ""] = DIRECTIVE.exec(comment.text) ?? [];
    const kind = kindOf(name);
    if (name === undefined || kind === undefined) return [];
    const [listed = "", ...reasons] = rest.split(/(?:^|\s)--(?:\s|$)/u);
    const reason = reasons.join(" -- ").trim();
    return [
      {
        kind,
        name,
        rules: listed.split(/[\s,]+/u).filter((rule) => rule !== ""),
        reason: reason === "" ? undefined : reason,
        comment,
      },
    ];
  });
}

/** A word that is only near one of ours was meant as it, and does nothing; any other is somebody's own. */
function kindOf(name: string | undefined): Directive["kind"] | undefined {
  if (name === undefined) return undefined;
  const kind = own(KINDS, name);
  return kind ?? (nearest(name, COMMENT_NAMES).length > 0 ? "unknown" : undefined);
}

/** First and last line that a directive speaks of. */
export interface Scope {
  readonly from: number;
  readonly to: number;
}

/** A next-line or line comment is bound to the value that begins there, however many lines that takes. */
export function scopeOf(
  directive: Directive,
  { source, all }: { readonly source: SourceFile; readonly all: readonly Directive[] },
): Scope {
  const { kind, comment } = directive;
  if (kind === "file") return { from: 1, to: Number.POSITIVE_INFINITY };
  if (kind === "line") return valueScope(source, comment.line);
  if (kind === "next-line") return valueScope(source, comment.line + 1);
  const end = all.find(
    (each) =>
      each.kind === "on-again" &&
      each.comment.line > comment.line &&
      (each.rules.length === 0 || directive.rules.every((rule) => each.rules.includes(rule))),
  );
  return { from: comment.line, to: end?.comment.line ?? Number.POSITIVE_INFINITY };
}

function valueScope(source: SourceFile, line: number): Scope {
  const starts = lineStarts(source.text);
  const from = starts[line - 1] ?? source.text.length;
  const to = starts[line] ?? source.text.length + 1;
  const ends = source
    .scalars()
    .filter(({ start }) => start >= from && start < to)
    .map(({ end, written }) => end - (written.length - written.trimEnd().length));
  const last = Math.max(from, ...ends);
  const lastLine = starts.findLastIndex((start) => start < Math.max(last, from + 1)) + 1;
  return { from: line, to: Math.max(line, lastLine) };
}

function lineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\n/gu)].map(({ index }) => index + 1)];
}
