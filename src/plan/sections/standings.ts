import { changeText } from "../../comparison/change-words.ts";
import type { Rubric } from "../../rubric/rubric.ts";
import { ownerOf, standingWords } from "../../scoring/result-words.ts";
import type { SectionScore } from "../../scoring/schema.ts";
import { counted, listOf, quoted } from "../../util/words.ts";
import { isUnsure, type PlanInput, type PlanItem } from "../input.ts";
import { planWords } from "../messages/messages.ts";
import type { PlanView } from "../schema/index.ts";
import type { StandingView } from "../schema/parts.ts";
import { barOnScale } from "../words.ts";
import { standingText } from "./since-last-plan.ts";

/** Where we are now, one row a section. A range stays a range: there is never a middle. */
export function describeStandings(input: PlanInput, kind: SectionScore["kind"]): StandingView[] {
  return input.scorecard.sections
    .filter((score) => score.kind === kind && score.noScore !== "unscored")
    .flatMap((score) => {
      const items = input.items.filter(({ section }) => section.key === score.key);
      if (items.length === 0) return [];
      return [{ ...describeStanding(input, items, score), ...lastTime(input, score.key) }];
    });
}

/** Groups of sections, each before what is in it: `Deciding: all its parts`. */
export function describeParts(input: PlanInput): StandingView[] {
  const { parts = [] } = input.scorecard;
  return parts.flatMap((part) => {
    const items = input.items.filter(({ section }) => part.sections.includes(section.key));
    if (items.length === 0) return [];
    const title = planWords.standings.wholeOf(part.title);
    return [{ ...describeStanding(input, items, part), title, ...NEVER_BEFORE }];
  });
}

const NEVER_BEFORE: LastTime = { was: null, wasBar: null };

/** What it rests on, under the title of each set of questions. */
export function describeFoundations(input: PlanInput): PlanView["foundations"] {
  const { rubrics } = input.assessment;
  return rubrics.flatMap(({ title, sections }) => {
    const scores = input.scorecard.sections.filter(({ key }) =>
      sections.some((section) => section.key === key),
    );
    const parts = describeStandings(
      { ...input, scorecard: { ...input.scorecard, sections: scores } },
      "foundation",
    );
    return parts.length === 0 ? [] : [{ title, counts: standingCounts(parts), parts }];
  });
}

/** `2 Building it and 1 Getting started`, in the order in which they come. */
function standingCounts(parts: readonly StandingView[]): string {
  const names = [...new Set(parts.map(({ band }) => band))];
  const counts = names.map((name) => {
    const count = parts.filter(({ band }) => band === name).length;
    return `${count} ${quoted(name)}`;
  });
  return `${counted(parts.length, "part")}: ${listOf(counts)}.`;
}

function describeStanding(
  input: PlanInput,
  items: readonly PlanItem[],
  score: Omit<SectionScore, "kind" | "known" | "enough">,
): Omit<StandingView, keyof LastTime> {
  const { rubrics } = input.assessment;
  const { name: band, ...words } = standingWords(score, rubrics);
  return {
    title: input.sections.get(score.key)?.title ?? score.key,
    unknown: unknownText(items),
    band,
    ...words,
    // Said once where the number is all there is.
    ...(words.percent === band && { percent: null }),
    bar: score.percent === null ? null : barOnScale(score.percent, namingRubric(input, score)),
  };
}

/** Where the names of the bands are for the whole alone, a part is drawn on no scale of names. */
function namingRubric(
  { assessment }: PlanInput,
  { key, bands }: Pick<SectionScore, "key" | "bands">,
): Rubric | undefined {
  return bands === null ? undefined : ownerOf(assessment.rubrics, key);
}

type LastTime = Pick<StandingView, "was" | "wasBar">;

/** In words in any case; drawn only where both times asked the same, so that nobody compares by eye what does not. */
function lastTime({ comparison, assessment }: PlanInput, key: string): LastTime {
  const found = comparison?.sections.find((each) => each.key === key);
  if (found === undefined) return { was: null, wasBar: null };
  const { before, status } = found;
  if (status === "added") return { was: planWords.standings.isNew, wasBar: null };
  const other = status === "questions-changed" ? planWords.standings.fromOtherQuestions : "";
  if (status === "bands-moved" || status === "kind-changed")
    return { was: `${changeText(found, [])}.`, wasBar: null };
  const isDrawn = status === "compared" && before !== null;
  return {
    was: planWords.standings.lastTime(standingText(before), other),
    wasBar: isDrawn
      ? barOnScale(
          before.percent,
          before.bands === null ? undefined : ownerOf(assessment.rubrics, key),
        )
      : null,
  };
}

/** What is not settled in a section, with each reason told apart. */
function unknownText(items: readonly PlanItem[]): string {
  const applicable = items.filter(({ interval }) => interval !== undefined);
  const parts = [
    { count: applicable.filter(isUnsure).length, words: planWords.standings.notKnown },
    {
      count: applicable.filter(({ answer }) => answer.kind === "differ").length,
      words: planWords.standings.notAgreed,
    },
    {
      count: applicable.filter(({ answer }) => answer.kind === "skipped").length,
      words: planWords.standings.later,
    },
    {
      count: applicable.filter(({ answer }) => answer.kind === "look-again").length,
      words: planWords.standings.lookAgain,
    },
    {
      count: applicable.filter(({ answer }) => answer.kind === "none").length,
      words: planWords.standings.notAsked,
    },
  ].filter(({ count }) => count > 0);
  const all = counted(applicable.length, "question");
  if (applicable.length === 0) return planWords.standings.noneApplies;
  if (applicable.every(({ answer }) => answer.kind === "none"))
    return planWords.standings.noneAsked(applicable.length, all);
  if (parts.length === 0) return planWords.standings.allAnswered(applicable.length);
  return planWords.standings.ofAll(
    all,
    parts.map(({ count, words }) => `${count} ${words}`),
  );
}
