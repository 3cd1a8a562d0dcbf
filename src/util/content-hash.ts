import { createHash } from "node:crypto";

/** `sha256-` and 32 hex digits over the value as JSON, with the keys of each object in code point order. */
export function contentHash(value: unknown): string {
  const digest = createHash("sha256")
    .update(JSON.stringify(ordered(value)))
    .digest("hex");
  return `sha256-${digest.slice(0, 32)}`;
}

/** 32 hex digits over texts or bytes, which are told apart. */
export function textHash(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest("hex").slice(0, 32);
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, ordered(inner)]));
}
