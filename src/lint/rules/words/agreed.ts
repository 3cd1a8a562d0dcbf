import { defineRule, type Found } from "../../rule.ts";
import type { AgreedWord, Subject } from "../../subject.ts";
import { matchStretches } from "../../text/spans.ts";
import { wordPattern } from "../../text/terms.ts";

interface Facts extends AgreedWord {
  readonly found: string;
}

export const agreed = defineRule<Facts>({
  name: "words/agreed",
  severity: "warning",
  about: {
    what: "A word that your group has agreed to avoid. The list is your own: it stands in coprod.yaml under `agreed`, and is empty at first.",
    why: "People chose these words together. Going back on them says that the talk did not count.",
    host: "criterion",
    bad: "asks: Do «clients» know who decides?",
    good: "asks: Do people who come here know who decides?",
  },
  words: ({ found, use, because }) => ({
    says: `Your group has agreed not to say "${found}".`,
    ...(because === undefined ? {} : { why: `The reason you wrote down: ${because}` }),
    fix: use === undefined ? "Say it in another way." : `Say "${use}".`,
  }),
  check: (subject) => subject.surroundings.agreed.flatMap((word) => placesOf(word, subject)),
});

function placesOf(word: AgreedWord, { prose }: Subject): Found<Facts>[] {
  const pattern = wordPattern([word.avoid]);
  if (pattern === undefined) return [];
  return prose
    .filter(({ role }) => role !== "own-words")
    .flatMap(({ path, text }) =>
      matchStretches(text, pattern).map(({ text: found, from, to }) => ({
        at: { path, stretch: [from, to] as const },
        facts: { ...word, found },
      })),
    );
}
