import { plainValue } from "../plain-value.ts";
import type { Read } from "../yaml-tree.ts";
import { quickTree } from "./fast-tree.ts";

/**
 * Reads a sound text about three times as fast as `carefulRead`, and with a smaller program. Undefined where that one
 * must be asked: something is wrong, or there is an anchor, an alias, a tag, a directive, a second document, a value left
 * blank, a name that stands twice, or a sign about which the two parsers do not agree.
 */
export function quickRead(text: string): Read | undefined {
  const tree = quickTree(text);
  const value = tree === undefined ? undefined : plainValue(tree);
  return value === undefined || value === null ? undefined : { tree, value };
}
