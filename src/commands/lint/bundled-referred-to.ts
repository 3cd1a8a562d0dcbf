import { join } from "node:path";
import type { Context } from "../../context.ts";
import { readyGuide } from "../../guide/ready-guide.ts";
import { type Introduction, introductionOf } from "../../lint/introduction.ts";
import { lintText } from "../../lint/lint-text.ts";
import type { LintedText } from "../../lint/linted-text.ts";
import { filesReferredTo } from "../../lint/reference-rules.ts";
import { own } from "../../own.ts";
import { readyValue } from "../../ready-text.ts";
import { readyRubrics } from "../../rubric/ready-rubrics.ts";

/** The bundled rubrics and the guide that the checked files refer to, so that a misspelt reference to them is found. */
export async function bundledReferredTo(
  context: Context,
  checked: readonly Introduction[],
): Promise<readonly Introduction[]> {
  const found: Introduction[] = [];
  for (const id of filesReferredTo(checked)) {
    const path = join(context.packageFolder, "rubrics", `${id}.yaml`);
    if ((await context.files.kind(path)) !== "file") continue;
    const text = await context.files.read(path);
    found.push(introductionOf((await ready(id, text)) ?? lintText(path, text)));
  }
  return found;
}

async function ready(id: string, text: string): Promise<LintedText | undefined> {
  const rubric = await readyValue(own(readyRubrics, id), text);
  if (rubric !== undefined) return { kind: "rubric", rubric: rubric.file, diagnostics: [] };
  const guide = id === "guide" ? await readyValue(readyGuide, text) : undefined;
  return guide === undefined ? undefined : { kind: "guide", guide, diagnostics: [] };
}
