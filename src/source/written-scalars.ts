import { isAlias, isMap, isScalar, isSeq, type Pair, type Scalar } from "yaml";
import type { Path } from "../diagnostic.ts";

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
  /** Written without quotes and not as a block, so that YAML decides what it is. */
  readonly plain: boolean;
}

/** All of them in the order of the text. What an alias stands for is written elsewhere, and listed there. */
export function writtenScalars(text: string, node: unknown, path: Path = []): WrittenScalar[] {
  if (isAlias(node)) return [];
  if (isScalar(node)) return writtenScalar(text, node, { path, isKey: false });
  if (isSeq(node)) {
    return node.items.flatMap((item, index) => writtenScalars(text, item, [...path, index]));
  }
  return isMap(node) ? node.items.flatMap((pair) => pairScalars(text, pair, path)) : [];
}

function pairScalars(text: string, { key, value }: Pair, path: Path): WrittenScalar[] {
  const inner = [...path, isScalar(key) ? String(key.value) : ""];
  const written = isScalar(key) ? writtenScalar(text, key, { path: inner, isKey: true }) : [];
  return [...written, ...writtenScalars(text, value, inner)];
}

function writtenScalar(
  text: string,
  { value, range, type }: Scalar,
  { path, isKey }: Pick<WrittenScalar, "path" | "isKey">,
): WrittenScalar[] {
  if (!range) return [];
  const [start, end] = range;
  const isBlock = type === "BLOCK_FOLDED" || type === "BLOCK_LITERAL";
  const headerEnd = text.indexOf("\n", start);
  const contentStart = isBlock && headerEnd >= 0 ? Math.min(headerEnd + 1, end) : start;
  const written = text.slice(start, end);
  return [{ path, isKey, value, written, start, end, contentStart, plain: type === "PLAIN" }];
}
