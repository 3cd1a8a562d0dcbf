import type { Place, Problem } from "../diagnostic.ts";

/** Of one rule, this many are shown for a file; the last one stands for the rest. */
const MOST_OF_A_RULE = 10;

/** Puts the problems of one file in order, makes one of those with one cause, and caps each rule. */
export function tidyProblems(problems: readonly Problem[]): readonly Problem[] {
  const ordered = [...joinCauses(problems)].sort(
    (a, b) => a.place.line - b.place.line || a.place.column - b.place.column,
  );
  const byRule = new Map<string, Problem[]>();
  for (const each of ordered) {
    const key = each.silenced === undefined ? each.rule : `silenced ${each.rule}`;
    const same = byRule.get(key);
    if (same === undefined) byRule.set(key, [each]);
    else same.push(each);
  }
  const last = new Map(
    [...byRule.values()].map((all) => [all[MOST_OF_A_RULE - 1], all.length - MOST_OF_A_RULE]),
  );
  const left = new Set([...byRule.values()].flatMap((all) => all.slice(MOST_OF_A_RULE)));
  return ordered
    .filter((each) => !left.has(each))
    .map((each) => {
      const more = last.get(each) ?? 0;
      return more > 0 ? { ...each, more } : each;
    });
}

/**
 * What YAML misread is why the type is wrong: the sentence that knows the cause stays, as serious as the other. And what
 * is only a placeholder need not be judged as a text.
 */
function joinCauses(problems: readonly Problem[]): Problem[] {
  const surprises = problems.filter(({ rule }) => rule === "yaml/surprise");
  const wrongTypes = problems.filter(({ rule }) => rule === "shape/type" || rule === "shape/value");
  const joined = wrongTypes.filter(({ place }) =>
    surprises.some((each) => same(each.place, place)),
  );
  const empty = problems.filter(({ rule, idPath }) => rule === "shape/empty" && idPath !== "");
  const isJoined = (problem: Problem) =>
    joined.includes(problem) ||
    empty.some((each) => each !== problem && each.idPath === problem.idPath);
  return problems
    .filter((each) => !isJoined(each))
    .map((each) => {
      const isCause =
        each.rule === "yaml/surprise" && joined.some(({ place }) => same(place, each.place));
      return isCause ? { ...each, severity: "error" } : each;
    });
}

function same(a: Place, b: Place): boolean {
  return a.line === b.line && a.column === b.column;
}
