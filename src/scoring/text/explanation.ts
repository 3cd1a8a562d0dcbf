import type { Assessment } from "../../assessment/assessment.ts";
import { EXIT, UserError } from "../../platform/errors.ts";
import type { Block } from "../../terminal/blocks.ts";
import { nearest } from "../../util/suggest.ts";
import type { Protection } from "../groups.ts";
import { explain, explainableKeys } from "./explain.ts";

/** The explanation of one figure. The rubric's part of a key may be left out where that leaves no doubt. */
export function explanation(
  assessment: Assessment,
  typed: string,
  options: Pick<Protection, "minGroup">,
): readonly Block[] {
  const keys = explainableKeys(assessment);
  const meant = keys.includes(typed) ? [typed] : keys.filter((key) => idOf(key) === typed);
  const [only, ...others] = meant;
  if (others.length > 0) throw severalKeys(typed, meant);
  const found = only === undefined ? undefined : explain(assessment, only, options);
  if (found === undefined) throw unknownKey(typed, keys);
  return found;
}

function idOf(key: string): string {
  return key.slice(key.indexOf("/") + 1);
}

function severalKeys(typed: string, keys: readonly string[]): UserError {
  return new UserError(`There is more than one "${typed}".`, {
    hint: `Give the whole key: ${keys.join(" or ")}`,
    exitCode: EXIT.wrongUse,
  });
}

function unknownKey(typed: string, keys: readonly string[]): UserError {
  const nearIds = nearest(typed, keys.map(idOf));
  const whole = nearest(typed, keys);
  const near = whole.length > 0 ? whole : keys.filter((key) => nearIds.includes(idOf(key)));
  return new UserError(`There is no figure with the key "${typed}".`, {
    hint:
      near.length > 0
        ? `Did you mean "${near.join('" or "')}"?`
        : "Every key stands in: coprod score --json. For the result, the key is: headline",
    exitCode: EXIT.wrongUse,
  });
}
