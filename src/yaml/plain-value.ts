import type { MapNode, YamlNode } from "./yaml-tree.ts";

/**
 * The plain value that a tree stands for. Undefined where plain objects can't hold it: a name stands twice in one map,
 * or is one that they lose without a word.
 */
export function plainValue(top: YamlNode): unknown {
  const value = plain(top);
  return value === UNUSUAL ? undefined : value;
}

const UNUSUAL = Symbol("unusual");

function plain(node: YamlNode | undefined): unknown {
  if (node?.kind === "scalar") return node.value;
  if (node?.kind === "map") return plainMap(node);
  return node?.kind === "list" ? plainList(node.items) : UNUSUAL;
}

function plainMap({ pairs }: MapNode): unknown {
  const found: Record<string, unknown> = {};
  for (const { key, value } of pairs) {
    const name = key?.kind === "scalar" ? key.value : undefined;
    if (typeof name !== "string" || name === "__proto__" || Object.hasOwn(found, name))
      return UNUSUAL;
    const inner = plain(value);
    if (inner === UNUSUAL) return UNUSUAL;
    found[name] = inner;
  }
  return found;
}

function plainList(items: readonly (YamlNode | undefined)[]): unknown {
  const found: unknown[] = [];
  for (const item of items) {
    const inner = plain(item);
    if (inner === UNUSUAL) return UNUSUAL;
    found.push(inner);
  }
  return found;
}
