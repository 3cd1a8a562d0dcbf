import type { Path } from "../../../diagnostic.ts";
import type { Guide } from "../../../guide/schema.ts";
import type { RubricFile } from "../../../rubric/schema.ts";
import { defineRule } from "../../rule.ts";

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
  check: ({ rubric, guide }) =>
    [...criteriaIn(rubric), ...pagesIn(guide)]
      .filter(({ from = {} }) => Object.keys(from).length === 0)
      .map(({ id, path }) => ({ at: { path: [...path, "id"] }, facts: { id } })),
});

interface Cited {
  readonly id: string;
  readonly from?: Readonly<Record<string, readonly string[]>>;
  readonly path: Path;
}

function criteriaIn(rubric: RubricFile | undefined): Cited[] {
  const sections = rubric?.sections ?? [];
  return sections.flatMap(({ criteria }, at) =>
    criteria.map((criterion, index) => ({
      ...criterion,
      path: ["sections", at, "criteria", index],
    })),
  );
}

function pagesIn(guide: Guide | undefined): Cited[] {
  const { pages = [], figures = [] } = guide ?? {};
  return Object.entries({ pages, figures }).flatMap(([list, items]) =>
    items.map(({ id, from }, index) => ({ id, from, path: [list, index] })),
  );
}
