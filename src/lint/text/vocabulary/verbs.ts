import { letterPattern } from "../lazy-unicode-reg-exp.ts";
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
