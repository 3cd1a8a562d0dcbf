import {
  type Alias,
  type Document,
  type DocumentOptions,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type ParseOptions,
  parseDocument,
  type Scalar,
  type SchemaOptions,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import { type SyntaxProblem, syntaxProblems } from "./syntax-problems.ts";
import type { MapNode, Part, Range, Read, Style, YamlNode } from "./yaml-tree.ts";

interface Refused {
  readonly problems: readonly SyntaxProblem[];
}

const MAX_ALIASES = 100;

type Options = ParseOptions & DocumentOptions & SchemaOptions;

/**
 * Every file is read by the same rules, also where its writer says `%YAML 1.1` on top, as PyYAML and ruamel can. What those
 * mark as `!!timestamp` stays the text that it is: the fields of days and times know their ways to write them.
 */
export function readDocument(text: string, options: Options): Document.Parsed {
  const timestamp = { tag: "tag:yaml.org,2002:timestamp", resolve: (written: string) => written };
  const same = { schema: "core", merge: false, resolveKnownTags: false } as const;
  return parseDocument(text, { ...same, customTags: [timestamp], ...options });
}

/** Reads any text, and says of one that can't be used what is wrong with it. */
export function carefulRead(text: string): Read | Refused {
  const deep = tooDeepAt(text);
  if (deep !== undefined) return tooDeep([deep, deep + 1]);
  try {
    return parsed(text);
  } catch (error) {
    // The parser recurses and expands aliases: deep nesting and alias bombs end here rather than in a crash.
    if (error instanceof RangeError) return tooDeep();
    const reason = error instanceof ReferenceError ? "ALIASES" : "OTHER";
    return refused(reason, error instanceof Error ? error.message : String(error));
  }
}

function parsed(text: string): Read | Refused {
  // The parser compares each key with all before it. We look for those that stand twice ourselves, far quicker.
  const options = { prettyErrors: false, stringKeys: true, uniqueKeys: false };
  const document = readDocument(text, options);
  const problems = syntaxProblems(text, document);
  if (problems.some(({ reason }) => reason === "RESOURCE_EXHAUSTION")) return tooDeep();
  if (problems.length > 0) return { problems };
  const value: unknown = document.toJS({ maxAliasCount: MAX_ALIASES });
  if (value === null) return refused("EMPTY", "the file is empty");
  return { tree: parsedTree(document.contents), value };
}

// Where the parser itself gives up depends on how deep the program stands, so then no place is told.
function tooDeep(range?: Range): Refused {
  return refused("TOO_DEEP", "nested too deeply", range);
}

function refused(reason: string, detail: string, range: Range = [0, 0]): Refused {
  return { problems: [{ reason, detail, range }] };
}

const STYLES: Readonly<Record<NonNullable<Scalar["type"]>, Style>> = {
  PLAIN: "plain",
  QUOTE_SINGLE: "single",
  QUOTE_DOUBLE: "double",
  BLOCK_LITERAL: "literal",
  BLOCK_FOLDED: "folded",
};

/** The tree of what the `yaml` package has parsed; undefined for nothing at all. */
function parsedTree(node: unknown): YamlNode | undefined {
  if (isScalar(node))
    return {
      kind: "scalar",
      value: node.value,
      style: STYLES[node.type as keyof typeof STYLES] ?? "plain",
      ...partOf(node),
    };
  if (isMap(node)) return mapNode(node);
  if (isSeq(node)) return { kind: "list", items: node.items.map(parsedTree), ...partOf(node) };
  return isAlias(node) ? { kind: "alias", ...partOf(node) } : undefined;
}

function mapNode(node: YAMLMap): MapNode {
  const pairs = node.items.map(({ key, value }) => ({
    key: parsedTree(key),
    value: parsedTree(value),
  }));
  return { kind: "map", pairs, ...partOf(node) };
}

function partOf(node: Scalar | YAMLMap | YAMLSeq | Alias): Part {
  const [start, end] = node.range ?? [0, 0];
  if (isAlias(node)) return { start, end };
  if (node.anchor !== undefined) return { start, end, named: "anchor" };
  return node.tag === undefined ? { start, end } : { start, end, named: "tag" };
}

/** Far more than any file of ours needs, and far less than what the parser's recursion can bear. */
const MOST_BRACKETS = 200;
const INDENTED_TOO_FAR = /^(?:[ \t]|[-?:](?=[ \t])){400,}\S/mu;

/**
 * Where a text goes deeper than it is worth following. Asked before it is parsed: each bracket left open costs the
 * parser more than the one before, so that a few thousand would keep people waiting for minutes.
 */
function tooDeepAt(text: string): number | undefined {
  let depth = 0;
  for (const { 0: sign, index } of text.matchAll(/[[\]{}]/gu)) {
    depth = sign === "[" || sign === "{" ? depth + 1 : Math.max(0, depth - 1);
    if (depth > MOST_BRACKETS) return index;
  }
  return INDENTED_TOO_FAR.exec(text)?.index;
}
