import { defineRule, type Found } from "../../rule.ts";
import {
  type Anchor,
  anchorSets,
  isAmountScale,
  type Subject,
  withoutAmounts,
} from "../../subject.ts";

interface Facts {
  readonly level: string;
  readonly other: string;
  readonly percent: number;
  readonly onlyAmounts: boolean;
  /** Set where all the levels are meant, from the first to the last. */
  readonly levels?: number;
}

export const anchorsAlike = defineRule<Facts, { percent: number }>({
  name: "scale/anchors-alike",
  severity: "warning",
  about: {
    what: "Two levels of a question with nearly the same words, or that differ only by an amount such as *some*, *most* and *all*.",
    why: "People argue about a word instead of about what they have seen.",
    host: "criterion",
    bad: 'levels:\n  "no": Some meetings start with a talk about power.\n  "yes": «Most meetings start with a talk about power.»',
    good: 'levels:\n  "no": Nobody has said aloud who decides.\n  "yes": The first meeting of each project has time to name who holds power.',
  },
  options: {
    percent: {
      about: "From how much overlap of words on, in a hundred",
      values: { workshop: 80, "easy-read": 80, specialist: 80 },
    },
  },
  words: ({ level, other, percent, onlyAmounts, levels }) => ({
    says:
      levels !== undefined
        ? `The ${levels} levels differ only by an amount.`
        : onlyAmounts
          ? `"${level}" and "${other}" differ only by an amount.`
          : `"${level}" and "${other}" share ${percent} words in a hundred.`,
    why: "People argue about a word instead of about what they have seen.",
    fix: "Say what people would see or hear at each level.",
  }),
  check: ({ rubric, smallWordsOf }, { percent }) =>
    rubric === undefined
      ? []
      : [
          ...anchorSets(rubric).flatMap((set) => amountScale(set, smallWordsOf)),
          ...anchorSets(rubric)
            .map((set) => set.slice(0, MOST_LEVELS))
            .flatMap((set) => (isAmountScale(set, smallWordsOf) ? [] : [set]))
            .map((set) => set.map((anchor) => wordedOf(anchor, smallWordsOf(anchor.text))))
            .flatMap((set) => alike(set, percent)),
        ],
});

/** A scale from never to always is one fact, however many pairs of its levels are alike. */
function amountScale(
  set: readonly Anchor[],
  smallWordsOf: Subject["smallWordsOf"],
): Found<Facts>[] {
  const [first] = set;
  const last = set.at(-1);
  if (first === undefined || last === undefined || !isAmountScale(set, smallWordsOf)) return [];
  const levels = set.length;
  const facts = { level: last.level, other: first.level, percent: 100, onlyAmounts: true, levels };
  const related = set
    .slice(0, -1)
    .map((each) => ({ at: each, says: `"${each.level}" stands here` }));
  return [{ at: { path: last.path, stretch: [0, last.text.length] as const }, facts, related }];
}

/** No scale has more. Further words belong to levels that are not there, and that is reported. */
const MOST_LEVELS = 7;

function alike(set: readonly Worded[], limit: number): Found<Facts>[] {
  return set.flatMap((later, index) =>
    set.slice(0, index).flatMap((earlier) => {
      const onlyAmounts = later.bare === earlier.bare;
      const percent = onlyAmounts || mayShare(later, earlier, limit) ? share(later, earlier) : 0;
      if (percent < limit && !onlyAmounts) return [];
      const { anchor } = later;
      const facts = { level: anchor.level, other: earlier.anchor.level, percent, onlyAmounts };
      const at = { path: anchor.path, stretch: [0, anchor.text.length] as const };
      const related = [{ at: earlier.anchor, says: `"${earlier.anchor.level}" stands here` }];
      return [{ at, facts, related }];
    }),
  );
}

interface Worded {
  readonly anchor: Anchor;
  readonly words: readonly string[];
  /** All but the amounts. */
  readonly bare: string;
}

function wordedOf(anchor: Anchor, words: readonly string[]): Worded {
  return { anchor, words, bare: withoutAmounts(words) };
}

/** Texts of very different length cannot, and that is quicker to see than how much they share. */
function mayShare({ words: a }: Worded, { words: b }: Worded, limit: number): boolean {
  return percentOf(Math.min(a.length, b.length), a, b) >= limit;
}

/** In a hundred words of the longer one. */
function share({ words: a }: Worded, { words: b }: Worded): number {
  return percentOf(shared(a, b), a, b);
}

function percentOf(count: number, a: readonly string[], b: readonly string[]): number {
  return Math.round((100 * count) / Math.max(a.length, b.length, 1));
}

/** How many words both have, each counted as often as it stands in both. */
function shared(a: readonly string[], b: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of b) left.set(word, (left.get(word) ?? 0) + 1);
  return a.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count > 0;
  }).length;
}
