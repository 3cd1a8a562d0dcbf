import { defineRule } from "../../rule.ts";
import { isEnglish } from "../../subject.ts";
import { explainedInitials, hasInitials, initialsIn } from "../../text/capitals.ts";
import { jargonIn } from "../../text/vocabulary/jargon.ts";

interface Facts {
  readonly term: string;
  readonly found: string;
}

export const glossaryUsesJargon = defineRule<Facts>({
  name: "words/glossary-uses-jargon",
  severity: "warning",
  about: {
    what: "An explanation that needs an explanation: it uses an office word or initials that the glossary does not have.",
    why: "Whoever looks a word up should not have to look up another one.",
    host: "rubric",
    bad: "glossary:\n  advocate: Somebody who speaks up for «stakeholders».",
    good: "glossary:\n  advocate: Somebody who speaks up for another person, at their wish.",
  },
  words: ({ term, found }) => ({
    says: `The explanation of "${term}" uses "${found}", which is not explained.`,
    why: "Whoever looks a word up should not have to look up another one.",
    fix: "Say it in everyday words.",
  }),
  check(subject) {
    const anyInitials = hasInitials(subject);
    const initials = anyInitials ? explainedInitials(subject) : new Set<string>();
    const known = Object.keys(subject.glossary);
    return subject.prose
      .filter(({ role }) => role === "explanation")
      .flatMap(({ path, text }) =>
        [
          ...(isEnglish(subject) ? jargonIn(text, known) : []),
          ...(anyInitials ? initialsIn(text) : []).filter((each) => !initials.has(each.text)),
        ].map(({ text: found, from, to }) => ({
          at: { path, stretch: [from, to] as const },
          facts: { term: String(path.at(-1)), found },
        })),
      );
  },
});
