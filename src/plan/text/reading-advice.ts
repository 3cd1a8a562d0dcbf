import type { Assessment } from "../../assessment/assessment.ts";
import { personalDataIn } from "../../assessment/personal-data.ts";
import type { Context } from "../../platform/ports.ts";
import { pageWidth } from "../../terminal/to-text.ts";
import { wrap } from "../../terminal/wrap.ts";
import type { PlanView } from "../schema/index.ts";
import { type OwnWords, ownWords } from "./own-words.ts";
import { type Hint, wordHints } from "./word-hints.ts";

/** What to look at before others read the plan: the words in it that people wrote themselves. Never stops anything. */
export function readingAdvice(context: Context, assessment: Assessment, view: PlanView): string {
  const texts = ownWords(assessment, view);
  const hints = view.language.startsWith("en") ? wordHints(texts, glossaryOf(assessment)) : [];
  return [
    block(context, PERSONAL, texts.flatMap(personalHints)),
    block(context, WORDS, hints),
  ].join("");
}

const PERSONAL =
  "Somebody could be found by what stands in this plan. Take it out of the assessment and make the plan again, before others read it.";

const WORDS =
  "Before others read the plan, look at these words again. It is only advice, and nothing is held back.";

/** What was found is not repeated: a screen may be on a wall. */
function personalHints({ where, text }: OwnWords): Hint[] {
  return personalDataIn(text).map(({ what }) => ({ where, says: `This looks like ${what}.` }));
}

const MOST_SHOWN = 8;

function block(context: Context, title: string, hints: readonly Hint[]): string {
  if (hints.length === 0) return "";
  const { columns } = pageWidth(context);
  const entry = (text: string) => wrap(text, columns, "    ", "  - ");
  const more = hints.length - MOST_SHOWN;
  const lines = [
    wrap(title, columns),
    ...hints.slice(0, MOST_SHOWN).map(({ where, says }) => entry(`In ${where}: ${says}`)),
    ...(more > 0 ? [entry(`And ${more} more of this kind.`)] : []),
  ];
  return `${lines.join("\n")}\n`;
}

function glossaryOf({ rubrics }: Assessment): Readonly<Record<string, string>> {
  return Object.assign({}, ...rubrics.map(({ glossary }) => glossary));
}
