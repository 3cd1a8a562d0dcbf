import type { Context } from "../../context.ts";
import { EXIT, type ExitCode } from "../../errors.ts";
import type { Guide } from "../../guide/schema.ts";
import { guideVocabulary, searchGuide, searchWords } from "../../guide/search.ts";
import {
  guideContents,
  guideMatches,
  guideNothing,
  guidePage,
} from "../../report/guide-outline.ts";
import type { Block } from "../../report/outline.ts";
import { outlineText } from "../../report/outline-text.ts";
import { nearest } from "../../suggest.ts";
import { loadGuide } from "../../workspace/load-guide.ts";
import { loadTitles } from "../../workspace/load-titles.ts";

export async function runGuide(context: Context, words: readonly string[]): Promise<ExitCode> {
  const guide = await loadGuide(context);
  const typed = words.join(" ").trim();
  const page = typed === "" ? guideContents(guide) : await answer(context, guide, typed);
  context.stdout.write(outlineText(page, context));
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
