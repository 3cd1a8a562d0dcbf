import { defineRule } from "../../rule.ts";
import { stepsIn } from "../../subject.ts";
import { SMALL_WORDS } from "../../text/vocabulary/small-words.ts";

interface Facts {
  readonly sign: string;
}

/** Whether something is so cannot be told by these. */
const VAGUE = new Set(
  (
    "better best good well improve improved improves improving improvement happy happier happen happens happened work works " +
    "working done change changes changed different things everything something step action goal aim success successful complete " +
    "completed finished achieved effective effectively progress made feel feels notice noticed everyone everybody"
  ).split(" "),
);

export const noSign = defineRule<Facts>({
  name: "next/no-sign",
  severity: "warning",
  about: {
    what: "A next step whose sign nobody could check: *Things are better*, *It is done*. A step without `sign` is an error: see shape/missing.",
    why: "Next year, nobody can say whether it worked.",
    host: "criterion",
    bad: 'next: { "yes": { do: Talk about power first., first: Put it on the agenda., effort: small, who: Chair, sign: «Things are better.» } }',
    good: 'next: { "yes": { do: Talk about power first., first: Put it on the agenda., effort: small, who: Chair, sign: The notes say so. } }',
  },
  words: ({ sign }) => ({
    says: `Nobody could check whether "${sign.replace(/[.!]+$/u, "")}" is so.`,
    why: "Next year, nobody can say whether it worked.",
    fix: "Say what people would see, hear or hold in their hands.",
  }),
  check: ({ rubric, smallWordsOf }) =>
    stepsIn(rubric)
      .filter(({ step }) => {
        const words = smallWordsOf(step.sign);
        return saysNothing(words) || same(words, smallWordsOf(step.do));
      })
      .map(({ step: { sign }, path }) => ({ at: { path: [...path, "sign"] }, facts: { sign } })),
});

function saysNothing(words: readonly string[]): boolean {
  return words.every((word) => VAGUE.has(word) || SMALL_WORDS.has(word));
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word, at) => word === b[at]);
}
