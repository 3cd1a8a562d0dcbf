import type { Place, Problem } from "../yaml/diagnostic.ts";

/** Puts the problems of one file in order, and makes one of those with one cause. */
export function tidyProblems(problems: readonly Problem[]): readonly Problem[] {
  return joinCauses(problems).sort(
    (a, b) => a.place.line - b.place.line || a.place.column - b.place.column,
  );
}

/** Of one rule, people read this many in a file; more of them are one fact, said once. */
const MOST_OF_A_RULE = 10;

/** What is still to be written: a list of it with a part left out would be of no use. */
const TO_DO = new Set(["shape/empty"]);

/** Where the kind is met next, so that people see whether it is the same fault all through the file. */
const PLACES_NAMED = 2;

/** For people: of a rule that is broken all through a file the first, with how many more there are and where the next stand. */
export function saidOnce(problems: readonly Problem[]): readonly Problem[] {
  const byRule = new Map<string, Problem[]>();
  for (const each of problems) {
    if (TO_DO.has(each.rule)) continue;
    const key = `${each.rule}\n${each.severity}\n${each.file}`;
    const same = byRule.get(key);
    if (same === undefined) byRule.set(key, [each]);
    else same.push(each);
  }
  const many = [...byRule.values()].filter(({ length }) => length > MOST_OF_A_RULE);
  if (many.length === 0) return problems;
  const first = new Map(many.map((all) => [all[0], all]));
  const left = new Set(many.flatMap((all) => all.slice(1)));
  return problems
    .filter((each) => !left.has(each))
    .map((each) => {
      const rest = first.get(each)?.slice(1) ?? [];
      if (rest.length === 0) return each;
      const next = rest.slice(0, PLACES_NAMED).map(({ place }) => place);
      return { ...each, more: countOf(rest) + (each.more ?? 0), next };
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
