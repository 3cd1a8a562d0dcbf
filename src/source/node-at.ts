import { isMap, isPair, isScalar, isSeq, type Node, type Pair, type YAMLMap } from "yaml";
import type { Path } from "../diagnostic.ts";

/** Start and end (exclusive). */
export type Range = readonly [number, number];

export function scalarAt(top: Node | null, path: Path): unknown {
  return path.reduce<unknown>((node, step) => childOf(node, step).node, top);
}

/** The range of the deepest part of the path that exists. */
export function rangeOf(top: Node | null, path: Path, wantKey: boolean): Range | undefined {
  let node: unknown = top;
  let range = nodeRange(top);
  for (const [depth, step] of path.entries()) {
    const child = childOf(node, step);
    const isGoal = depth === path.length - 1;
    const found = isGoal && wantKey ? child.key : (child.range ?? child.key);
    if (found === undefined) return range;
    range = found;
    node = child.node;
  }
  return range;
}

interface Child {
  readonly node: unknown;
  readonly range: Range | undefined;
  readonly key: Range | undefined;
}

function childOf(node: unknown, step: string | number): Child {
  if (isSeq(node)) {
    const item: unknown = node.items[Number(step)];
    return { node: item, range: nodeRange(item), key: undefined };
  }
  const pair = isMap(node) ? findPair(node, step) : undefined;
  return { node: pair?.value, range: nodeRange(pair?.value), key: nodeRange(pair?.key) };
}

/** The pairs of each map that was asked about: with thousands of keys, to look through them each time takes ever longer. */
const pairsByKey = new WeakMap<object, ReadonlyMap<string, Pair>>();

function findPair(map: YAMLMap, key: string | number): Pair | undefined {
  const pairs = pairsByKey.get(map) ?? indexed(map);
  pairsByKey.set(map, pairs);
  return pairs.get(String(key));
}

function indexed({ items }: YAMLMap): ReadonlyMap<string, Pair> {
  const pairs = new Map<string, Pair>();
  for (const item of items) {
    if (!isPair(item) || !isScalar(item.key)) continue;
    const key = String(item.key.value);
    if (!pairs.has(key)) pairs.set(key, item);
  }
  return pairs;
}

function nodeRange(node: unknown): Range | undefined {
  const range = (node as Node | null | undefined)?.range;
  if (!range) return undefined;
  return [range[0], range[1]];
}
