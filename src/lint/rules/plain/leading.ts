import { defineRule } from "../../rule.ts";
import { matchStretches } from "../../text/spans.ts";
import { isQuoted } from "../../text/untouched.ts";

interface Facts {
  readonly words: string;
}

const LEADING =
  /\b(?:don['’]t you (?:think|agree|feel)|do you (?:not )?agree that|would you agree|of course|surely|obviously|clearly|needless to say|(?:everyone|everybody) knows|aren['’]t we|naturally)\b|,\s+(?:is|are|do|does|did|was|were|have|has|can|will|would|should)n['’]t (?:it|we|they|you|he|she|that|there)(?=\s*\?)/giu;

export const leading = defineRule<Facts>({
  name: "plain/leading",
  severity: "info",
  about: {
    what: "A question that says which answer is expected.",
    why: "People who see it another way have to contradict the page before they can speak.",
    host: "criterion",
    bad: "asks: Do we «of course» pay people for their time?",
    good: "asks: Do we pay people for their time?",
  },
  words: ({ words }) => ({
    says: `"${words}" tells people which answer is expected.`,
    why: "Those who see it another way have to contradict the page first.",
    fix: "Take it out.",
  }),
  check: ({ prose }) =>
    prose
      .filter(({ role }) => role === "question" || role === "talk")
      .flatMap(({ path, text }) =>
        matchStretches(text, LEADING)
          .filter((found) => !isQuoted(text, found))
          .map(({ text: words, from, to }) => ({
            at: { path, stretch: [from, to] as const },
            facts: { words: words.replace(/^,\s+/u, "") },
          })),
      ),
});
