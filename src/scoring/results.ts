import type { Rubric, SectionGroup } from "../rubric/rubric.ts";
import { type Exact, fractionText } from "../util/exact.ts";
import { counted, listOf } from "../util/words.ts";
import { type NoScore, weigh, whyNoScore } from "./interval.ts";
import { type Amount, amountOf, countsPoints, meanOf, percentRange, pointsIn } from "./percent.ts";
import type { InstrumentResult, PartScore, Scorecard } from "./schema.ts";
import { bandRange, type Cap, capsOf, type JudgedSection, practiceOf } from "./section-score.ts";

// Results of instruments that are added up, or of which the mean is taken: of the whole, and of their parts.

/** What is under a part, or is a whole instrument: its own parts, and sections that stand in none of them. */
interface Under {
  readonly parts: readonly SectionGroup[];
  readonly sections: readonly JudgedSection[];
}

/** A mean is of what is directly under it, each counted once; a sum is of all answers. */
function amountUnder(rubric: Rubric, { parts, sections }: Under): Amount {
  const judged = sections.flatMap(practiceOf);
  if (rubric.headline === "sum") return amountOf(judged, true);
  const inParts = new Set(parts.flatMap((part) => part.sections));
  const loose = sections.filter(({ section }) => !inParts.has(section.key));
  const amounts = [
    ...parts.map((part) => ({ parts: part.parts, sections: within(part, sections) })),
    ...loose.map((each) => ({ parts: [], sections: [each] })),
  ].filter((each) => weigh(each.sections.flatMap(practiceOf)) !== undefined);
  return meanOf(
    amounts.map((each) =>
      each.parts.length === 0 && each.sections.length === 1
        ? amountOf(each.sections.flatMap(practiceOf), false)
        : amountUnder(rubric, each),
    ),
  );
}

function within(part: SectionGroup, sections: readonly JudgedSection[]): readonly JudgedSection[] {
  return sections.filter(({ section }) => part.sections.includes(section.key));
}

type Figures = Omit<PartScore, "key" | "title" | "within" | "sections">;

const NONE = {
  low: null,
  high: null,
  percent: null,
  bands: null,
  capped: [],
  undecided: [],
} as const;

function figuresOf(rubric: Rubric, under: Under, caps: readonly Cap[]): Figures {
  const noScore = whyNone(under.sections);
  if (noScore !== undefined) return { ...NONE, capped: [], undecided: [], noScore };
  const amount = amountUnder(rubric, under);
  const room = amount.most.sub(amount.least);
  const share = (end: Exact) => end.sub(amount.least).div(room);
  const [low, high] = [share(amount.low), share(amount.high)];
  return {
    low: fractionText(low),
    high: fractionText(high),
    percent: percentRange(low, high),
    ...bandRange(rubric.bands, { low, high }, caps),
    noScore: null,
    ...(countsPoints(rubric) && { points: pointsIn(amount) }),
  };
}

function whyNone(sections: readonly JudgedSection[]): NoScore | undefined {
  return whyNoScore(sections.flatMap(practiceOf));
}

/** The result of each part of a rubric, a part before the parts in it. */
export function scoreParts(rubric: Rubric, sections: readonly JudgedSection[]): PartScore[] {
  const named = { ...rubric, bands: rubric.bandsTotal ? [] : rubric.bands };
  const scored = sections.filter(({ section }) => section.scored);
  const walk = (parts: readonly SectionGroup[], inside: string | null): PartScore[] =>
    parts.flatMap((part) => {
      const own = within(part, scored);
      const caps = own.flatMap(({ judged }) => capsOf(judged, rubric.cap));
      const { key, title } = part;
      const about = { key, title, within: inside, sections: [...part.sections] };
      const figures = figuresOf(named, { parts: part.parts, sections: own }, caps);
      return [{ ...about, ...figures }, ...walk(part.parts, key)];
    });
  return walk(rubric.parts, null);
}

/** The result of an instrument that is added up, or whose mean is taken; of its principles alone. */
export function scoreInstrument(
  rubric: Rubric,
  sections: readonly JudgedSection[],
): InstrumentResult {
  const principles = sections.filter(
    ({ section, judged }) => section.kind === "principle" && section.scored && judged.length > 0,
  );
  const caps = sections.flatMap(({ judged }) => capsOf(judged, rubric.cap));
  const how = rubric.headline === "sum" ? "sum" : "mean";
  const figures = figuresOf(rubric, { parts: rubric.parts, sections: principles }, caps);
  return { rubric: rubric.id, how, ...figures };
}

/** Of how many parts, and sections that stand in none, the mean of a rubric is taken. */
export function meanWords(
  { sections, parts = [] }: Scorecard,
  rubric: Rubric | undefined,
  said: string,
): string {
  const groups = rubric?.parts ?? [];
  const inParts = new Set(groups.flatMap((part) => part.sections));
  const own = new Set([...(rubric?.sections ?? []), ...groups].map(({ key }) => key));
  const counts = ({ key, noScore }: Pick<PartScore, "key" | "noScore">) =>
    own.has(key) && !inParts.has(key) && noScore !== "unscored" && noScore !== "does-not-apply";
  const names = [
    ...parts.filter(counts).map(() => "part"),
    ...sections.filter((each) => each.kind === "principle" && counts(each)).map(() => "section"),
  ];
  if (names.length === 1) return `It is the result of its one ${names[0]}${said}.`;
  const what = ["part", "section"].flatMap((name) => {
    const count = names.filter((each) => each === name).length;
    return count === 0 ? [] : [counted(count, name)];
  });
  return `It is the mean of ${listOf(what)}, each counted once${said}.`;
}
