import { type Exact, exact } from "../util/exact.ts";
import type { CriterionFile } from "./schema.ts";

/** Undefined where the text is not a number at all. */
export function weightOf(weight: CriterionFile["weight"]): Exact | undefined {
  if (weight === undefined) return undefined;
  if (typeof weight === "string" && !/^\d+(?:\/[1-9]\d*)?$/u.test(weight)) return undefined;
  return exact(weight);
}
