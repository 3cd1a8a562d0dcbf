import type { Path } from "./diagnostic.ts";

/** Where a part of a text stands: in UTF-16 units, the end exclusive. */
export interface Part {
  readonly start: number;
  readonly end: number;
  /** What stands before it that others refer to, or that says how to read it. */
  readonly named?: "anchor" | "tag";
}

export type Style = "plain" | "single" | "double" | "literal" | "folded";

/** A key or a simple value. */
export interface ScalarNode extends Part {
  readonly kind: "scalar";
  readonly value: unknown;
  readonly style: Style;
}

export interface MapNode extends Part {
  readonly kind: "map";
  readonly pairs: readonly PairNode[];
}

export interface PairNode {
  readonly key: YamlNode | undefined;
  readonly value: YamlNode | undefined;
}

export interface ListNode extends Part {
  readonly kind: "list";
  readonly items: readonly (YamlNode | undefined)[];
}

/** Stands for a value that is written elsewhere. */
interface AliasNode extends Part {
  readonly kind: "alias";
}

/** A YAML text as it is written, the same whichever parser read it. */
export type YamlNode = ScalarNode | MapNode | ListNode | AliasNode;

/** A text that was read. */
export interface Read {
  readonly tree: YamlNode | undefined;
  /** The plain value; never null. */
  readonly value: unknown;
}

/** Start and end (exclusive). */
export type Range = readonly [number, number];

export function nodeAt(top: YamlNode | undefined, path: Path): YamlNode | undefined {
  return path.reduce<YamlNode | undefined>((node, step) => childOf(node, step).value, top);
}

/** The range of the deepest part of the path that exists. */
export function rangeOf(
  top: YamlNode | undefined,
  path: Path,
  wantKey: boolean,
): Range | undefined {
  let node = top;
  let range = nodeRange(top);
  for (const [depth, step] of path.entries()) {
    const child = childOf(node, step);
    const isGoal = depth === path.length - 1;
    const found = nodeRange(isGoal && wantKey ? child.key : (child.value ?? child.key));
    if (found === undefined) return range;
    range = found;
    node = child.value;
  }
  return range;
}

const NOTHING: PairNode = { key: undefined, value: undefined };

function childOf(node: YamlNode | undefined, step: string | number): PairNode {
  if (node?.kind === "list") return { key: undefined, value: node.items[Number(step)] };
  return (node?.kind === "map" ? findPair(node, step) : undefined) ?? NOTHING;
}

/** The pairs of each map that was asked about: with thousands of keys, to look through them each time takes ever longer. */
const pairsByKey = new WeakMap<MapNode, ReadonlyMap<string, PairNode>>();

function findPair(map: MapNode, key: string | number): PairNode | undefined {
  const pairs = pairsByKey.get(map) ?? indexed(map);
  pairsByKey.set(map, pairs);
  return pairs.get(String(key));
}

function indexed({ pairs }: MapNode): ReadonlyMap<string, PairNode> {
  const found = new Map<string, PairNode>();
  for (const pair of pairs) {
    if (pair.key?.kind !== "scalar") continue;
    const key = String(pair.key.value);
    if (!found.has(key)) found.set(key, pair);
  }
  return found;
}

function nodeRange(node: YamlNode | undefined): Range | undefined {
  return node === undefined ? undefined : [node.start, node.end];
}
