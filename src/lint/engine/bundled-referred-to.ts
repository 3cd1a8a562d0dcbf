import { join } from "node:path";
import { readyOrText } from "../../files/bundled.ts";
import type { Context } from "../../platform/ports.ts";
import { own } from "../../util/own-value.ts";
import { lintText } from "../lint-text.ts";
import { readyExportedIds } from "../ready-exported-ids.ts";
import { type ExportedIds, exportedIdsOf, filesReferredTo } from "../references.ts";

/** The bundled rubrics and the guide that the checked files refer to, so that a misspelt reference to them is found. */
export async function bundledReferredTo(
  context: Context,
  checked: readonly ExportedIds[],
): Promise<readonly ExportedIds[]> {
  const found: ExportedIds[] = [];
  for (const id of filesReferredTo(checked)) {
    const path = join(context.packageFolder, "rubrics", `${id}.yaml`);
    if ((await context.files.kind(path)) !== "file") continue;
    const bundled = await readyOrText(context, path, own(readyExportedIds, id));
    found.push("ready" in bundled ? bundled.ready : exportedIdsOf(lintText(path, bundled.text)));
  }
  return found;
}
