import type { SourceFile } from "../../../yaml/source-file.ts";
import { defineRule, editsAt, type Found } from "../../rule.ts";
import { letterPattern } from "../../text/lazy-unicode-reg-exp.ts";
import type { Prose } from "../../text/prose.ts";
import { isNotOurs, isQuoted } from "../../text/untouched.ts";

interface Facts {
  readonly word: string;
}

const REPEATED = letterPattern(
  String.raw`(?<![\p{L}\p{N}'’/-])([\p{L}'’]+)(\s+)\1(?![\p{L}\p{N}'’/-])`,
  "giu",
);

/** Two in a row can be right: "those that that rule leaves out", "I told you you could", "very very cold". */
const CAN_STAND_TWICE = new Set(
  (
    "that had very aye so no her his you now there ha bye knock chop hush dear well tut hip la yum hear come long far many much " +
    "really never big old again people can will may like whoever her who"
  ).split(" "),
);

/** The second may begin what comes after a verb and its particle: "log in in the morning", "sign up up to a week before". */
const PARTICLES = new Set(
  "in on up out off over down through along away back around by".split(" "),
);
/** "Those we work with with care": only where something before leads back to them. */
const PREPOSITIONS = new Set("to with for at of about after from".split(" "));
const PHRASAL =
  /\b(?:log|sign|hand|come|go|carry|give|pass|look|drop|dig|fill|turn|check|move|hold|keep|stay|get|take|set|put|join|call|plug|tune|step|send|phone|ring|bring|break|cut|do|find|fit|hang|hurry|lay|let|line|make|open|pay|pick|pull|push|read|run|settle|show|sit|speak|stand|start|switch|think|throw|try|use|wake|walk|work|write)(?:s|ed|ing|t)?(?: (?:it|them|us|you|me|him|her|people))?$/iu;

/** "What it is is a plan", "If you do do it": verbs that can end one clause and begin the next. */
const VERBS = new Set("is was are were do does did have has be been".split(" "));
const POINTS_BACK =
  /\b(?:what|which|who|that|those|these|where|when|if|whatever|how|one|things?)\b/iu;

/** Nobody means these twice, so one of the two can be taken out without a look. */
const SURELY_ONE = new Set("the a an and our your their my we".split(" "));

export const repeatedWord = defineRule<Facts>({
  name: "plain/repeated-word",
  severity: "warning",
  canFix: true,
  about: {
    what: "The same word twice in a row.",
    why: "Whoever reads aloud stumbles over it.",
    host: "criterion",
    bad: "asks: Do we talk about the «the» money?",
    good: "asks: Do we talk about the money?",
  },
  words: ({ word }) => ({
    says: `"${word}" stands here twice in a row.`,
    why: "Whoever reads it aloud will stumble.",
    fix: "Take one of the two out.",
  }),
  check: ({ prose, source }) =>
    prose
      // What people said in the room is theirs.
      .filter(({ role }) => role !== "own-words")
      .filter(hasTwins)
      .flatMap((each) => repeatedIn(each, source)),
});

/** Whether a word is followed by the same: quicker to see than where. */
function hasTwins({ words }: Prose): boolean {
  return words.some((word, at) => {
    const next = words[at + 1];
    return next?.length === word.length && next.toLowerCase() === word.toLowerCase();
  });
}

function repeatedIn({ path, text }: Prose, source: SourceFile): Found<Facts>[] {
  return [...text.matchAll(REPEATED.in(text))].flatMap((match) => {
    const [whole, word = "", gap = ""] = match;
    const { index: from } = match;
    const to = from + whole.length;
    const second = { from: from + word.length + gap.length, to };
    const before = text.slice(Math.max(0, from - MOST_BEFORE), from);
    if (canBeMeant(word.toLowerCase(), before) || isNotOurs(text, second)) return [];
    if (isQuoted(text, { from, to })) return [];
    const at = { path, stretch: [second.from, second.to] as const };
    const isSure = SURELY_ONE.has(word.toLowerCase());
    const edits = isSure ? withGap(editsAt(source, at, ""), source.text) : [];
    return [{ at, facts: { word: text.slice(second.from, second.to) }, edits }];
  });
}

const MOST_BEFORE = 200;

/** By what stands before the two in their sentence. */
function canBeMeant(word: string, before: string): boolean {
  if (CAN_STAND_TWICE.has(word)) return true;
  const sentence = before.split(/[.!?;:]\s/u).at(-1) ?? "";
  if (PARTICLES.has(word)) return PHRASAL.test(sentence.trimEnd()) || POINTS_BACK.test(sentence);
  return (VERBS.has(word) || PREPOSITIONS.has(word)) && POINTS_BACK.test(sentence);
}

/** Takes the white space before the word away too, even where that is a line break. */
function withGap(edits: ReturnType<typeof editsAt>, text: string): ReturnType<typeof editsAt> {
  return edits.map((edit) => {
    const before = text.slice(0, edit.start);
    return { ...edit, start: before.trimEnd().length };
  });
}
