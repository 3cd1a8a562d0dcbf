import { isUnasked } from "../../scoring/interval.ts";
import { shareWords } from "../../scoring/percent.ts";
import type { BarrierScore } from "../../scoring/schema.ts";
import { BARRIER_CLASS_NAMES } from "../../scoring/section-score.ts";
import { type Block, heading, type ListItem, list, paragraph } from "../../terminal/blocks.ts";
import { inSentence, listOf, percentWords, rangeWords } from "../../util/words.ts";
import type {
  Answered,
  BarrierChange,
  Change,
  Comparison,
  HeadlineChange,
  SectionChange,
  Standing,
} from "../schema.ts";

/** The result, the sections and the barriers, each before and after. */
export function comparedScores(comparison: Comparison, depth: 2 | 3): Block[] {
  return [
    ...headlineBlocks(comparison.headline, depth),
    ...sectionBlocks(comparison.sections),
    ...list("What gets in the way:", barrierItems(comparison.barriers.filter(isInBoth))),
  ];
}

/** As `comparedScores`, with only those barriers that stand elsewhere now. */
export function comparedInShort(comparison: Comparison, depth: 2 | 3): Block[] {
  const moved = comparison.barriers
    .filter((each) => isInBoth(each) && classWords(each.before) !== classWords(each.after))
    .map(({ title, before, after }) => ({
      text: title,
      details: [wasAndNow(classWords(before), classWords(after))],
    }));
  return [
    ...headlineBlocks(comparison.headline, depth),
    ...sectionBlocks(comparison.sections),
    ...list("What gets in the way, where it changed:", moved),
  ];
}

function isInBoth({ status }: SectionChange | BarrierChange): boolean {
  return status !== "added" && status !== "removed";
}

function headlineBlocks(headline: HeadlineChange, depth: 2 | 3): Block[] {
  if (headline.before === null && headline.after === null) return [];
  const text = movedText(headline, { none: "there was none", open: "we cannot say" });
  return [heading(depth, "The result"), paragraph(text)];
}

function sectionBlocks(sections: readonly SectionChange[]): Block[] {
  const ofKind = (kind: SectionChange["kind"]) =>
    sections.filter((each) => each.kind === kind && isInBoth(each)).map(sectionItem);
  return [
    ...list("Principles:", ofKind("principle")),
    ...list("Foundations:", ofKind("foundation")),
  ];
}

function sectionItem(section: SectionChange): ListItem {
  return { text: section.title, details: [movedText(section, NO_NUMBER)] };
}

const NO_NUMBER = { none: "not enough to say", open: "not asked" };

/** What stands in the place of a range: `none` where there is no number, `open` where nothing was asked. */
type Instead = typeof NO_NUMBER;

function movedText(
  { before, after, change, status }: HeadlineChange,
  { none, open }: Instead,
): string {
  const words = (standing: HeadlineChange["before"]) => {
    if (standing === null) return none;
    return standing.asked ? standingWords(standing) : open;
  };
  const moved = wasAndNow(words(before), words(after));
  if (before?.asked === false && after?.asked === false) return moved;
  if (change !== null) return `${moved} ${CHANGE_SENTENCES[change]}`;
  return status === "questions-changed" ? `${moved} ${NOT_COMPARED}` : moved;
}

const NOT_COMPARED = "The questions behind it are not the same ones, so the two do not compare.";

/** Those that stayed as they were share one line, so that the others are seen. */
function barrierItems(barriers: readonly BarrierChange[]): ListItem[] {
  const still = barriers.filter(isUnmoved);
  const moved = barriers.filter((each) => !still.includes(each)).map(barrierItem);
  if (still.length === 0) return moved;
  return [
    ...moved,
    { name: "The same as last time", text: listOf(still.map(({ title }) => title)) },
  ];
}

function isUnmoved({ before, after }: BarrierChange): boolean {
  return (["pressure", "cover", "class"] as const).every(
    (figure) => String(before?.[figure]) === String(after?.[figure]),
  );
}

function barrierItem({ title, before, after, status, pressure, cover }: BarrierChange): ListItem {
  const part = (of: (figures: Figures) => Figures["cover"], change: BarrierChange["cover"]) => {
    const [was, now] = [before, after].map((figures) => knownShare(figures && of(figures)));
    const sentence = change === null ? "" : ` ${CHANGE_SENTENCES[change]}`;
    return `${wasAndNow(was ?? "", now ?? "")}${sentence}`;
  };
  return {
    text: title,
    details: [
      wasAndNow(classWords(before), classWords(after)),
      `How much it is felt. ${part((figures) => figures.pressure, pressure)}`,
      `What is in place. ${part((figures) => figures.cover, cover)}`,
      ...(status === "questions-changed" ? [NOT_COMPARED] : []),
    ],
  };
}

type Figures = NonNullable<BarrierChange["before"]>;

function classWords(figures: BarrierChange["before"]): string {
  return figures?.class ? inSentence(BARRIER_CLASS_NAMES[figures.class]) : "we cannot say";
}

/** As a sentence about one score. */
const CHANGE_SENTENCES: Readonly<Record<Change, string>> = {
  better: "Better.",
  worse: "Worse.",
  same: "The same.",
  "may-have-changed": "It may have changed: too much is still open.",
  learning: "We know more now. That is neither better nor worse.",
};

function standingWords({ names, percent }: Standing): string {
  return `${rangeWords(names)}, ${percentWords(percent)}`;
}

function knownShare(range: BarrierScore["cover"]): string {
  return range === null ? "not enough to say" : shareWords(range);
}

/** What was answered, in the words of the question's own levels. */
export function answeredWords({ answer, levels }: Answered): string {
  if (answer === "unsure") return "not known";
  if (isUnasked(answer)) return "not asked";
  if (levels === null) return "does not apply";
  if (answer === "differ") return `no agreement, from ${levels[0]} to ${levels[1]}`;
  return answer === "votes" ? `by votes, ${rangeWords(levels)}` : levels[0];
}

export function wasAndNow(was: string, now: string): string {
  return `Was: ${was}. Now: ${now}.`;
}
