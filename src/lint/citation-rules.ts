import type { Diagnostic } from "../diagnostic.ts";
import type { Guide } from "../guide/schema.ts";
import type { RubricFile } from "../rubric/schema.ts";
import { Collector } from "../source/collector.ts";
import type { Path, SourceFile } from "../source/source-file.ts";

/** Advice on what does not say where it comes from: nobody could look it up or doubt it. */
export function adviseOnCitations(
  {
    rubric,
    guide,
  }: { readonly rubric?: RubricFile | undefined; readonly guide?: Guide | undefined },
  source: SourceFile,
): readonly Diagnostic[] {
  const collector = new Collector(source);
  for (const { id, from, path } of [...criteriaIn(rubric), ...pagesIn(guide)]) {
    const isCited = Object.keys(from ?? {}).length > 0;
    if (!isCited) collector.warning("source/missing", { id }, [...path, "id"]);
  }
  return collector.diagnostics;
}

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
