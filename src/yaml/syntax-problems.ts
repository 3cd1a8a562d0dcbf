import { type Document, isCollection, isScalar, visit } from "yaml";

/** What keeps a text from being read as YAML. */
export interface SyntaxProblem {
  /** One of the parser's own codes, or one of ours. */
  readonly reason: string;
  readonly detail: string;
  /** Start and end (exclusive) in the text. */
  readonly range: readonly [number, number];
}

/** What is wrong with the text as YAML, in the order of the text; empty for a text that can be used. */
export function syntaxProblems(text: string, document: Document.Parsed): readonly SyntaxProblem[] {
  const sign = firstMatch(text, CONTROL_SIGN, "CONTROL_SIGN");
  if (sign !== undefined) return [sign];
  const placed = openingFinder(document);
  const found = [...document.errors, ...document.warnings].map(({ code, message, pos }) =>
    placed({ reason: code, detail: message, range: pos }),
  );
  const problems = [...found, ...keysTwice(document)].sort((a, b) => a.range[0] - b.range[0]);
  if (problems.length === 0) return nameProblems(document);
  const mark = firstMatch(text, MERGE_MARK, "MERGE_MARK");
  return mark === undefined ? withoutEchoes(problems) : [mark];
}

// What no keyboard types on purpose: a file in another encoding, or one that is no text at all.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what we look for
const CONTROL_SIGN = /[\0-\x08\x0b\x0c\x0e-\x1f]/u;

/** What git leaves in a file where two people changed the same lines. */
const MERGE_MARK = /^(?:<{7} .*|>{7} .*|={7}(?=\r?$))/mu;

function firstMatch(text: string, sign: RegExp, reason: string): SyntaxProblem | undefined {
  const match = sign.exec(text);
  if (match === null) return undefined;
  const [found] = match;
  return { reason, detail: found, range: [match.index, match.index + found.length] };
}

const NOT_CLOSED = /^Missing closing|must be sufficiently indented and end with/u;

/** The parser misses the end of a quote or bracket where it stops looking; people look for where it was opened. */
function openingFinder(document: Document.Parsed): (problem: SyntaxProblem) => SyntaxProblem {
  let ranges: readonly (readonly [number, number])[] | undefined;
  return (problem) => {
    if (!NOT_CLOSED.test(problem.detail)) return problem;
    ranges ??= openedIn(document);
    const [end] = problem.range;
    const opened = ranges.findLast(([from, to]) => from < end && to >= end);
    if (opened === undefined) return problem;
    const [start] = opened;
    return { ...problem, reason: "NOT_CLOSED", range: [start, start + 1] };
  };
}

/** What stands in quotes or brackets, in the order of the text. */
function openedIn(document: Document.Parsed): (readonly [number, number])[] {
  const ranges: (readonly [number, number])[] = [];
  visit(document, {
    Value(_, node) {
      const opens = isCollection(node) ? node.flow : node.type?.startsWith("QUOTE");
      if (opens && node.range) ranges.push([node.range[0], node.range[1]]);
    },
  });
  return ranges;
}

/** The second key of a name in one map, and each after it. */
function keysTwice(document: Document.Parsed): SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  visit(document, {
    Map(_, { items }) {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        const [start, end] = key.range ?? [0, 0];
        if (seen.has(key.value)) {
          problems.push({
            reason: "DUPLICATE_KEY",
            detail: String(key.value),
            range: [start, end],
          });
        }
        seen.add(key.value);
      }
    },
  });
  return problems;
}

/** Problems that say nothing about the lines after them. */
const ALONE = new Set(["BAD_ALIAS", "DUPLICATE_KEY", "NON_STRING_KEY", "TAG_RESOLVE_FAILED"]);

/** One slip makes the parser stumble over what follows it, so only what stands before the first slip counts besides. */
function withoutEchoes(problems: readonly SyntaxProblem[]): readonly SyntaxProblem[] {
  const slip = problems.findIndex(({ reason }) => !ALONE.has(reason));
  return slip < 0 ? problems : problems.slice(0, slip + 1);
}

/** Names that the parser takes and that mean nothing, or could not be kept. */
function nameProblems(document: Document.Parsed): readonly SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  const anchors = new Set<string>();
  const add = (reason: string, detail: string, range: readonly number[] | null | undefined) =>
    problems.push({ reason, detail, range: [range?.[0] ?? 0, range?.[1] ?? 0] });
  visit(document, {
    Value(_, { anchor }) {
      if (anchor !== undefined) anchors.add(anchor);
    },
    Alias(_, { source, range }) {
      if (!anchors.has(source)) add("BAD_ALIAS", `*${source} stands for nothing`, range);
    },
    Pair(_, { key }) {
      // Plain objects lose a key of this name without a word.
      if (isScalar(key) && key.value === "__proto__") add("RESERVED_NAME", key.value, key.range);
    },
  });
  return problems;
}
