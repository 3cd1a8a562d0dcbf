import type { Path } from "../diagnostic.ts";
import type { PairNode, ScalarNode, YamlNode } from "../yaml-tree.ts";

/** A key or a simple value as it stands in the text. */
export interface WrittenScalar {
  readonly path: Path;
  readonly isKey: boolean;
  readonly value: unknown;
  /** The signs between `start` and `end`, quotes included. */
  readonly written: string;
  readonly start: number;
  readonly end: number;
  /** Where its own text begins: after the sign and the comment of a block, else the same as `start`. */
  readonly contentStart: number;
}

/**
 * Those that are wanted, in the order of the text. What an alias stands for is written elsewhere, and listed there.
 */
export function writtenScalars(
  text: string,
  top: YamlNode | undefined,
  isWanted: (scalar: ScalarNode) => boolean,
): WrittenScalar[] {
  const found: WrittenScalar[] = [];
  collect(top, [], (scalar, path, isKey) => {
    if (isWanted(scalar)) found.push(writtenScalar(text, scalar, { path: [...path], isKey }));
  });
  return found;
}

type At = Pick<WrittenScalar, "path" | "isKey">;
/** The path is that of the moment, and goes on to change. */
type Meet = (scalar: ScalarNode, path: Path, isKey: boolean) => void;

function collect(node: YamlNode | undefined, path: (string | number)[], meet: Meet): void {
  if (node?.kind === "scalar") meet(node, path, false);
  else if (node?.kind === "list") {
    for (const [index, item] of node.items.entries()) {
      path.push(index);
      collect(item, path, meet);
      path.pop();
    }
  } else if (node?.kind === "map") {
    for (const pair of node.pairs) collectPair(pair, path, meet);
  }
}

function collectPair({ key, value }: PairNode, path: (string | number)[], meet: Meet): void {
  const isScalar = key?.kind === "scalar";
  path.push(isScalar ? String(key.value) : "");
  if (isScalar) meet(key, path, true);
  collect(value, path, meet);
  path.pop();
}

function writtenScalar(text: string, scalar: ScalarNode, { path, isKey }: At): WrittenScalar {
  const { value, style, start, end } = scalar;
  const isBlock = style === "folded" || style === "literal";
  const headerEnd = isBlock ? text.indexOf("\n", start) : -1;
  const contentStart = headerEnd >= 0 ? Math.min(headerEnd + 1, end) : start;
  const written = text.slice(start, end);
  return { path, isKey, value, written, start, end, contentStart };
}
