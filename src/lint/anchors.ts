import type { RubricFile } from "../rubric/schema.ts";
import type { Path } from "../yaml/diagnostic.ts";

/** The words of one level, and where they stand. */
export interface Anchor {
  readonly level: string;
  readonly text: string;
  readonly path: Path;
}

/** The levels that are told apart by their words: those of each scale, and those of each question with words of its own. */
export function anchorSets({ scales, sections }: RubricFile): Anchor[][] {
  const own = sections.flatMap(({ criteria }, at) =>
    criteria.map(({ levels = {} }, index) =>
      Object.entries(levels).map(([level, text]) => ({
        level,
        text,
        path: ["sections", at, "criteria", index, "levels", level],
      })),
    ),
  );
  const shared = Object.entries(scales).map(([scale, levels]) =>
    levels.flatMap(({ id, means }, index) =>
      means === undefined
        ? []
        : [{ level: id, text: means, path: ["scales", scale, index, "means"] }],
    ),
  );
  return [...shared, ...own];
}
