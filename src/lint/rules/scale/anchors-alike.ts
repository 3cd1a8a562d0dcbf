import { type Anchor, anchorSets } from "../../anchors.ts";
import { defineRule, type Found } from "../../rule.ts";
import { wordsOf } from "../../stretches.ts";

interface Facts {
  readonly level: string;
  readonly other: string;
  readonly percent: number;
  readonly onlyAmounts: boolean;
}

const AMOUNTS = new Set(
  "none no some few several many most all every each always often usually sometimes rarely never half part partly fully not".split(
    " ",
  ),
);

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
  words: ({ level, other, percent, onlyAmounts }) => ({
    says: onlyAmounts
      ? `"${level}" and "${other}" differ only by an amount.`
      : `"${level}" and "${other}" share ${percent} words in a hundred.`,
    why: "People argue about a word instead of about what they have seen.",
    fix: "Say what people would see or hear at each level.",
  }),
  check: ({ rubric }, { percent }) =>
    rubric === undefined ? [] : anchorSets(rubric).flatMap((set) => alike(set, percent)),
});

/** No scale has more. Further words belong to levels that are not there, and that is reported. */
const MOST_LEVELS = 7;

function alike(set: readonly Anchor[], limit: number): Found<Facts>[] {
  const worded = set.slice(0, MOST_LEVELS).map((anchor) => ({ anchor, words: wordsIn(anchor) }));
  return worded.flatMap(({ anchor, words: a }, index) =>
    worded.slice(0, index).flatMap(({ anchor: earlier, words: b }) => {
      const percent = Math.round((100 * shared(a, b)) / Math.max(a.length, b.length, 1));
      const onlyAmounts = withoutAmounts(a) === withoutAmounts(b);
      if (percent < limit && !onlyAmounts) return [];
      const facts = { level: anchor.level, other: earlier.level, percent, onlyAmounts };
      const at = { path: anchor.path, stretch: [0, anchor.text.length] as const };
      return [{ at, facts, related: [{ at: earlier, says: `"${earlier.level}" stands here` }] }];
    }),
  );
}

function wordsIn({ text }: Anchor): string[] {
  return wordsOf(text.toLowerCase());
}

function withoutAmounts(words: readonly string[]): string {
  return words.filter((word) => !AMOUNTS.has(word)).join(" ");
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
