import { isAlias, isMap, isScalar, isSeq, type Node, type Scalar, type YAMLMap } from "yaml";
import type { MapNode, Style, YamlNode } from "./yaml-tree.ts";

const STYLES: Readonly<Record<NonNullable<Scalar["type"]>, Style>> = {
  PLAIN: "plain",
  QUOTE_SINGLE: "single",
  QUOTE_DOUBLE: "double",
  BLOCK_LITERAL: "literal",
  BLOCK_FOLDED: "folded",
};

/** The tree of what the `yaml` package has parsed; undefined for nothing at all. */
export function parsedTree(node: unknown): YamlNode | undefined {
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

function partOf({ range }: Pick<Node, "range">): { start: number; end: number } {
  const [start, end] = range ?? [0, 0];
  return { start, end };
}
