import type { LintRule } from "../rule.ts";
import { noDate } from "./action/no-date.ts";
import { noOwner } from "./action/no-owner.ts";
import { past } from "./action/past.ts";
import { personalData } from "./answer/personal-data.ts";
import { unreachable } from "./bands/unreachable.ts";
import { languageRule } from "./file/language.ts";
import { modeline } from "./file/modeline.ts";
import { caseClash } from "./id/case-clash.ts";
import { fileNameRule } from "./id/file-name.ts";
import { stepNoOwner } from "./next/no-owner.ts";
import { noSign } from "./next/no-sign.ts";
import { aAn } from "./plain/a-an.ts";
import { doubleBarrelled } from "./plain/double-barrelled.ts";
import { doubleNegative } from "./plain/double-negative.ts";
import { hardWord } from "./plain/hard-word.ts";
import { latin } from "./plain/latin.ts";
import { leading } from "./plain/leading.ts";
import { longQuestion } from "./plain/long-question.ts";
import { longSentence } from "./plain/long-sentence.ts";
import { nominalised } from "./plain/nominalised.ts";
import { notAnswerable } from "./plain/not-answerable.ts";
import { passiveOwner } from "./plain/passive-owner.ts";
import { readingAge } from "./plain/reading-age.ts";
import { repeatedWord } from "./plain/repeated-word.ts";
import { shouting } from "./plain/shouting.ts";
import { unused } from "./ref/unused.ts";
import { anchorVague } from "./scale/anchor-vague.ts";
import { anchorsAlike } from "./scale/anchors-alike.ts";
import { thin } from "./section/thin.ts";
import { empty } from "./shape/empty.ts";
import { copied } from "./source/copied.ts";
import { missing } from "./source/missing.ts";
import { unknownSection } from "./source/unknown-section.ts";
import { easy } from "./translation/easy.ts";
import { noExperience } from "./view/no-experience.ts";
import { lopsided } from "./weight/lopsided.ts";
import { acronym } from "./words/acronym.ts";
import { agreed } from "./words/agreed.ts";
import { glossaryCircular } from "./words/glossary-circular.ts";
import { glossaryLong } from "./words/glossary-long.ts";
import { glossaryUnsorted } from "./words/glossary-unsorted.ts";
import { glossaryUsesJargon } from "./words/glossary-uses-jargon.ts";
import { inconsistent } from "./words/inconsistent.ts";
import { jargon } from "./words/jargon.ts";
import { pointsAtAPerson } from "./words/points-at-a-person.ts";
import { surprise } from "./yaml/surprise.ts";

/** Every rule that advises, one file each. What makes a file unusable is found by the parsers: see `parser-rules`. */
export const LINT_RULES: readonly LintRule[] = [
  surprise,
  modeline,
  languageRule,
  empty,
  caseClash,
  fileNameRule,
  unused,
  anchorsAlike,
  anchorVague,
  lopsided,
  unreachable,
  stepNoOwner,
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
  pointsAtAPerson,
  agreed,
  glossaryCircular,
  glossaryUsesJargon,
  glossaryLong,
  glossaryUnsorted,
  inconsistent,
  missing,
  unknownSection,
  copied,
  easy,
  personalData,
  noOwner,
  noDate,
  past,
];
