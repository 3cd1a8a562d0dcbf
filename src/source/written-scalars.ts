import { isMap, isScalar, isSeq, type Pair, type Scalar } from "yaml";
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
export function writtenScalars(text: string, node: unknown): WrittenScalar[] {
  const found: WrittenScalar[] = [];
  collect(node, [], (scalar, at) => {
    if (scalar.range) found.push(writtenScalar(text, scalar, at));
  });
  return found;
}

type At = Pick<WrittenScalar, "path" | "isKey">;

function collect(node: unknown, path: Path, meet: (scalar: Scalar, at: At) => void): void {
  if (isScalar(node)) meet(node, { path, isKey: false });
  else if (isSeq(node)) {
    for (const [index, item] of node.items.entries()) collect(item, [...path, index], meet);
  } else if (isMap(node)) {
    for (const pair of node.items) collectPair(pair, path, meet);
  }
}

function collectPair({ key, value }: Pair, path: Path, meet: Parameters<typeof collect>[2]): void {
  const inner = [...path, isScalar(key) ? String(key.value) : ""];
  if (isScalar(key)) meet(key, { path: inner, isKey: true });
  collect(value, inner, meet);
}

function writtenScalar(text: string, scalar: Scalar, { path, isKey }: At): WrittenScalar {
  const { value, range, type } = scalar;
  const [start, end] = range ?? [0, 0];
  const isBlock = type === "BLOCK_FOLDED" || type === "BLOCK_LITERAL";
  const headerEnd = isBlock ? text.indexOf("\n", start) : -1;
  const contentStart = headerEnd >= 0 ? Math.min(headerEnd + 1, end) : start;
  const written = text.slice(start, end);
  return { path, isKey, value, written, start, end, contentStart, plain: type === "PLAIN" };
}
