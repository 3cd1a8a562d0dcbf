import type { Place, Problem } from "../yaml/diagnostic.ts";

/** Of one rule, this many are shown for a file; the last one stands for the rest. */
const MOST_OF_A_RULE = 10;

/** What is still to be written: a list of it with a part left out would be of no use. */
const TO_DO = new Set(["shape/empty"]);

/** Puts the problems of one file in order, makes one of those with one cause, and caps each rule. */
export function tidyProblems(problems: readonly Problem[]): readonly Problem[] {
  const ordered = [...joinCauses(problems)].sort(
    (a, b) => a.place.line - b.place.line || a.place.column - b.place.column,
  );
  const byRule = new Map<string, Problem[]>();
  for (const each of ordered) {
    if (TO_DO.has(each.rule)) continue;
    const key = each.silenced === undefined ? each.rule : `silenced ${each.rule}`;
    const same = byRule.get(key);
    if (same === undefined) byRule.set(key, [each]);
    else same.push(each);
  }
  const left = new Map(
    [...byRule.values()].map((all) => [all[MOST_OF_A_RULE - 1], all.slice(MOST_OF_A_RULE)]),
  );
  const isLeft = new Set([...left.values()].flat());
  return ordered
    .filter((each) => !isLeft.has(each))
    .map((each) => {
      const more = countOf(left.get(each) ?? []) + (each.more ?? 0);
      return more > 0 ? { ...each, more } : each;
    });
}

/** Of one that stands for others, they count too. */
function countOf(problems: readonly Problem[]): number {
  return problems.reduce((total, { more = 0 }) => total + 1 + more, 0);
}

/**
 * What YAML misread is why the type is wrong: the sentence that knows the cause stays, as serious as the other. And what
 * is only a placeholder need not be judged as a text.
 */
function joinCauses(problems: readonly Problem[]): Problem[] {
  const surprises = spotsOf(problems.filter(({ rule }) => rule === "yaml/surprise"));
  const isWrongType = ({ rule, place }: Problem) =>
    (rule === "shape/type" || rule === "shape/value") && surprises.has(spotOf(place));
  const joined = spotsOf(problems.filter(isWrongType));
  const empty = problems.filter(({ rule, idPath }) => rule === "shape/empty" && idPath !== "");
  const emptyAt = new Map(empty.map((each) => [each.idPath, each]));
  const isJoined = (problem: Problem) =>
    isWrongType(problem) || (emptyAt.get(problem.idPath) ?? problem) !== problem;
  return problems
    .filter((each) => !isJoined(each))
    .map((each) => {
      const isCause = each.rule === "yaml/surprise" && joined.has(spotOf(each.place));
      return isCause ? { ...each, severity: "error" } : each;
    });
}

function spotsOf(problems: readonly Problem[]): ReadonlySet<string> {
  return new Set(problems.map(({ place }) => spotOf(place)));
}

function spotOf({ line, column }: Place): string {
  return `${line}:${column}`;
}
