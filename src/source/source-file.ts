import { type Document, isScalar, type LineCounter, parseDocument } from "yaml";
import type { Diagnostic, Path, Place } from "../diagnostic.ts";
import { START_OF_FILE } from "../diagnostic.ts";
import { linesOf, placeAt } from "./lines.ts";
import { type Range, rangeOf, scalarAt } from "./node-at.ts";
import { type Offset, scalarOffsets } from "./scalar-offsets.ts";
import { simpleValue } from "./simple-value.ts";
import { hasControlSign, syntaxProblems } from "./syntax-problems.ts";
import { tooDeepAt } from "./too-deep.ts";
import { type WrittenScalar, writtenScalars } from "./written-scalars.ts";

export type { Path } from "../diagnostic.ts";
export type { Range } from "./node-at.ts";

/** A YAML file that parsed: its plain value, and where each part of it stands. */
export interface SourceFile {
  readonly file: string;
  readonly text: string;
  readonly value: unknown;
  /** The place of the deepest value on the path that exists; `key` asks for the key's own place instead. */
  place(path: Path, options?: Within): Place;
  /** As `place`, counted in UTF-16 units from the start of the text; undefined where there is nothing at all. */
  range(path: Path, options?: Within): Range | undefined;
  /** Every key and every simple value as it is written. */
  scalars(): readonly WrittenScalar[];
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

const MAX_ALIASES = 100;

/** Parses YAML 1.2 text. Anything the parser complains about is an error; an empty file is one too. */
export function readSource(file: string, text: string): SourceResult {
  const lines = linesOf(text);
  const deep = tooDeepAt(text);
  if (deep !== undefined) return tooDeep(file, placeAt(lines, [deep, deep + 1]));
  return parseSource(file, text, lines);
}

function parseSource(file: string, text: string, lines: LineCounter): SourceResult {
  try {
    // The parser compares each key with all before it. We look for those that stand twice ourselves, far quicker.
    const options = { prettyErrors: false, stringKeys: true, uniqueKeys: false };
    const document = parseDocument(text, options);
    const value = isSound(text, document) ? simpleValue(document.contents) : undefined;
    if (value !== undefined && value !== null)
      return { source: sourceFile(file, text, { document, lines, value }), diagnostics: [] };
    return parsedSlowly(file, text, { document, lines });
  } catch (error) {
    // The parser recurses and expands aliases: deep nesting and alias bombs end here rather than in a crash.
    if (error instanceof RangeError) return tooDeep(file);
    const reason = error instanceof ReferenceError ? "ALIASES" : "OTHER";
    return failed(file, reason, error instanceof Error ? error.message : String(error));
  }
}

function isSound(text: string, { errors, warnings }: Document.Parsed): boolean {
  return errors.length === 0 && warnings.length === 0 && !hasControlSign(text);
}

/** For texts in which something is unusual, or wrong. */
function parsedSlowly(
  file: string,
  text: string,
  { document, lines }: Omit<Parsed, "value">,
): SourceResult {
  const problems = syntaxProblems(text, document);
  if (problems.some(({ reason }) => reason === "RESOURCE_EXHAUSTION")) return tooDeep(file);
  if (problems.length > 0) {
    const diagnostics = problems.map(({ reason, detail, range }) =>
      syntaxDiagnostic(file, { reason, detail }, placeAt(lines, within(text, range))),
    );
    return { source: undefined, diagnostics };
  }
  const value: unknown = document.toJS({ maxAliasCount: MAX_ALIASES });
  if (value === null) return failed(file, "EMPTY", "the file is empty");
  return { source: sourceFile(file, text, { document, lines, value }), diagnostics: [] };
}

// Where the parser itself gives up depends on how deep the program stands, so then no place is told.
function tooDeep(file: string, place: Place = START_OF_FILE): SourceResult {
  const facts = { reason: "TOO_DEEP", detail: "nested too deeply" };
  return { source: undefined, diagnostics: [syntaxDiagnostic(file, facts, place)] };
}

interface Parsed {
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
  readonly value: unknown;
}

function sourceFile(file: string, text: string, parsed: Parsed): SourceFile {
  const top = parsed.document.contents;
  // A text in which much is found would otherwise be followed sign by sign each time.
  const known = new Map<unknown, readonly Offset[] | undefined>();
  const offsetsOf = (node: unknown) => {
    if (!known.has(node)) known.set(node, isScalar(node) ? scalarOffsets(text, node) : undefined);
    return known.get(node);
  };
  let written: readonly WrittenScalar[] | undefined;
  const range: SourceFile["range"] = (path, { key = false, stretch } = {}) => {
    const whole = rangeOf(top, path, key);
    if (stretch === undefined || key) return whole;
    return stretchRange(offsetsOf(scalarAt(top, path)), stretch) ?? whole;
  };
  return {
    file,
    text,
    value: parsed.value,
    range,
    place(path, options = {}) {
      const found = range(path, options);
      return found === undefined ? START_OF_FILE : placeAt(parsed.lines, found);
    },
    scalars() {
      written ??= writtenScalars(text, top);
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

function failed(file: string, reason: string, detail: string): SourceResult {
  return {
    source: undefined,
    diagnostics: [syntaxDiagnostic(file, { reason, detail }, START_OF_FILE)],
  };
}

function syntaxDiagnostic(
  file: string,
  facts: { reason: string; detail: string },
  place: Place,
): Diagnostic {
  return { rule: "yaml/syntax", severity: "error", file, place, facts };
}

/** What is missing at the end of a file is reported one character after it. */
function within({ length }: string, [start, end]: Range): Range {
  return [Math.min(start, length), Math.min(end, length)];
}
