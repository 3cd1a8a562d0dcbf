import { join } from "node:path";
import type { Context } from "../context.ts";
import { FileProblems } from "../errors.ts";
import { readyGuide } from "../guide/ready-guide.ts";
import type { Guide } from "../guide/schema.ts";
import { readyValue } from "../ready-text.ts";
import { displayPath } from "./display-path.ts";

/** The guide that comes with coprod. */
export async function loadGuide(context: Context): Promise<Guide> {
  const path = join(context.packageFolder, "rubrics", "guide.yaml");
  const text = await context.files.read(path);
  const ready = await readyValue(readyGuide, text);
  if (ready !== undefined) return ready;
  // Loaded only now: the guide is ready, and start-up time is felt.
  const { parseGuide } = await import("../guide/parse.ts");
  const shown = displayPath(context, path);
  const { guide, diagnostics } = parseGuide(shown, text);
  if (guide === undefined) throw new FileProblems(diagnostics, new Map([[shown, text]]));
  return guide;
}
