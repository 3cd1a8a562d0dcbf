import type { LintRule } from "./rule.ts";
import { noDate } from "./rules/action/no-date.ts";
import { noOwner } from "./rules/action/no-owner.ts";
import { past } from "./rules/action/past.ts";
import { personalData } from "./rules/answer/personal-data.ts";
import { unreachable } from "./rules/bands/unreachable.ts";
import { modeline } from "./rules/file/modeline.ts";
import { caseClash } from "./rules/id/case-clash.ts";
import { noOwner as stepWithoutOwner } from "./rules/next/no-owner.ts";
import { noSign } from "./rules/next/no-sign.ts";
import { aAn } from "./rules/plain/a-an.ts";
import { doubleBarrelled } from "./rules/plain/double-barrelled.ts";
import { doubleNegative } from "./rules/plain/double-negative.ts";
import { hardWord } from "./rules/plain/hard-word.ts";
import { latin } from "./rules/plain/latin.ts";
import { leading } from "./rules/plain/leading.ts";
import { longQuestion } from "./rules/plain/long-question.ts";
import { longSentence } from "./rules/plain/long-sentence.ts";
import { nominalised } from "./rules/plain/nominalised.ts";
import { notAnswerable } from "./rules/plain/not-answerable.ts";
import { passiveOwner } from "./rules/plain/passive-owner.ts";
import { readingAge } from "./rules/plain/reading-age.ts";
import { repeatedWord } from "./rules/plain/repeated-word.ts";
import { shouting } from "./rules/plain/shouting.ts";
import { unused } from "./rules/ref/unused.ts";
import { anchorVague } from "./rules/scale/anchor-vague.ts";
import { anchorsAlike } from "./rules/scale/anchors-alike.ts";
import { thin } from "./rules/section/thin.ts";
import { empty } from "./rules/shape/empty.ts";
import { copied } from "./rules/source/copied.ts";
import { missing } from "./rules/source/missing.ts";
import { unknownSection } from "./rules/source/unknown-section.ts";
import { noExperience } from "./rules/view/no-experience.ts";
import { lopsided } from "./rules/weight/lopsided.ts";
import { acronym } from "./rules/words/acronym.ts";
import { agreed } from "./rules/words/agreed.ts";
import { glossaryCircular } from "./rules/words/glossary-circular.ts";
import { glossaryLong } from "./rules/words/glossary-long.ts";
import { glossaryUnsorted } from "./rules/words/glossary-unsorted.ts";
import { glossaryUsesJargon } from "./rules/words/glossary-uses-jargon.ts";
import { inconsistent } from "./rules/words/inconsistent.ts";
import { jargon } from "./rules/words/jargon.ts";
import { surprise } from "./rules/yaml/surprise.ts";

/** Every rule that advises, one file each. What makes a file unusable is found by the parsers: see `parser-rules`. */
export const LINT_RULES: readonly LintRule[] = [
  surprise,
  modeline,
  empty,
  caseClash,
  unused,
  anchorsAlike,
  anchorVague,
  lopsided,
  unreachable,
  stepWithoutOwner,
  noSign,
  thin,
  noExperience,
  longSentence,
  longQuestion,
  readingAge,
  hardWord,
  passiveOwner,
  doubleBarrelled,
  doubleNegative,
  leading,
  notAnswerable,
  nominalised,
  repeatedWord,
  aAn,
  shouting,
  latin,
  acronym,
  jargon,
  agreed,
  glossaryCircular,
  glossaryUsesJargon,
  glossaryLong,
  glossaryUnsorted,
  inconsistent,
  missing,
  unknownSection,
  copied,
  personalData,
  noOwner,
  noDate,
  past,
];
