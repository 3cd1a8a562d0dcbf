import { defineRule } from "../../rule.ts";
import { matchStretches } from "../../text/spans.ts";
import { wordPattern } from "../../text/terms.ts";

interface Facts {
  readonly term: string;
}

export const glossaryCircular = defineRule<Facts>({
  name: "words/glossary-circular",
  severity: "warning",
  about: {
    what: "An explanation that uses the very word it explains.",
    why: "Whoever looks the word up learns nothing, and will not look again.",
    host: "rubric",
    bad: "glossary:\n  advocate: Somebody who works as an «advocate» for others.",
    good: "glossary:\n  advocate: Somebody who speaks up for another person, at their wish.",
  },
  words: ({ term }) => ({
    says: `The explanation of "${term}" uses the word itself.`,
    why: "Whoever looks it up learns nothing.",
    fix: "Explain it in other words.",
  }),
  check: ({ prose }) =>
    prose
      .filter(({ role }) => role === "explanation")
      .flatMap(({ path, text }) => {
        const term = String(path.at(-1));
        // Most explanations do not hold the letters at all, and that is quicker to see.
        if (!text.toLowerCase().includes(term.toLowerCase())) return [];
        const [first] = matchStretches(text, wordPattern([term]) ?? /$^/gu);
        if (first === undefined) return [];
        return [{ at: { path, stretch: [first.from, first.to] as const }, facts: { term } }];
      }),
});
