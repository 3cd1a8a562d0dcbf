import { join } from "node:path";
import { readyOrText } from "../../files/ready-or-text.ts";
import type { Context } from "../../platform/ports.ts";
import { own } from "../../util/own-value.ts";
import { type Introduction, introductionOf } from "../exported-ids.ts";
import { lintText } from "../lint-text.ts";
import { readyIntroductions } from "../ready-exported-ids.ts";
import { filesReferredTo } from "../reference-rules.ts";

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
