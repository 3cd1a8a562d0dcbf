import { isAlias, isMap, isNode, isScalar, isSeq, type Node, type Pair } from "yaml";

/** Thrown where only the whole file can be laid out anew. */
export class Unusual extends Error {}

export function isOpenBlock(node: unknown): boolean {
  return (
    (isMap(node) || isSeq(node)) &&
    node.flow !== true &&
    node.anchor === undefined &&
    node.items.length > 0
  );
}

/** Whether replacing a node would also take out what stands inside its stretch of text. */
export function losesWords(node: unknown, old: string): boolean {
  const named =
    isNode(node) && !isAlias(node) && (node.anchor !== undefined || node.tag !== undefined);
  const comment = !isScalar(node) && old.includes("#");
  return named || isAlias(node) || comment;
}

export function startOf(node: unknown): number {
  const range = isNode(node) ? node.range : undefined;
  if (!range) throw new Unusual();
  return range[0];
}

export function nodeEnd(node: unknown): number {
  const range = isNode(node) ? (node as Node).range : undefined;
  if (!range) throw new Unusual();
  return range[1];
}

export function endOf(pair: Pair): number {
  return nodeEnd(pair.value ?? pair.key);
}
