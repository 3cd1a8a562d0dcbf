import type { Path } from "../yaml/diagnostic.ts";
import { isFields } from "../yaml/same-value.ts";

/**
 * A path with ids instead of list positions, below the file's own id: `principles/sections/equality/criteria/roles/asks`.
 * It stays the same when the order of a list changes or the file is renamed.
 */
export function idPathOf(value: unknown, path: Path): string {
  const steps: string[] = [nameOf(value) ?? kindOf(value)];
  let inner = value;
  for (const step of path) {
    inner = childOf(inner, step);
    steps.push(typeof step === "number" ? (nameOf(inner) ?? String(step)) : step);
  }
  return steps.join("/");
}

function nameOf(value: unknown): string | undefined {
  if (!isFields(value)) return undefined;
  const name = value["id"] ?? value["group"];
  return typeof name === "string" ? name : undefined;
}

function kindOf(value: unknown): string {
  const declared = isFields(value) ? String(value["coprod"] ?? "") : "";
  return declared.split("/")[0] ?? "";
}

function childOf(value: unknown, step: string | number): unknown {
  if (Array.isArray(value)) return value[Number(step)];
  return isFields(value) ? value[String(step)] : undefined;
}
