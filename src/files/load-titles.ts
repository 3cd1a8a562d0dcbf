import type { Context } from "../platform/ports.ts";
import { criteriaOf, type Rubric } from "../rubric/rubric.ts";
import { bundledRubricIds } from "./bundled-rubric-ids.ts";
import { loadGuide } from "./load-guide.ts";
import { loadBundled } from "./load-rubrics.ts";

/** The titles of sections and the wording of questions by their keys, from the bundled rubrics that the keys name. */
export async function loadTitles(
  context: Context,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const named = new Set(keys.map((key) => key.split("/")[0]));
  const bundled = await bundledRubricIds(context);
  const rubrics: Rubric[] = [];
  for (const id of bundled) if (named.has(id)) rubrics.push(await loadBundled(context, id));
  return new Map(rubrics.flatMap(titlesIn));
}

function titlesIn(rubric: Rubric): [key: string, title: string][] {
  return [
    ...rubric.sections.map(({ key, title }): [string, string] => [key, title]),
    ...criteriaOf(rubric).map(({ key, asks }): [string, string] => [key, asks]),
  ];
}

/** The titles of what a rubric's questions refer to: barriers of other rubrics, and pages of the guide. */
export async function titlesReferredTo(
  context: Context,
  rubric: Rubric,
): Promise<ReadonlyMap<string, string>> {
  const criteria = criteriaOf(rubric);
  const titles = await loadTitles(
    context,
    criteria.flatMap(({ eases }) => eases),
  );
  if (criteria.every(({ guide }) => guide.length === 0)) return titles;
  const { pages } = await loadGuide(context);
  return new Map([...titles, ...pages.map(({ id, title }): [string, string] => [id, title])]);
}
