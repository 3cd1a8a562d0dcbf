import { isFields, sameValue } from "../../util/values.ts";
import type { ListNode, MapNode, PairNode, YamlNode } from "../yaml-tree.ts";
import { LONGEST_ONE_LINE, yamlLine, yamlText } from "./yaml-text.ts";

export interface Before {
  readonly text: string;
  readonly tree: YamlNode | undefined;
  readonly from: unknown;
}

/** The text with only the stretches replaced that differ; undefined where the layout does not allow it. */
export function spliceYaml({ text, tree, from }: Before, to: unknown): string | undefined {
  try {
    const splices = changes({ text, node: tree, from, to });
    return applySplices(text, splices);
  } catch (error) {
    if (error instanceof Unusual) return undefined;
    throw error;
  }
}

interface Change {
  readonly text: string;
  readonly node: YamlNode | undefined;
  readonly from: unknown;
  readonly to: unknown;
}

function changes({ text, node, from, to }: Change): Splice[] {
  if (!isOpenBlock(text, node)) throw new Unusual();
  if (node.kind === "map" && isFields(from) && isFields(to)) {
    return mapChanges(text, node.pairs, { from, to });
  }
  if (node.kind === "list" && Array.isArray(from) && Array.isArray(to)) {
    return listChanges(text, node.items, { from, to });
  }
  throw new Unusual();
}

interface FromTo<Value> {
  readonly from: Value;
  readonly to: Value;
}

type Fields = Readonly<Record<string, unknown>>;

function mapChanges(
  text: string,
  pairs: readonly PairNode[],
  { from, to }: FromTo<Fields>,
): Splice[] {
  if (Object.keys(to).length === 0) throw new Unusual();
  const splices: Splice[] = [];
  const column = columnOf(text, startOf(pairs[0]?.key));
  for (const pair of pairs) {
    const key = keyOf(pair);
    if (!Object.hasOwn(from, key)) throw new Unusual();
    if (!Object.hasOwn(to, key)) splices.push(withoutLines(text, pair));
    else splices.push(...pairChanges(text, pair, { key, from: from[key], to: to[key] }));
  }
  return [...splices, ...newPairs({ text, pairs, column }, to)];
}

type KeyChange = FromTo<unknown> & { readonly key: string };

function pairChanges(text: string, pair: PairNode, { key, from, to }: KeyChange): Splice[] {
  if (sameValue(from, to)) return [];
  const { value: node } = pair;
  if (isOpenBlock(text, node) && staysSameKind(node, to)) return changes({ text, node, from, to });
  const [start, end] = [startOf(pair.key), endOf(pair)];
  const old = text.slice(start, end);
  if (losesWords(node, old)) throw new Unusual();
  const line = `${yamlLine(key)}: ${yamlLine(to)}`;
  const inBraces = entriesOf(node) > 0 || node?.kind === "alias";
  const inOneLine = inBraces && line.length <= LONGEST_ONE_LINE;
  const fresh = inOneLine ? line : entryText({ [key]: to }, columnOf(text, start));
  return [{ start, end, text: old.endsWith("\n") ? `${fresh}\n` : fresh }];
}

function staysSameKind(node: MapNode | ListNode, to: unknown): boolean {
  if (node.kind === "map") return isFields(to) && Object.keys(to).length > 0;
  return Array.isArray(to) && to.length > 0;
}

interface Siblings {
  readonly text: string;
  readonly pairs: readonly PairNode[];
  readonly column: number;
}

/** Each new key goes after the key it follows in `to`, so that the usual order is kept without moving anything. */
function newPairs({ text, pairs, column }: Siblings, to: Fields): Splice[] {
  const byKey = new Map(pairs.map((pair) => [keyOf(pair), pair]));
  const splices: Splice[] = [];
  let previous: PairNode | undefined;
  for (const [key, value] of Object.entries(to)) {
    const existing = byKey.get(key);
    if (existing !== undefined) {
      previous = existing;
      continue;
    }
    const at = previous === undefined ? ownLine(text, pairs[0]) : afterLine(text, previous);
    splices.push(newLines(text, at, { fresh: entryText({ [key]: value }, column), column }));
  }
  return splices;
}

/** Where the line starts that a key stands on, if nothing stands before it. */
function ownLine(text: string, pair: PairNode | undefined): number {
  const start = startOf(pair?.key);
  if (text.slice(lineStart(text, start), start).trim() !== "") throw new Unusual();
  return lineStart(text, start);
}

function listChanges(
  text: string,
  items: ListNode["items"],
  { from, to }: FromTo<readonly unknown[]>,
): Splice[] {
  if (to.length === 0) throw new Unusual();
  const { head, tail } = commonEnds(from, to);
  const old = items.slice(head, items.length - tail);
  const wanted = to.slice(head, to.length - tail);
  const changed = old
    .slice(0, wanted.length)
    .flatMap((item, index) =>
      itemChanges(text, item, { from: from[head + index], to: wanted[index] }),
    );
  const gone = old.slice(wanted.length).map((item) => withoutItem(text, item));
  const before = items[head + Math.min(old.length, wanted.length) - 1];
  const beside = before ?? items[0];
  const added = wanted.slice(old.length).map((value) => {
    const column = dashColumn(text, startOf(beside));
    const at =
      before === undefined ? lineStart(text, startOf(beside)) : lineAfter(text, nodeEnd(before));
    return newLines(text, at, { fresh: entryText([value], column), column });
  });
  return [...changed, ...gone, ...added];
}

/** How many items are the same from the start and, of the others, from the end: those keep their lines and comments. */
function commonEnds(
  from: readonly unknown[],
  to: readonly unknown[],
): { readonly head: number; readonly tail: number } {
  const shorter = Math.min(from.length, to.length);
  let head = 0;
  while (head < shorter && sameValue(from[head], to[head])) head += 1;
  let tail = 0;
  while (head + tail < shorter && sameValue(from.at(-1 - tail), to.at(-1 - tail))) tail += 1;
  return { head, tail };
}

function withoutItem(text: string, item: YamlNode | undefined): Splice {
  const start = startOf(item);
  dashColumn(text, start);
  return { start: lineStart(text, start), end: lineAfter(text, nodeEnd(item)), text: "" };
}

function itemChanges(
  text: string,
  item: YamlNode | undefined,
  { from, to }: FromTo<unknown>,
): Splice[] {
  if (sameValue(from, to)) return [];
  if (isOpenBlock(text, item)) return changes({ text, node: item, from, to });
  const [start, end] = [startOf(item), nodeEnd(item)];
  const old = text.slice(start, end);
  if (losesWords(item, old) || old.includes("\n")) throw new Unusual();
  const line = yamlLine(to);
  const inLines = isFields(to) && line.length > LONGEST_ONE_LINE;
  return [{ start, end, text: inLines ? entryText(to, columnOf(text, start)) : line }];
}

function withoutLines(text: string, pair: PairNode): Splice {
  return { start: ownLine(text, pair), end: afterLine(text, pair), text: "" };
}

function afterLine(text: string, pair: PairNode): number {
  return lineAfter(text, endOf(pair));
}

/** The column of the hyphen before a list item on the same line. */
function dashColumn(text: string, at: number): number {
  const before = text.slice(lineStart(text, at), at);
  if (!/^ *- +$/u.test(before)) throw new Unusual();
  return before.indexOf("-");
}

/** Thrown where only the whole file can be laid out anew. */
class Unusual extends Error {}

function isOpenBlock(text: string, node: YamlNode | undefined): node is MapNode | ListNode {
  const isFlow = /[[{]/u.test(text.charAt(node?.start ?? 0));
  return entriesOf(node) > 0 && !isFlow && node?.named !== "anchor";
}

function entriesOf(node: YamlNode | undefined): number {
  if (node?.kind === "map") return node.pairs.length;
  return node?.kind === "list" ? node.items.length : 0;
}

export function keyOf({ key }: PairNode): string {
  return String(key?.kind === "scalar" ? key.value : undefined);
}

/** Whether replacing a node would also take out what stands inside its stretch of text. */
function losesWords(node: YamlNode | undefined, old: string): boolean {
  const comment = node?.kind !== "scalar" && node?.kind !== "alias" && old.includes("#");
  return node?.named !== undefined || comment;
}

function startOf(node: YamlNode | undefined): number {
  if (node === undefined) throw new Unusual();
  return node.start;
}

function nodeEnd(node: YamlNode | undefined): number {
  if (node === undefined) throw new Unusual();
  return node.end;
}

function endOf(pair: PairNode): number {
  return nodeEnd(pair.value ?? pair.key);
}

/** Replaces the text from `start` up to `end`. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Where the line after the one that holds `end` starts; the end of the text where there is none. */
function lineAfter(text: string, end: number): number {
  if (text[end - 1] === "\n") return end;
  const found = text.indexOf("\n", end);
  return found < 0 ? text.length : found + 1;
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf("\n", at - 1) + 1;
}

function columnOf(text: string, at: number): number {
  return at - lineStart(text, at);
}

/** The text with all splices made, or undefined where two of them overlap. */
export function applySplices(text: string, splices: readonly Splice[]): string | undefined {
  const ordered = splices
    .map((splice, order) => ({ ...splice, order }))
    .sort((a, b) => a.start - b.start || a.order - b.order);
  let result = "";
  let at = 0;
  for (const { start, end, text: fresh } of ordered) {
    if (start < at) return undefined;
    result += text.slice(at, start) + fresh;
    at = end;
  }
  return result + text.slice(at);
}

/** One entry of a map or list at a column; the first line has no indent and there is no line break at the end. */
function entryText(entry: object, column: number): string {
  const lines = yamlText(entry).trimEnd().split("\n");
  const indent = " ".repeat(column);
  return lines
    .map((line, index) => (index === 0 || line === "" ? line : `${indent}${line}`))
    .join("\n");
}

/** Puts an entry on lines of its own at a line start, or at the end of a text without a last line break. */
function newLines(
  text: string,
  at: number,
  { fresh, column }: { fresh: string; column: number },
): Splice {
  const broken = at === 0 || text[at - 1] === "\n";
  const line = `${" ".repeat(column)}${fresh}`;
  return { start: at, end: at, text: broken ? `${line}\n` : `\n${line}` };
}
