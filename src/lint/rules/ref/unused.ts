import type { RubricFile } from "../../../rubric/schema.ts";
import { defineRule, type Found } from "../../rule.ts";
import { inOne, type Subject } from "../../subject.ts";
import { termsFrom } from "../../text/terms.ts";

interface Facts {
  readonly what: "scale" | "source" | "word of the glossary";
  readonly name: string;
}

export const unused = defineRule<Facts>({
  name: "ref/unused",
  severity: "info",
  about: {
    what: "A scale, a source or a word of the glossary that nothing in the file uses.",
    why: "People read it and look for what it belongs to.",
    host: "rubric",
    bad: "glossary:\n  «quorum»: How many people must be there to decide.",
    good: "glossary:\n  power: Being able to decide, to stop things, or to be heard.",
  },
  words: ({ what, name }) => ({
    says: `Nothing here uses the ${what} "${name}".`,
    why: "People look for what it belongs to.",
    fix: "Take it out, or use it.",
  }),
  check: (subject) => [
    ...unusedInRubric(subject.rubric),
    ...unusedSources(subject),
    ...unusedTerms(subject),
  ],
});

function unusedInRubric(rubric: RubricFile | undefined): Found<Facts>[] {
  if (rubric === undefined) return [];
  const used = new Set(
    rubric.sections.flatMap(({ scale, criteria }) =>
      criteria.map((each) => each.scale ?? scale ?? ""),
    ),
  );
  return notIn(used, "scale", ["scales", rubric.scales]);
}

function unusedSources({ rubric, guide }: Subject): Found<Facts>[] {
  const citing = [
    ...(rubric?.sections ?? []).flatMap(({ criteria }) => criteria),
    ...(guide?.pages ?? []),
    ...(guide?.figures ?? []),
  ];
  const used = new Set(citing.flatMap(({ from = {} }) => Object.keys(from)));
  return notIn(used, "source", ["sources", rubric?.sources ?? guide?.sources ?? {}]);
}

function unusedTerms({ glossary, prose }: Subject): Found<Facts>[] {
  const terms = termsFrom(Object.keys(glossary));
  const texts = prose.filter(({ path }) => path[0] !== "glossary").map(({ text }) => text);
  const used = new Set(terms.in(inOne(texts)));
  for (const [term, means] of Object.entries(glossary)) {
    for (const other of terms.in(means)) if (other !== term) used.add(other);
  }
  return notIn(used, "word of the glossary", ["glossary", glossary]);
}

function notIn(
  used: ReadonlySet<string>,
  what: Facts["what"],
  [field, value]: readonly [string, object],
): Found<Facts>[] {
  return Object.keys(value)
    .filter((name) => !used.has(name))
    .map((name) => ({ at: { path: [field, name], key: true }, facts: { what, name } }));
}
