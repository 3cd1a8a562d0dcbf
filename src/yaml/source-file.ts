import type { Diagnostic, Path, Place } from "./diagnostic.ts";
import { START_OF_FILE } from "./diagnostic.ts";
import { quickRead } from "./fast/parse-fast.ts";
import { Lines, withLineFeeds } from "./lines.ts";
import { carefulRead } from "./parse-with-diagnostics.ts";
import { type Offset, scalarOffsets, type WrittenScalar, writtenScalars } from "./scalars.ts";
import type { SyntaxProblem } from "./syntax-problems.ts";
import {
  nodeAt,
  type Range,
  type Read,
  rangeOf,
  type ScalarNode,
  type YamlNode,
} from "./yaml-tree.ts";

export type { Path } from "./diagnostic.ts";
export type { Range } from "./yaml-tree.ts";

/** A YAML file that parsed: its plain value, and where each part of it stands. */
export interface SourceFile {
  readonly file: string;
  readonly text: string;
  readonly value: unknown;
  /** The place of the deepest value on the path that exists; `key` asks for the key's own place instead. */
  place(path: Path, options?: Within): Place;
  /** As `place`, counted in UTF-16 units from the start of the text; undefined where there is nothing at all. */
  range(path: Path, options?: Within): Range | undefined;
  /** Every key and every simple value as it is written, or only those that are wanted. */
  scalars(isWanted?: (scalar: ScalarNode) => boolean): readonly WrittenScalar[];
}

export interface Within {
  /** The key itself is meant rather than its value. */
  readonly key?: boolean;
  /** Only this stretch of the value's text, from one offset up to another. */
  readonly stretch?: Range;
}

export interface SourceResult {
  readonly source: SourceFile | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Parses YAML 1.2 text. Anything the parser complains about is an error; an empty file is one too. */
export function readSource(file: string, written: string): SourceResult {
  const text = withLineFeeds(written);
  const read = quickRead(text) ?? carefulRead(text);
  if ("problems" in read) return refused(file, text, read.problems);
  return { source: sourceFile(file, text, read), diagnostics: [] };
}

function refused(file: string, text: string, problems: readonly SyntaxProblem[]): SourceResult {
  const lines = new Lines(text);
  const diagnostics = problems.map(
    ({ reason, detail, range }): Diagnostic => ({
      rule: "yaml/syntax",
      severity: "error",
      file,
      place: lines.placeOf(within(text, range)),
      facts: { reason, detail },
    }),
  );
  return { source: undefined, diagnostics };
}

/** What is missing at the end of a file is reported one character after it. */
function within({ length }: string, [start, end]: Range): Range {
  return [Math.min(start, length), Math.min(end, length)];
}

function sourceFile(file: string, text: string, { tree, value }: Read): SourceFile {
  // A text in which much is found would otherwise be followed sign by sign each time.
  const known = new Map<unknown, readonly Offset[] | undefined>();
  const offsetsOf = (node: YamlNode | undefined) => {
    if (node?.kind !== "scalar") return undefined;
    if (!known.has(node)) known.set(node, scalarOffsets(text, node));
    return known.get(node);
  };
  let lines: Lines | undefined;
  let written: readonly WrittenScalar[] | undefined;
  const range: SourceFile["range"] = (path, { key = false, stretch } = {}) => {
    const whole = rangeOf(tree, path, key);
    if (stretch === undefined || key) return whole;
    return stretchRange(offsetsOf(nodeAt(tree, path)), stretch) ?? whole;
  };
  return {
    file,
    text,
    value,
    range,
    place(path, options = {}) {
      const found = range(path, options);
      if (found === undefined) return START_OF_FILE;
      lines ??= new Lines(text);
      return lines.placeOf(found);
    },
    scalars(isWanted) {
      if (isWanted !== undefined) return writtenScalars(text, tree, isWanted);
      written ??= writtenScalars(text, tree, () => true);
      return written;
    },
  };
}

function stretchRange(
  offsets: readonly Offset[] | undefined,
  [from, to]: Range,
): Range | undefined {
  const start = offsets?.[from]?.start;
  const end = offsets?.[Math.max(from, to - 1)]?.end;
  return start === undefined || end === undefined ? undefined : [start, end];
}
