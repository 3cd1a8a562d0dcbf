import { defineRule } from "../../rule.ts";
import { anchorSets, isAmountScale } from "../../subject.ts";
import { SMALL_WORDS } from "../../text/vocabulary/small-words.ts";

interface Facts {
  readonly level: string;
  readonly words: readonly string[];
}

const VAGUE = new Set(
  (
    "sometimes often always never rarely seldom usually occasionally frequently regularly mostly mainly generally " +
    "some few several many most all partly fully completely somewhat quite very really little lot lots enough " +
    "good bad poor fair excellent great strong weak effective effectively well adequate adequately appropriate appropriately " +
    "better best high low medium basic advanced consistent consistently start starts started progress"
  ).split(" "),
);

/** They say only that something is done, whatever it is. */
const FILLERS = new Set(
  (
    "happen happens happened happening done made make makes begun begin begins beginning work works working place places area areas part parts time times " +
    "way ways level practice standard kind sort bit"
  ).split(" "),
);

export const anchorVague = defineRule<Facts>({
  name: "scale/anchor-vague",
  severity: "warning",
  about: {
    what: "A level described only by how often or how well: *sometimes, often, good, effective*.",
    why: "Each person has another picture of *often*, so the same answer means different things.",
    host: "criterion",
    bad: 'levels:\n  "no": Nobody has said aloud who decides.\n  "yes": «We do this very often and very well.»',
    good: 'levels:\n  "no": Nobody has said aloud who decides.\n  "yes": The first meeting of each project has time to name who holds power.',
  },
  words: ({ level, words }) => ({
    says: `"${level}" is described only by "${words.join('", "')}".`,
    why: "Each person has another picture of that.",
    fix: "Say what people would see or hear at this level.",
  }),
  check: ({ rubric, smallWordsOf }) =>
    rubric === undefined
      ? []
      : anchorSets(rubric)
          .filter((set) => !isAmountScale(set, smallWordsOf))
          .flatMap((set) =>
            set.flatMap(({ level, text, path }) => {
              const words = smallWordsOf(text);
              const vague = [...new Set(words.filter((word) => VAGUE.has(word)))];
              const isTelling = words.some(
                (word) => ![VAGUE, FILLERS, SMALL_WORDS].some((list) => list.has(word)),
              );
              if (isTelling || vague.length === 0) return [];
              return [
                {
                  at: { path, stretch: [0, text.length] as const },
                  facts: { level, words: vague },
                },
              ];
            }),
          ),
});
