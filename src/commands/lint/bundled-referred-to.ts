import { join } from "node:path";
import type { Context } from "../../context.ts";
import { lintText } from "../../lint/lint-text.ts";
import type { LintedText } from "../../lint/linted-text.ts";
import { filesReferredTo } from "../../lint/reference-rules.ts";

/** The bundled rubrics and the guide that the checked files refer to, so that a misspelt reference to them is found. */
export async function bundledReferredTo(
  context: Context,
  checked: readonly LintedText[],
): Promise<readonly LintedText[]> {
  const found: LintedText[] = [];
  for (const id of filesReferredTo(checked)) {
    const path = join(context.packageFolder, "rubrics", `${id}.yaml`);
    if ((await context.files.kind(path)) !== "file") continue;
    found.push(lintText(path, await context.files.read(path)));
  }
  return found;
}
