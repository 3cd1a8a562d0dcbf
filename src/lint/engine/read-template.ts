import type { TemplateProblem } from "../../documents/templates/template-problem.ts";
import { type TemplatePlace, templatePlace } from "../../files/template-place.ts";
import type { Context } from "../../platform/ports.ts";
import type { LintTarget } from "./lint-targets.ts";

/** What is wrong with a template; and with the parts it calls, as long as they are not checked themselves. */
export function templateReader(
  context: Context,
  texts: ReadonlyMap<string, string>,
): (target: LintTarget) => Promise<readonly TemplateProblem[]> {
  // All templates of a folder are checked in one go: a part is judged by who calls it.
  const folders = new Map<string, Promise<readonly TemplateProblem[]>>();
  return async ({ path, file }) => {
    const place = templatePlace(path);
    const key = `${place.format} ${place.folder}`;
    const checked = folders.get(key) ?? checkedFolder(context, place, texts);
    folders.set(key, checked);
    const problems = await checked;
    return problems.filter((each) => !place.isPart || each.file === file);
  };
}

// Handlebars and the plan's schema are loaded only where there is a template.
async function checkedFolder(
  context: Context,
  place: TemplatePlace,
  texts: ReadonlyMap<string, string>,
): Promise<readonly TemplateProblem[]> {
  const { checkTemplateFolder } = await import(
    "../../documents/templates/check-template-folder.ts"
  );
  const { loadTemplateFolder } = await import("../../files/load-template-folder.ts");
  return checkTemplateFolder(await loadTemplateFolder(context, place, texts));
}
