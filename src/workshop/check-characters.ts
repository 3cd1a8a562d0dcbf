import type { Criterion } from "../rubric/rubric.ts";
import { fold } from "../terminal/typed-line.ts";
import { COMMANDS } from "./commands.ts";

/** What can be typed for one line of a checklist: its sign, its whole word, and the answer it stands for. */
export interface CheckSign {
  readonly sign: string;
  readonly name: string;
  readonly answer: string;
}

/**
 * Highest level first. The first letters of the levels' names where they can be told apart from each other and from
 * the commands, otherwise numbers; after them "not sure", "skip" and, where a line allows it, "does not apply".
 */
export function checkSigns(criteria: readonly [Criterion, ...Criterion[]]): readonly CheckSign[] {
  const { levels } = criteria[0];
  const letters = levels.map(({ name }) => fold(name).charAt(0));
  const taken = COMMANDS.filter(({ id }) => id !== "not-applicable").map(({ short }) => short);
  const clear =
    new Set(letters).size === levels.length &&
    letters.every((letter) => /^[a-z]$/u.test(letter) && !taken.includes(letter));
  const named = levels.map(({ id, name }, index) => ({
    sign: clear ? String(letters[index]) : String(index + 1),
    name: name.toLowerCase(),
    answer: id,
  }));
  const unsure = { sign: "u", name: "not sure", answer: "unsure" };
  const skip = { sign: "s", name: "skip", answer: "skipped" };
  const apart = { sign: "-", name: "does not apply", answer: "not-applicable" };
  const optional = criteria.some(({ allowNotApplicable }) => allowNotApplicable) ? [apart] : [];
  return [...(clear ? named.toReversed() : named), unsure, skip, ...optional];
}

export type ChecksTyped =
  | { readonly kind: "answers"; readonly answers: readonly string[] }
  | { readonly kind: "unknown"; readonly sign: string }
  | { readonly kind: "count"; readonly count: number }
  | { readonly kind: "not-optional"; readonly line: number };

/** Reads one sign or word for each line: `y p n u n`, `ypnun` or `yes, partly, no, not sure, no`. */
export function readChecks(
  criteria: readonly [Criterion, ...Criterion[]],
  typed: string,
): ChecksTyped {
  const signs = checkSigns(criteria);
  const parts = partsOf(fold(typed), signs, criteria.length);
  const found = parts.map((part) => signs.find(({ sign, name }) => part === sign || part === name));
  const wrong = found.indexOf(undefined);
  if (wrong >= 0) return { kind: "unknown", sign: parts[wrong] ?? "" };
  if (found.length !== criteria.length) return { kind: "count", count: found.length };
  const answers = found.map((each) => each?.answer ?? "");
  const stuck = criteria.findIndex(
    ({ allowNotApplicable }, index) => answers[index] === "not-applicable" && !allowNotApplicable,
  );
  return stuck < 0 ? { kind: "answers", answers } : { kind: "not-optional", line: stuck + 1 };
}

function partsOf(typed: string, signs: readonly CheckSign[], count: number): readonly string[] {
  const apart = typed
    .replaceAll("not sure", "u")
    .split(/[\s,;]+/u)
    .filter((part) => part !== "");
  const [only] = apart;
  const isWord = signs.some(({ name }) => name === only);
  if (apart.length === 1 && only !== undefined && !(isWord && count === 1)) return [...only];
  // Groups such as "yp nun" are read sign by sign too.
  const allSigns = apart.every((part) =>
    [...part].every((each) => signs.some(({ sign }) => sign === each)),
  );
  return allSigns ? apart.flatMap((part) => [...part]) : apart;
}
