import { clean } from "../../terminal/wrap.ts";
import type { Problem } from "../../yaml/diagnostic.ts";
import { atLeast, type FormatSettings } from "./format.ts";
import { open } from "./lint-report.ts";

/** What is wrong, why it matters and what to do, as one line. */
export function messageOf(problem: Problem): string {
  const { says, why, fix } = problem;
  return oneLine([says, why, fix, moreText(problem)].filter(Boolean).join(" "));
}

/** How many more of the kind are left out of the list; undefined for none. */
export function moreText({ more = 0 }: Problem): string | undefined {
  return more === 0 ? undefined : `And ${more} more of these in this file.`;
}

/** Safe to show, and on one line. */
export function oneLine(text: string): string {
  return wellFormed(clean(text))
    .replace(/ *\n[\n ]*/gu, " ")
    .trim();
}

/** Half a surrogate pair, as a broken file can hold, becomes the replacement sign: some encoders refuse it. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\ufffd");
}

/** The problems people are shown: none that were silenced, and `info` only when they ask for it. */
export function shown(
  problems: readonly Problem[],
  { verbose }: Pick<FormatSettings, "verbose">,
): readonly Problem[] {
  return open(problems).filter(({ severity }) => verbose || atLeast(severity, "warning"));
}
