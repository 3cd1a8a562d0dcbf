import type { Guide } from "../guide/schema.ts";
import { EXIT, type ExitCode } from "../platform/errors.ts";
import type { Context } from "../platform/ports.ts";
import type { Block } from "../terminal/blocks.ts";
import { type Declare, examples } from "./command.ts";

export const declareGuide: Declare = (program, perform) => {
  program
    .command("guide [words...]")
    .description("short pages for hard moments: list them, search them, read one")
    .addHelpText("after", examples("coprod guide", "coprod guide nobody listens"))
    .action((words: string[]) => perform((context) => runGuide(context, words)));
};

async function runGuide(context: Context, words: readonly string[]): Promise<ExitCode> {
  const { loadGuide } = await import("../files/bundled.ts");
  const { guideContents } = await import("../guide/text/guide-outline.ts");
  const { toText } = await import("../terminal/to-text.ts");
  const guide = await loadGuide(context);
  const typed = words.join(" ").trim();
  const page = typed === "" ? guideContents(guide) : await answer(context, guide, typed);
  context.stdout.write(toText(page, context));
  return EXIT.done;
}

async function answer(context: Context, guide: Guide, typed: string): Promise<readonly Block[]> {
  const { nearWords, searchGuide } = await import("../guide/search.ts");
  const { guideMatches, guideNothing, guidePage } = await import("../guide/text/guide-outline.ts");
  const { loadTitles } = await import("../files/rubrics.ts");
  const [best, ...others] = searchGuide(guide, typed);
  if (best === undefined) return guideNothing(typed, nearWords(guide, typed));
  if (others.length > 0) return guideMatches([best, ...others]);
  return guidePage(guide, best, await loadTitles(context, best.also ?? []));
}
