import { defineRule } from "../../rule.ts";

interface Facts {
  readonly term: string;
  readonly before: string;
}

export const glossaryUnsorted = defineRule<Facts>({
  name: "words/glossary-unsorted",
  severity: "info",
  about: {
    what: "A glossary that is not in the order of the alphabet.",
    why: "On paper, people look a word up by its first letter.",
    host: "rubric",
    bad: "glossary:\n  trustee: One of the people who lead a charity and answer for it in law.\n  «advocate»: Somebody who speaks up for another person, at their wish.",
    good: "glossary:\n  advocate: Somebody who speaks up for another person, at their wish.\n  trustee: One of the people who lead a charity and answer for it in law.",
  },
  words: ({ term, before }) => ({
    says: `"${term}" comes before "${before}" in the alphabet.`,
    why: "On paper, people look a word up by its first letter.",
    fix: `Move it up, before "${before}".`,
  }),
  check({ glossary }) {
    const terms = Object.keys(glossary);
    const at = terms.findIndex(
      (term, index) => index > 0 && folded(term) < folded(terms[index - 1] ?? ""),
    );
    const term = terms[at];
    const before = terms
      .slice(0, Math.max(0, at))
      .find((each) => folded(each) > folded(term ?? ""));
    if (term === undefined || before === undefined) return [];
    return [{ at: { path: ["glossary", term], key: true }, facts: { term, before } }];
  },
});

// Not localeCompare: the order must be the same on every machine.
function folded(term: string): string {
  return term.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
