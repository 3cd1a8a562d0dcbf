import type { RubricFile } from "../../../rubric/schema.ts";
import type { Path } from "../../../yaml/diagnostic.ts";
import { defineRule, type Found } from "../../rule.ts";

interface Facts {
  readonly id: string;
  readonly other: string;
}

interface Named {
  readonly id: string;
  readonly path: Path;
  readonly key?: boolean;
}

export const caseClash = defineRule<Facts>({
  name: "id/case-clash",
  severity: "warning",
  about: {
    what: "Two names that differ only by a hyphen, a capital or a plural s.",
    why: "Sooner or later an answer is filed under the wrong one.",
    host: "rubric",
    bad: 'scales:\n  check:\n    - { id: "no", name: "No", means: Nothing to show. }\n    - { id: "yes", name: "Yes", means: Something to show. }\n  «checks»:\n    - { id: "no", name: "No", means: Nothing to show. }\n    - { id: "yes", name: "Yes", means: Something to show. }',
    good: 'scales:\n  check:\n    - { id: "no", name: "No", means: Nothing to show. }\n    - { id: "yes", name: "Yes", means: Something to show. }\n  felt:\n    - { id: "no", name: "No", means: Nobody says so. }\n    - { id: "yes", name: "Yes", means: People say so. }',
  },
  words: ({ id, other }) => ({
    says: `"${id}" and "${other}" are almost the same name.`,
    why: "Sooner or later somebody takes one for the other.",
    fix: "Give one of them another name. List the old one under  formerly  if answers use it.",
  }),
  check: ({ rubric }) => (rubric === undefined ? [] : namespaces(rubric).flatMap(clashes)),
});

function namespaces({
  sections,
  scales,
  sources = {},
  bands = [],
  glossary = {},
}: RubricFile): Named[][] {
  const keys = (field: string, value: object) =>
    Object.keys(value).map((id) => ({ id, path: [field, id], key: true }));
  const ids = (list: readonly { readonly id: string }[], path: Path) =>
    list.map(({ id }, index) => ({ id, path: [...path, index, "id"] }));
  return [
    [
      ...ids(sections, ["sections"]),
      ...sections.flatMap(({ criteria }, at) => ids(criteria, ["sections", at, "criteria"])),
    ],
    keys("scales", scales),
    keys("sources", sources),
    keys("glossary", glossary),
    ids(bands, ["bands"]),
    ...Object.entries(scales).map(([name, levels]) => ids(levels, ["scales", name])),
  ];
}

function clashes(names: readonly Named[]): Found<Facts>[] {
  const seen = new Map<string, Named>();
  return names.flatMap((named) => {
    const folded = named.id
      .toLowerCase()
      .replace(/[-_\s]/gu, "")
      .replace(/s$/u, "");
    const other = seen.get(folded);
    if (other === undefined) {
      seen.set(folded, named);
      return [];
    }
    if (other.id === named.id) return [];
    const facts = { id: named.id, other: other.id };
    return [{ at: named, facts, related: [{ at: other, says: `"${other.id}" stands here` }] }];
  });
}
