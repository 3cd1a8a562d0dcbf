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

/** Two in a row can be right: "those that that rule leaves out", "very very cold", "a tuk tuk", "so so". */
const CAN_STAND_TWICE = new Set(
  (
    "that had very aye so no ha bye night knock chop hush dear well tut hip la yum hear come long far many much her " +
    "really never big old again whoever whatever win tuk cha pom choo yo bang"
  ).split(" "),
);

/** The second may begin what comes after a verb and its particle: "log in in the morning", "sign up up to a week before". */
const PARTICLES = new Set(
  "in on up out off over down through along away back around by".split(" "),
);
/** "Those we work with with care": only where something before leads back to them. */
const PREPOSITIONS = new Set("to with for at of about after from".split(" "));
const PHRASAL_VERBS =
  "log sign hand come go carry give pass look drop dig fill turn check move hold keep stay get take set put join call plug tune " +
  "step send phone ring bring break cut do find fit hang hurry lay let line make open pay pick pull push read run settle show sit " +
  "speak stand start switch think throw try use wake walk work write rely sleep clock count pop fly drive ride live " +
  "came went gone gave given took taken got held kept brought broke broken did done found hung laid made paid ran sat spoke stood " +
  "thought threw thrown woke wrote written sent rang flew drove rode";
const OBJECT = String.raw`(?: (?:it|them|us|you|me|him|her|people|(?:the|an?|our|your|their|my|his|this|that|these|those|each) \w+))?`;
const PHRASAL = new RegExp(
  String.raw`\b(?:(?:${PHRASAL_VERBS.replaceAll(" ", "|")})(?:s|es|ed|d|\w?ing|t)?|(?:log|drop|dig|fit|let|plug|run|set|step|stop|pop)[gptn]ed)${OBJECT}$`,
  "iu",
);
/** "The play is on on Friday", "it was over over tea"; "it is in in the hall" is a slip. */
const IS_OVER = /\b(?:is|are|was|were|be|been|it['’]s)$/iu;

/** "What it is is a plan", "If you do do it", "those who can can help": verbs that can end one clause and begin the next. */
const VERBS = new Set("is was are were do does did have has be been can will may like".split(" "));
/** What comes before leads back to them: "those who", "all there", "the people we rely". */
const POINTS_BACK =
  /\b(?:what|which|who|that|those|these|where|when|if|whatever|how|one|things?|all there)\b|\b\w{3,} (?:we|they|you|she|he|i)(?: \w+){0,2}$/iu;
/** After these one of the two belongs to what was said before, and one to what follows. */
const BEFORE_TWO: Readonly<Record<string, RegExp>> = {
  you: /\b(?:tell|told|promised?|show(?:ed|n)?|g[ai]ven?|asked?|help(?:ed)?|teach|taught|warn(?:ed)?|remind(?:ed)?|assured?|thank|for|to|with|of|about|by|at|from|on|like|than|near|beside)$/iu,
  there: /\w$/u,
  people: /\w$/u,
  his: /\b(?:if|is|was|that)$/iu,
  can: /\b(?:the|a)$/iu,
  now: /^$/u,
};
/** "Will will sign it": at the start of a sentence the first may be somebody. */
const ALSO_NAMES = new Set(["will", "may"]);

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
    if (isNotOurs(text, { from, to: from + word.length }) || isQuoted(text, { from, to }))
      return [];
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
  const sentence = (before.split(/[.!?;:]\s/u).at(-1) ?? "").trimEnd();
  if (BEFORE_TWO[word]?.test(sentence) === true) return true;
  if (ALSO_NAMES.has(word) && sentence === "") return true;
  if (PARTICLES.has(word)) {
    const isAway = word !== "in" && word !== "by" && IS_OVER.test(sentence);
    return isAway || PHRASAL.test(sentence) || POINTS_BACK.test(sentence);
  }
  return (VERBS.has(word) || PREPOSITIONS.has(word)) && POINTS_BACK.test(sentence);
}

/** Takes the white space before the word away too, even where that is a line break. */
function withGap(edits: ReturnType<typeof editsAt>, text: string): ReturnType<typeof editsAt> {
  return edits.map((edit) => {
    const before = text.slice(0, edit.start);
    return { ...edit, start: before.trimEnd().length };
  });
}
