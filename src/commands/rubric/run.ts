import { bundledRubricIds } from "../../files/bundled-rubric-ids.ts";
import { loadGuide } from "../../files/load-guide.ts";
import { DEFAULT_RUBRICS, loadBundled, loadRubric } from "../../files/load-rubrics.ts";
import { loadTitles } from "../../files/load-titles.ts";
import { EXIT, type ExitCode } from "../../platform/errors.ts";
import type { Context } from "../../platform/ports.ts";
import { criteriaOf, type Rubric } from "../../rubric/rubric.ts";
import { rubricList } from "../../rubric/text/rubric-list.ts";
import { rubricOutline } from "../../rubric/text/rubric-outline.ts";
import type { Block } from "../../terminal/outline.ts";
import { outlineMarkdown } from "../../terminal/outline-markdown.ts";
import { outlineText } from "../../terminal/outline-text.ts";
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
    const { rubricPreview } = await import("../../rubric/text/rubric-preview.ts");
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
