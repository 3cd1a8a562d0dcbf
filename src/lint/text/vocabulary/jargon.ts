import { letterPattern } from "../lazy-unicode-reg-exp.ts";
import { matchStretches, type Stretch } from "../spans.ts";
import { termsFrom } from "../terms.ts";

/** A word of offices and bids. */
interface Jargon {
  /** As it is looked for, with its endings. */
  readonly pattern: string;
  /** What to say instead. */
  readonly plain: string;
  /** Fitting words for each form that can be put in its place without a look. */
  readonly safe?: Readonly<Record<string, string>>;
}

/** Preferences about what to call people differ, and are for each group to agree on: none of them is here. */
const JARGON: readonly Jargon[] = [
  { pattern: "stakeholders?", plain: "who you mean: people who use the service, staff, trustees" },
  {
    pattern: "utili[sz](?:e[sd]?|ing)",
    plain: "use",
    safe: {
      utilise: "use",
      utilises: "uses",
      utilised: "used",
      utilising: "using",
      utilize: "use",
      utilizes: "uses",
      utilized: "used",
      utilizing: "using",
    },
  },
  { pattern: "utili[sz]ation", plain: "use" },
  { pattern: "facilitat(?:e[sd]?|ing|ion)", plain: "help, run or make easier" },
  { pattern: "leverag(?:e[sd]?|ing)", plain: "use" },
  { pattern: "robust(?:ly)?", plain: "strong, or say what makes it strong" },
  { pattern: "going forwards?", plain: "from now on" },
  { pattern: "capacity[- ]building", plain: "learning, or the skills you mean" },
  { pattern: "deep[- ]dives?", plain: "a closer look" },
  { pattern: "synerg(?:y|ies|istic)", plain: "what works better together" },
  { pattern: "paradigms?(?: shifts?)?", plain: "a way of seeing things" },
  { pattern: "holistic(?:ally)?", plain: "whole, or name the parts" },
  { pattern: "deliverables?", plain: "what will be made" },
  { pattern: "key performance indicators?", plain: "how we will know" },
  { pattern: "best practices?", plain: "what has worked elsewhere" },
  { pattern: "empower(?:s|ed|ing|ment)?", plain: "say what people can then do or decide" },
  { pattern: "buy-in", plain: "agreement" },
  { pattern: "touch ?points?", plain: "where people meet the service" },
  { pattern: "low-hanging fruit", plain: "what is easy to do first" },
  { pattern: "blue[- ]sky thinking", plain: "new ideas" },
  { pattern: "drill(?:s|ed|ing)? down", plain: "look closer" },
  { pattern: "cascad(?:e[sd]?|ing)(?! of\\b)", plain: "pass on" },
  { pattern: "upskill(?:s|ed|ing)?", plain: "teach or learn" },
  {
    pattern:
      "sign[- ]?post(?:s|ed|ing|(?= (?:people|them|you|users|others|families|members|anyone)\\b))",
    plain: "tell people where to find help",
  },
  { pattern: "wrap-?around", plain: "say what is offered" },
  { pattern: "co-?creat(?:e[sd]?|ing|ion)", plain: "make together, or explain it in the glossary" },
  {
    pattern: "theory of change",
    plain: "how we think it will work, or explain it in the glossary",
  },
  { pattern: "hard[- ]to[- ]reach", plain: "who we have not reached yet" },
  { pattern: "seldom[- ]heard", plain: "who we have not heard" },
  {
    pattern: "in order to(?! (?:the|a|an|my|our|your|his|her|their|its)\\b)",
    plain: "to",
    safe: { "in order to": "to" },
  },
  { pattern: "prior to", plain: "before", safe: { "prior to": "before" } },
  { pattern: "subsequent to", plain: "after", safe: { "subsequent to": "after" } },
  {
    pattern: "with regards? to",
    plain: "about",
    safe: { "with regard to": "about", "with regards to": "about" },
  },
  { pattern: "in the event that", plain: "if", safe: { "in the event that": "if" } },
  { pattern: "commenc(?:e[sd]?|ing)", plain: "start" },
  { pattern: "endeavou?r(?:s|ed|ing)?", plain: "try" },
  { pattern: "ascertain(?:s|ed|ing)?", plain: "find out" },
  { pattern: "disseminat(?:e[sd]?|ing|ion)", plain: "share" },
  { pattern: "operationali[sz](?:e[sd]?|ing)", plain: "put into practice" },
  { pattern: "incentivi[sz](?:e[sd]?|ing)", plain: "encourage" },
  { pattern: "impactful", plain: "say what it changed" },
];

interface FoundJargon extends Stretch {
  readonly jargon: Jargon;
}

const alone = (pattern: string, flags: string) =>
  letterPattern(`(?<![\\p{L}\\p{N}-])(?:${pattern})(?![\\p{L}\\p{N}-])`, flags);

const PATTERNS = JARGON.map((jargon) => ({ jargon, pattern: alone(jargon.pattern, "giu") }));

// One pattern for all, so that most texts are passed over in one look.
const ANY = alone(JARGON.map(({ pattern }) => pattern).join("|"), "iu");

export function mayHoldJargon(text: string): boolean {
  return ANY.in(text).test(text);
}

/** Office words in a text, but for those the group explains or allows. */
export function jargonIn(text: string, known: readonly string[]): FoundJargon[] {
  if (!mayHoldJargon(text)) return [];
  const allowed = termsFrom(known);
  return PATTERNS.flatMap(({ jargon, pattern }) =>
    matchStretches(text, pattern.in(text))
      .filter((each) => !allowed.cover(each.text))
      .map((each) => ({ ...each, jargon })),
  );
}
