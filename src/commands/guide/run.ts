import { loadGuide } from "../../files/load-guide.ts";
import { loadTitles } from "../../files/load-titles.ts";
import type { Guide } from "../../guide/schema.ts";
import { guideVocabulary, searchGuide, searchWords } from "../../guide/search.ts";
import {
  guideContents,
  guideMatches,
  guideNothing,
  guidePage,
} from "../../guide/text/guide-outline.ts";
import { EXIT, type ExitCode } from "../../platform/errors.ts";
import type { Context } from "../../platform/ports.ts";
import type { Block } from "../../terminal/blocks.ts";
import { toText } from "../../terminal/to-text.ts";
import { nearest } from "../../util/suggest.ts";

export async function runGuide(context: Context, words: readonly string[]): Promise<ExitCode> {
  const guide = await loadGuide(context);
  const typed = words.join(" ").trim();
  const page = typed === "" ? guideContents(guide) : await answer(context, guide, typed);
  context.stdout.write(toText(page, context));
  return EXIT.done;
}

async function answer(context: Context, guide: Guide, typed: string): Promise<readonly Block[]> {
  const [best, ...others] = searchGuide(guide, typed);
  if (best === undefined) return guideNothing(typed, nearWords(guide, typed));
  if (others.length > 0) return guideMatches([best, ...others]);
  return guidePage(guide, best, await loadTitles(context, best.also ?? []));
}

function nearWords(guide: Guide, typed: string): string[] {
  const known = guideVocabulary(guide);
  const unknown = searchWords(typed).filter((word) => !known.includes(word));
  return unknown.flatMap((word) => nearest(word, known)).slice(0, 3);
}
