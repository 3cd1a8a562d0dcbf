import { nearest } from "../../util/suggest.ts";
import { own } from "../../util/values.ts";
import { firstAfter, Lines } from "../../yaml/lines.ts";
import type { SourceFile } from "../../yaml/source-file.ts";

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

/**
 * The scope of each directive of a file. A next-line or line comment is bound to the value that begins there, however
 * many lines that takes.
 */
export function scopesOf(source: SourceFile, all: readonly Directive[]): readonly Scope[] {
  const valueScope = valueScopes(source);
  const endOf = endFinder(all);
  const next = nextLineFinder(all);
  return all.map((directive) => {
    const { kind, comment } = directive;
    if (kind === "file") return { from: 1, to: Number.POSITIVE_INFINITY };
    if (kind === "line") return valueScope(comment.line);
    if (kind === "next-line") return valueScope(next(comment.line));
    return { from: comment.line, to: endOf(directive) };
  });
}

/** The line below a comment: of several that stand one over the other, the line below the last. */
function nextLineFinder(all: readonly Directive[]): (line: number) => number {
  const taken = new Set(all.filter(({ kind }) => kind === "next-line").map(lineOf));
  return (line) => {
    let next = line + 1;
    while (taken.has(next)) next += 1;
    return next;
  };
}

/** The line of the comment after a directive that switches all of its rules on again. */
function endFinder(all: readonly Directive[]): (directive: Directive) => number {
  const again = all.filter(({ kind }) => kind === "on-again");
  // Many directives are about the same rules: the lines that end them are looked for once.
  const known = new Map<string, readonly number[]>();
  const linesFor = ({ rules }: Directive): readonly number[] => {
    const key = rules.join(" ");
    const lines = known.get(key) ?? again.filter((each) => ends(each, rules)).map(lineOf);
    known.set(key, lines);
    return lines;
  };
  return (directive) => {
    const lines = linesFor(directive);
    return lines[firstAfter(lines, directive.comment.line)] ?? Number.POSITIVE_INFINITY;
  };
}

function ends(again: Directive, rules: readonly string[]): boolean {
  return again.rules.length === 0 || rules.every((rule) => again.rules.includes(rule));
}

function lineOf({ comment }: Directive): number {
  return comment.line;
}

function valueScopes(source: SourceFile): (line: number) => Scope {
  const lines = new Lines(source.text);
  const lastLines = new Map<number, number>();
  for (const { start, end, written } of source.scalars()) {
    const textEnd = end - (written.length - written.trimEnd().length);
    const { line } = lines.positionOf(start);
    const last = lines.positionOf(Math.max(start, textEnd - 1)).line;
    lastLines.set(line, Math.max(lastLines.get(line) ?? line, last));
  }
  return (line) => ({ from: line, to: lastLines.get(line) ?? line });
}

/** A comment, and where its sign `#` stands. */
export interface Comment {
  /** Without the sign. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

/** The comments that hold a word. A `#` inside a text is none. */
function commentsWith(word: string, source: SourceFile): readonly Comment[] {
  const { text } = source;
  // Most files have none, and then nothing need be walked.
  if (!text.includes(word)) return [];
  const lines = new Lines(text);
  const isText = textFinder(source);
  return [...text.matchAll(/(?<=^|[ \t])#([^\r\n]*)/gmu)].flatMap((match) => {
    const [whole, content = ""] = match;
    const start = match.index;
    if (!content.includes(word) || isText(start)) return [];
    const { line } = lines.positionOf(start);
    return [{ text: content, start, end: start + whole.length, line }];
  });
}

/** Tells whether an offset is inside a text. Each one asked about must be further on than the one before. */
function textFinder(source: SourceFile): (offset: number) => boolean {
  const scalars = source.scalars();
  let next = 0;
  return (offset) => {
    while ((scalars[next]?.end ?? Number.POSITIVE_INFINITY) <= offset) next += 1;
    const scalar = scalars[next];
    return scalar !== undefined && offset >= scalar.contentStart;
  };
}
