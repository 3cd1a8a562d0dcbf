import { join } from "node:path";
import { readyGuide } from "../guide/ready-guide.ts";
import type { Guide } from "../guide/schema.ts";
import { FileProblems } from "../platform/errors.ts";
import type { Context } from "../platform/ports.ts";
import { displayPath } from "./display-path.ts";
import { readyOrText } from "./ready-or-text.ts";

/** The guide that comes with coprod. */
export async function loadGuide(context: Context): Promise<Guide> {
  const path = join(context.packageFolder, "rubrics", "guide.yaml");
  const found = await readyOrText(context, path, readyGuide);
  if ("ready" in found) return found.ready;
  // Loaded only now: the guide is ready, and start-up time is felt.
  const { parseGuide } = await import("../guide/parse.ts");
  const shown = displayPath(context, path);
  const { guide, diagnostics } = parseGuide(shown, found.text);
  if (guide === undefined) throw new FileProblems(diagnostics, new Map([[shown, found.text]]));
  return guide;
}
