import { letterPattern } from "../lazy-unicode-reg-exp.ts";
import type { Stretch } from "../spans.ts";

/** Verbs of asking what a group does. In this list they are almost never nouns, so they tell two askings apart. */
export const VERBS: ReadonlySet<string> = new Set(
  (
    "accept act add adapt admit agree allow answer apply appoint arrange ask attend avoid become begin believe bring build " +
    "celebrate change check choose collect come commit compare consider consult continue cover create decide deliver describe " +
    "design develop discuss divide do draw employ enable encourage ensure evaluate examine explain explore feel find fit follow " +
    "gather get give go grow handle have hear help hold identify improve include inform invite involve join judge keep know " +
    "learn leave let listen look lose make manage measure meet mend mention move name negotiate notice obtain offer open " +
    "organise own pay plan prepare prevent promise protect prove provide publish put raise reach read realise receive recognise " +
    "recruit reduce reflect refuse remember remove repay reply report respect respond return review revise run say see seek " +
    "select send set settle share show sign sit solve speak spend start stay stop support take talk teach tell test thank " +
    "think train treat try understand update use value visit wait want warn welcome work write"
  ).split(" "),
);

/** Also nouns: only what follows tells whether something is asked. */
export const ALSO_NOUNS: ReadonlySet<string> = new Set(
  (
    "act answer change check cover design draw fit help hold judge look measure move name offer open own pay plan promise " +
    "raise reach read report respect return review run say set share show sign start stay stop support talk test train treat " +
    "try update use value visit wait want welcome work find notice matter need leave"
  ).split(" "),
);

/** What a verb becomes in *have done* and *is done*, where that does not end in -ed. */
const IRREGULAR: ReadonlySet<string> = new Set(
  (
    "begun brought bought built chosen come done drawn found given gone heard held kept left lost made met paid put read run " +
    "said seen sent set shown spoken spent taken taught thought told understood won written"
  ).split(" "),
);

/** They end like the others, and say how something is rather than what is done. */
const STATES: ReadonlySet<string> = new Set(
  "need shed indeed embed feed speed hundred tired limited united related varied advanced".split(
    " ",
  ),
);

const REGULAR = letterPattern(String.raw`^\p{L}{2,}ed$`, "u");

export function isParticiple(word: string): boolean {
  return IRREGULAR.has(word) || (REGULAR.in(word).test(word) && !STATES.has(word));
}

/** The words with which a question about what we do begins; the verb stays in its plain form behind them. */
const DOING = /^(?:do|does|did|can|could|will|would|should|may|might|must)$/u;
const HAVING = /^(?:have|has)$/u;
const BEING = /^(?:is|are|was|were)$/u;
const ASKING = /^(?:do|does|did|can|could|will|would|should|have|has|is|are|was|were)$/u;
const SUBJECTS =
  /^(?:we|you|they|people|staff|trustees|it|the|our|i|he|she|there|everyone|everybody|anyone)$/u;

/** "Go and find", "try and keep": two verbs and one asking. */
const ONE_MOVE = /^(?:go|come|try|stop|wait|sit)$/u;

/** What comes after a verb rather than after a noun. */
const AFTER_A_VERB =
  /^(?:the|a|an|our|their|your|them|it|us|this|these|those|that|each|every|what|who|how|whether|when|where|why|people|everyone|everybody|anyone|somebody|someone|others|all|any|some)$/u;

/** They say how or when, and stand before either. */
const BETWEEN = letterPattern(
  String.raw`^(?:then|also|always|often|never|even|both|either|so|\p{L}{3,}ly)$`,
  "u",
);
const ING_FORM = letterPattern(String.raw`^\p{L}+ing$`, "u");

/** After such a word the verbs belong to what is asked about: "Do people know how to complain and get an answer?" */
const CLAUSE =
  /^(?:to|who|that|which|what|how|when|where|why|whether|if|before|after|so|because|until|while)$/u;

function isBetween(word: string): boolean {
  return BETWEEN.in(word).test(word);
}

const MOST_WORDS = 300;

/** A text without any of these asks one thing: *well* as in "as well as". */
export const JOINTS: ReadonlySet<string> = new Set(["and", "or", "and/or", "well"]);

/** Where the second thing begins that a question asks: the word that joins it, and its verb. */
export function secondAsking(
  text: string,
  stretches: readonly Stretch[],
): { readonly joint: Stretch; readonly verb: Stretch } | undefined {
  const words = stretches.map((each) => each.text.toLowerCase());
  const lastJoint = words.findLastIndex((word) => /^(?:and|or|and\/or)$/u.test(word));
  const question = { text, stretches, words, lastJoint };
  const opening = openingOf(question);
  if (opening < 0) return undefined;
  // Nobody reads further before they answer, and each joint looks back over all that stands before it.
  const end = Math.min(stretches.length, opening + MOST_WORDS);
  for (let at = opening + 2; at < end; at++) {
    const verb = verbAfter(question, { opening, at });
    const [joint, found] = [stretches[at], stretches[verb]];
    if (verb >= 0 && joint !== undefined && found !== undefined) return { joint, verb: found };
  }
  return undefined;
}

interface Question {
  readonly text: string;
  readonly stretches: readonly Stretch[];
  readonly words: readonly string[];
  /** Where the last *and* or *or* stands; -1 for none. */
  readonly lastJoint: number;
}

interface Spot {
  readonly opening: number;
  readonly at: number;
}

/** The word with which the asking begins; in "When money is short, do we …" that is the one behind the comma. */
function openingOf(question: Question): number {
  const { words } = question;
  const opens = (word: string) => ASKING.test(word) || DOING.test(word);
  const isLater = /^(?:when|if|before|after|where|once|while)$/u.test(words[0] ?? "");
  const later = words.findIndex((word, at) => isLater && opens(word) && isAfterComma(question, at));
  return later < 0 ? words.findIndex(opens) : later;
}

function isAfterComma({ text, stretches }: Question, at: number): boolean {
  return text.slice(stretches[at - 1]?.to ?? 0, stretches[at]?.from ?? 0).includes(",");
}

/** The index of the verb that the word at a spot joins to the first; -1 where it joins none. */
function verbAfter(question: Question, { opening, at }: Spot): number {
  const { words } = question;
  const next = afterJoint(question, at);
  if (next < 0) return -1;
  const [verb = "", after = ""] = words.slice(next, next + 2);
  if (ASKING.test(verb) && SUBJECTS.test(after)) return next;
  if (ONE_MOVE.test(words[at - 1] ?? "")) return -1;
  const before = words.slice(opening + 1, at);
  const isInside = before.some((word) => CLAUSE.test(word));
  const isVerb = isInside
    ? VERBS.has(verb) && pointsBack(question, before)
    : isSecondVerb({ opening: words[opening] ?? "", verb, after, before });
  return isVerb ? next : -1;
}

/** Where the words after *and*, *or*, *as well as* begin, or after a comma if such a word comes later; else -1. */
function afterJoint(question: Question, at: number): number {
  const { words } = question;
  const skip = (from: number) => (isBetween(words[from] ?? "") ? from + 1 : from);
  if (/^(?:and|or|and\/or)$/u.test(words[at] ?? "")) return skip(at + 1);
  if (words.slice(at, at + 3).join(" ") === "as well as") return at + 3;
  const isList = question.lastJoint >= at && isAfterComma(question, at);
  return isList && VERBS.has(words[at] ?? "") && !ASKING.test(words[at] ?? "") ? at : -1;
}

interface Joined {
  readonly opening: string;
  readonly verb: string;
  readonly after: string;
  /** Between the opening and the joint. */
  readonly before: readonly string[];
}

function isSecondVerb({ opening, verb, after, before }: Joined): boolean {
  const isSecondParticiple = isParticiple(verb) && before.some(isParticiple);
  // "Is there a plan agreed and kept": what is there, not what is done.
  if (BEING.test(opening)) return isSecondParticiple && before[0] !== "there";
  if (HAVING.test(opening)) return isSecondParticiple && (after === "" || AFTER_A_VERB.test(after));
  if (!DOING.test(opening)) return false;
  if (VERBS.has(verb)) return !ALSO_NOUNS.has(verb) || AFTER_A_VERB.test(after);
  return (
    ING_FORM.in(verb).test(verb) && before.some((word) => word.endsWith("ing") && word.length > 5)
  );
}

/** "… what people need and act on it?": the last word speaks of the clause, so the verb is none of its own. */
function pointsBack({ words }: Question, before: readonly string[]): boolean {
  return /^(?:it|this|them)$/u.test(words.at(-1) ?? "") && !before.includes("to");
}

export function firstVerb(words: readonly Stretch[]): Stretch | undefined {
  return words
    .slice(1)
    .find(({ text }) => VERBS.has(text.toLowerCase()) || isParticiple(text.toLowerCase()));
}
