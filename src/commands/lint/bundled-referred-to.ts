import { join } from "node:path";
import type { Context } from "../../context.ts";
import { type Introduction, introductionOf } from "../../lint/introduction.ts";
import { lintText } from "../../lint/lint-text.ts";
import { readyIntroductions } from "../../lint/ready-introductions.ts";
import { filesReferredTo } from "../../lint/reference-rules.ts";
import { own } from "../../own.ts";
import { readyOrText } from "../../workspace/ready-or-text.ts";

/** The bundled rubrics and the guide that the checked files refer to, so that a misspelt reference to them is found. */
export async function bundledReferredTo(
  context: Context,
  checked: readonly Introduction[],
): Promise<readonly Introduction[]> {
  const found: Introduction[] = [];
  for (const id of filesReferredTo(checked)) {
    const path = join(context.packageFolder, "rubrics", `${id}.yaml`);
    if ((await context.files.kind(path)) !== "file") continue;
    const bundled = await readyOrText(context, path, own(readyIntroductions, id));
    found.push("ready" in bundled ? bundled.ready : introductionOf(lintText(path, bundled.text)));
  }
  return found;
}
