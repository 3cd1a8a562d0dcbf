import { classWords } from "../../scoring/beside-words.ts";
import { isUnasked } from "../../scoring/interval.ts";
import { shareWords } from "../../scoring/percent.ts";
import type { BarrierScore } from "../../scoring/schema.ts";
import { type Block, heading, type ListItem, list, paragraph } from "../../terminal/blocks.ts";
import { asSentence, inSentence, listOf, quoted, rangeWords } from "../../util/words.ts";
import { attentionText, CHANGES, changeText, isSideBySide, placeWords } from "../change-words.ts";
import type {
  Answered,
  BarrierChange,
  Comparison,
  HeadlineChange,
  SectionChange,
  Standing,
} from "../schema.ts";

/** The result, the sections and the barriers, each before and after. */
export function comparedScores(comparison: Comparison, depth: 2 | 3): Block[] {
  return [
    ...headlineBlocks(comparison, depth),
    ...sectionBlocks(comparison),
    ...list("What gets in the way:", barrierItems(comparison)),
  ];
}

/** As `comparedScores`, with only those barriers that stand elsewhere now. */
export function comparedInShort(comparison: Comparison, depth: 2 | 3): Block[] {
  const moved = comparison.barriers
    .filter((each) => isInBoth(each) && (each.attention === "more" || each.attention === "less"))
    .map((each) => ({
      text: each.title,
      details: [...classLine(each), asSentence(attentionText(each, comparison.criteria))],
    }));
  return [
    ...headlineBlocks(comparison, depth),
    ...sectionBlocks(comparison),
    ...list("What gets in the way, where it changed:", moved),
  ];
}

function isInBoth({ status }: Pick<SectionChange, "status">): boolean {
  return status !== "added" && status !== "removed";
}

function headlineBlocks({ headline, results = [], criteria }: Comparison, depth: 2 | 3): Block[] {
  const own = results
    .filter(isInBoth)
    .map((each) => ({ name: quoted(each.title), text: movedText(each, criteria) }));
  if (headline.before === null && headline.after === null)
    return own.length === 0
      ? []
      : [heading(depth, "The results"), ...list("Each set of questions has its own:", own)];
  const whose = headline.whose === null ? "" : `This is the result of ${quoted(headline.whose)}. `;
  return [
    heading(depth, "The result"),
    paragraph(`${whose}${movedText(headline, criteria)}`),
    ...list("Other questions have a result of their own:", own),
  ];
}

function sectionBlocks({ sections, criteria }: Comparison): Block[] {
  const ofKind = (kind: SectionChange["kind"]) =>
    sections
      .filter((each) => each.kind === kind && isInBoth(each))
      .map((each): ListItem => ({ text: each.title, details: [movedText(each, criteria)] }));
  return [
    ...list("Principles:", ofKind("principle")),
    ...list("Foundations:", ofKind("foundation")),
  ];
}

function movedText(
  changed: Omit<HeadlineChange, "whose">,
  criteria: Comparison["criteria"],
): string {
  const { before, after, status } = changed;
  const words = (standing: Standing | null) =>
    standing === null ? "too early to say, or not enough applies" : placeWords(standing);
  const text = asSentence(changeText(changed, criteria));
  if (!isSideBySide(status)) return text;
  const moved = wasAndNow(words(before), words(after));
  return status === "not-enough" ? moved : `${moved} ${text}`;
}

/** Those that stayed as they were share one line, so that the others are seen. */
function barrierItems({ barriers, criteria }: Comparison): ListItem[] {
  const both = barriers.filter(isInBoth);
  const still = both.filter(isUnmoved);
  const moved = both
    .filter((each) => !still.includes(each))
    .map((each) => barrierItem(each, criteria));
  if (still.length === 0) return moved;
  return [
    ...moved,
    { name: "The same as last time", text: listOf(still.map(({ title }) => title)) },
  ];
}

function isUnmoved({ before, after, status }: BarrierChange): boolean {
  return (
    isSideBySide(status) &&
    (["pressure", "cover", "class"] as const).every(
      (figure) => String(before?.[figure]) === String(after?.[figure]),
    )
  );
}

function barrierItem(barrier: BarrierChange, criteria: Comparison["criteria"]): ListItem {
  const { title, before, after, status, pressure, cover } = barrier;
  if (!isSideBySide(status))
    return { text: title, details: [asSentence(attentionText(barrier, criteria))] };
  const said = (change: BarrierChange["cover"]) =>
    change === null ? "" : ` ${asSentence(CHANGES[change])}`;
  return {
    text: title,
    details: [
      ...classLine(barrier),
      asSentence(attentionText(barrier, criteria)),
      `How much it is felt. ${wasAndNow(inSentence(before?.felt ?? NOTHING), inSentence(after?.felt ?? NOTHING))}${said(pressure)}`,
      `What is in place. ${wasAndNow(knownShare(before?.cover ?? null), knownShare(after?.cover ?? null))}${said(cover)}`,
    ],
  };
}

const NOTHING = "we cannot say";

function classLine({ before, after }: BarrierChange): string[] {
  const words = (figures: BarrierChange["before"]) =>
    figures === null ? NOTHING : inSentence(classWords(figures));
  return [wasAndNow(words(before), words(after))];
}

function knownShare(range: BarrierScore["cover"]): string {
  return range === null ? "not enough to say" : shareWords(range);
}

/** What was answered, in the words of the question's own levels. */
export function answeredWords({ answer, levels }: Answered): string {
  if (answer === "unsure") return "not known";
  if (answer === "look-again") return "given to levels that are no longer there";
  if (answer === "waits") return "not asked, because other barriers come first";
  if (isUnasked(answer)) return "not asked";
  if (levels === null) return "does not apply";
  if (answer === "differ") return `no agreement, from ${levels[0]} to ${levels[1]}`;
  return answer === "votes" ? `by votes, ${rangeWords(levels)}` : levels[0];
}

export function wasAndNow(was: string, now: string): string {
  return `Was: ${was}. Now: ${now}.`;
}
