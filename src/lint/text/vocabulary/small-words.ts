import type { Sentence, Stretch } from "../spans.ts";
import { ALSO_NOUNS, isParticiple, VERBS } from "./two-askings.ts";

/** Words that carry little meaning of their own. */
export const SMALL_WORDS: ReadonlySet<string> = new Set(
  (
    "a about all also an and any are as at be been but by can could did do does doing done each even for from had has have " +
    "he her here his how i if in is it its just may me more most my no nor not of on one or our ours out own people s she so " +
    "some such than that the their them then there these they this those to too up us was we were what when where which who " +
    "will with would yes you your"
  ).split(" "),
);

const JOINTS =
  /(?:[;:]|,? (?:and|but|so|because|which|while|where|when|although|so that|as well as|in order to) )/gu;

/** The words around the joint nearest the middle of a sentence, where it could become two. */
export function jointOf({ text }: Sentence): string | undefined {
  const middle = text.length / 2;
  const joints = [...text.matchAll(JOINTS)].sort(
    (a, b) => Math.abs(a.index - middle) - Math.abs(b.index - middle),
  );
  const [nearest] = joints;
  if (nearest === undefined) return undefined;
  const words = text
    .slice(nearest.index)
    .replace(/^[;:,\s]+/u, "")
    .split(/\s+/u);
  return words
    .slice(0, 2)
    .join(" ")
    .replace(/[.,;:?!]+$/u, "");
}

/** Words that people put in capitals for stress. In small letters they are everyday words, so they are no initials. */
const STRESSED = new Set(
  (
    "always never ever must only every everyone everybody nobody nothing something important please note remember warning urgent " +
    "really first last before after early late together people members staff trustees absolutely now today free new old open " +
    "closed both few many very big small good bad best worst right wrong same different until again still already maybe " +
    "danger private welcome sorry well here there where why how yes need needs thank thanks shut left long short safe time " +
    "cannot without less none door room chair table meeting talk listening question answer day week month year hour first money plan work help group " +
    "power one two three once twice half whole extra full empty rule rules everything anything anyone anybody someone"
  ).split(" "),
);

/** Initials that look like small words: information technology, the World Health Organization, higher education. */
const RATHER_INITIALS = new Set(
  "it us he who am me as or an pa ma ofsted ofcom ofgem ofqual ofwat".split(" "),
);

const ENDING =
  /.{2}(?:ing|ed|ly|tion|sion|ment|ness|able|ible|body|thing|ever|ful|less|ers?|ies)$/u;

/** Whether a word of capitals is an everyday word that somebody stressed, rather than initials. */
export function isStressed(capitals: string): boolean {
  const word = capitals.toLowerCase();
  if (RATHER_INITIALS.has(word)) return false;
  return (
    STRESSED.has(word) ||
    SMALL_WORDS.has(word) ||
    VERBS.has(word) ||
    isParticiple(word) ||
    (word.length > 4 && ENDING.test(word))
  );
}

const ARTICLE_BEFORE = /(?<![\p{L}\p{N}])(?:an?|the|our|your|their|its|each|every|this)\s+$/iu;
const PREPOSITION_BEFORE = /(?<![\p{L}\p{N}])(?:with|in|of|for|from|about|by|at|on|without)\s+$/iu;
const NOUN_BEHIND = /^ (\p{Ll}[\p{Ll}’'-]+)/u;
/** As common in the field as the verb: special educational needs and disabilities. */
const ALSO_INITIALS = new Set(["send"]);
const VERB_BEFORE =
  /(?<![\p{L}\p{N}])(?:to|not|please|and|or|then|must|can|could|should|will|would|may|always|never|we|you|they|i|us|people)\s+$/iu;

/**
 * Whether a word that people stress stands for other words here: a verb after an article or a preposition (a SEND lead, with
 * SEND, the SHARE project). Adjectives may be stressed there.
 */
export function isRatherInitials(text: string, { text: capitals, from, to }: Stretch): boolean {
  const word = capitals.toLowerCase();
  if (!VERBS.has(word)) return false;
  const before = text.slice(Math.max(0, from - 12), from);
  const behind = NOUN_BEHIND.exec(text.slice(to, to + 30))?.[1] ?? "";
  const hasNoun = behind !== "" && !SMALL_WORDS.has(behind);
  if (ARTICLE_BEFORE.test(before)) return hasNoun || !ALSO_NOUNS.has(word);
  if (PREPOSITION_BEFORE.test(before)) return !ALSO_NOUNS.has(word);
  return ALSO_INITIALS.has(word) && hasNoun && !VERB_BEFORE.test(before);
}
