import type { RubricFile } from "../../../rubric/schema.ts";
import { defineRule } from "../../rule.ts";
import { citationsIn } from "../../subject.ts";

interface Facts {
  readonly id: string;
}

export const missing = defineRule<Facts>({
  name: "source/missing",
  severity: "warning",
  about: {
    what: "A question, a page or a figure that does not say where it comes from.",
    why: "Nobody could look it up or doubt it.",
    host: "guide",
    bad: "pages:\n  - { id: «power», title: Power, kind: tip, when: Now., say: [Name it.], try: [Ask.], from: {} }",
    good: "pages:\n  - { id: power, title: Power, kind: tip, when: Now., say: [Name it.], try: [Ask.], from: { talk: [First evening] } }",
  },
  words: ({ id }) => ({
    says: `"${id}" does not say where it comes from.`,
    why: "Nobody could look it up or doubt it.",
    fix: "Add  from:  with a source and the headings it draws on.",
  }),
  // Where no question at all has sources, `rubric/lacks` says so once.
  check: (subject) =>
    (hasNone(subject.rubric) ? [] : citationsIn(subject))
      .filter(({ from }) => Object.keys(from).length === 0)
      .map(({ id, path }) => ({ at: { path: [...path, "id"] }, facts: { id } })),
});

function hasNone(rubric: RubricFile | undefined): boolean {
  const criteria = rubric?.sections.flatMap((section) => section.criteria) ?? [];
  return criteria.length > 0 && criteria.every(({ from }) => from === undefined);
}
