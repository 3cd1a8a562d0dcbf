import type { Guide } from "../guide/schema.ts";
import type { RubricFile } from "../rubric/schema.ts";
import type { Path } from "../yaml/diagnostic.ts";
import type { Subject } from "./subject.ts";

/** Something that says where it comes from, or should. */
export interface Cited {
  readonly id: string;
  readonly path: Path;
  /** Source id → headings in that source. */
  readonly from: Readonly<Record<string, readonly string[]>>;
}

/** The questions of a rubric; the pages and figures of a guide. */
export function citationsIn({ rubric, guide }: Pick<Subject, "rubric" | "guide">): Cited[] {
  return [...criteriaIn(rubric), ...pagesIn(guide)];
}

function criteriaIn(rubric: RubricFile | undefined): Cited[] {
  const sections = rubric?.sections ?? [];
  return sections.flatMap(({ criteria }, at) =>
    criteria.map(({ id, from = {} }, index) => ({
      id,
      from,
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
