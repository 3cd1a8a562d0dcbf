import type { Context } from "../../context.ts";
import { EXIT, type ExitCode } from "../../errors.ts";
import type { Block } from "../../report/outline.ts";
import { outlineMarkdown } from "../../report/outline-markdown.ts";
import { outlineText } from "../../report/outline-text.ts";
import { rubricList } from "../../report/rubric-list.ts";
import { rubricOutline } from "../../report/rubric-outline.ts";
import { criteriaOf, type Rubric } from "../../rubric/rubric.ts";
import { bundledRubricIds } from "../../workspace/bundled-rubric-ids.ts";
import { loadGuide } from "../../workspace/load-guide.ts";
import { DEFAULT_RUBRICS, loadBundled, loadRubric } from "../../workspace/load-rubrics.ts";
import { loadTitles } from "../../workspace/load-titles.ts";
import type { SHOW_FORMATS } from "./choices.ts";

export interface ShowOptions {
  readonly format: (typeof SHOW_FORMATS)[number];
  readonly preview?: boolean;
}

export async function runRubricList(context: Context): Promise<ExitCode> {
  const rubrics: Rubric[] = [];
  for (const id of await bundledRubricIds(context)) rubrics.push(await loadBundled(context, id));
  context.stdout.write(outlineText(rubricList(rubrics, DEFAULT_RUBRICS), context));
  return EXIT.done;
}

export async function runRubricShow(
  context: Context,
  idOrPath: string,
  { format, preview = false }: ShowOptions,
): Promise<ExitCode> {
  const rubric = await loadRubric(context, idOrPath);
  if (preview) {
    // Loaded only here: it brings the whole talk with it.
    const { rubricPreview } = await import("../../report/rubric-preview.ts");
    const { columns } = context.window();
    context.stdout.write(rubricPreview(rubric, { columns, color: context.color }));
    return EXIT.done;
  }
  const page = rubricOutline(rubric, await titlesFor(context, rubric));
  context.stdout.write(RENDER[format](page, context));
  return EXIT.done;
}

const RENDER: Readonly<
  Record<ShowOptions["format"], (page: readonly Block[], context: Context) => string>
> = { text: outlineText, md: outlineMarkdown };

/** The titles of what its questions refer to: barriers of other rubrics, and pages of the guide. */
async function titlesFor(context: Context, rubric: Rubric): Promise<ReadonlyMap<string, string>> {
  const criteria = criteriaOf(rubric);
  const titles = await loadTitles(
    context,
    criteria.flatMap(({ eases }) => eases),
  );
  if (criteria.every(({ guide }) => guide.length === 0)) return titles;
  const { pages } = await loadGuide(context);
  return new Map([...titles, ...pages.map(({ id, title }): [string, string] => [id, title])]);
}
