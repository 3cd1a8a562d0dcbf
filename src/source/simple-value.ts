import { isMap, isScalar, isSeq, type Scalar, type YAMLMap } from "yaml";

/**
 * The plain value of a parsed node, as the parser would give it, a few times quicker. Undefined where anything in it is
 * unusual: an anchor, an alias, a tag, a key that is no text, that stands twice or that plain objects can't hold.
 */
export function simpleValue(node: unknown): unknown {
  const value = simple(node);
  return value === UNUSUAL ? undefined : value;
}

const UNUSUAL = Symbol("unusual");

function simple(node: unknown): unknown {
  if (node === null) return null;
  if (isScalar(node)) return isBare(node) ? node.value : UNUSUAL;
  if (isMap(node)) return isBare(node) ? simpleMap(node) : UNUSUAL;
  if (isSeq(node) && isBare(node)) return simpleList(node.items);
  return UNUSUAL;
}

function isBare({ anchor, tag }: Pick<Scalar, "anchor" | "tag">): boolean {
  return anchor === undefined && tag === undefined;
}

function simpleMap({ items }: YAMLMap): unknown {
  const found: Record<string, unknown> = {};
  for (const { key, value } of items) {
    if (!isScalar(key) || !isBare(key) || typeof key.value !== "string") return UNUSUAL;
    if (key.value === "__proto__" || Object.hasOwn(found, key.value)) return UNUSUAL;
    const inner = simple(value);
    if (inner === UNUSUAL) return UNUSUAL;
    found[key.value] = inner;
  }
  return found;
}

function simpleList(items: readonly unknown[]): unknown {
  const found: unknown[] = [];
  for (const item of items) {
    const inner = simple(item);
    if (inner === UNUSUAL) return UNUSUAL;
    found.push(inner);
  }
  return found;
}
