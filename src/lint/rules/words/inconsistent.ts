import { defineRule, type Found, type PlaceInFile } from "../../rule.ts";
import { occurs, type Subject } from "../../subject.ts";
import { type LetterPattern, letterPattern } from "../../text/lazy-unicode-reg-exp.ts";
import { matchStretches } from "../../text/spans.ts";
import { isNotOurs } from "../../text/untouched.ts";

type Facts =
  | { readonly kind: "both"; readonly name: string; readonly found: string; readonly other: string }
  | { readonly kind: "spelling"; readonly found: string; readonly language: string };

export const inconsistent = defineRule<Facts>({
  name: "words/inconsistent",
  severity: "info",
  about: {
    what: "Two spellings of one thing in a file, or a spelling that the file's language does not use.",
    why: "People wonder whether two things are meant.",
    host: "section",
    bad: "why: Co-production takes time. Starting co-production takes trust, and «coproduction» needs both.",
    good: "why: Co-production takes time. Starting co-production takes trust, and it needs both.",
  },
  words: (facts) =>
    facts.kind === "both"
      ? {
          says: `This file writes both ${facts.name}: "${facts.found}" here, mostly "${facts.other}".`,
          why: "People wonder whether two things are meant.",
          fix: "Choose one.",
        }
      : {
          says: `"${facts.found}" is not how ${facts.language} spells it.`,
          why: "People stumble over a spelling they do not know.",
          fix: "Use one spelling throughout, or change  language.",
        },
  check: (subject) => [
    ...VARIANTS.flatMap((variants) => rarer(variants, subject)),
    ...spelling(subject),
  ],
});

interface Place {
  readonly at: PlaceInFile;
  readonly text: string;
  /** A name, or quoted: it is spelt as its owner spells it. */
  readonly isName: boolean;
}

function rarer({ name, first, second }: Variants, subject: Subject): Found<Facts>[] {
  if (!occurs(subject, second) || !occurs(subject, first)) return [];
  const [few = [], many = []] = [placesOf(first, subject), placesOf(second, subject)].sort(
    (a, b) => a.length - b.length,
  );
  const [other] = many;
  if (other === undefined) return [];
  return few.map(({ at, text }) => ({
    at,
    facts: { kind: "both", name, found: text, other: other.text },
  }));
}

function spelling(subject: Subject): Found<Facts>[] {
  const { language } = subject;
  const pattern = otherSpelling(language);
  if (pattern === undefined) return [];
  return placesOf(pattern, subject)
    .filter(({ isName }) => !isName)
    .map(({ at, text }) => ({ at, facts: { kind: "spelling", found: text, language } }));
}

function placesOf(pattern: LetterPattern, subject: Subject): Place[] {
  if (!occurs(subject, pattern)) return [];
  return subject.prose
    .filter(({ role }) => role !== "own-words")
    .flatMap(({ path, text }) =>
      matchStretches(text, pattern.in(text)).map((found) => ({
        at: { path, stretch: [found.from, found.to] as const },
        text: found.text,
        isName: isNotOurs(text, found),
      })),
    );
}

/** Two ways to write one thing: a reader may take them for two things. */
interface Variants {
  readonly name: string;
  readonly first: LetterPattern;
  readonly second: LetterPattern;
}

const word = (pattern: string) => letterPattern(`(?<![\\p{L}\\p{N}-])${pattern}`, "giu");

const VARIANTS: readonly Variants[] = [
  {
    name: "co-production and coproduction",
    first: word("co-produc\\p{L}*"),
    second: word("coproduc\\p{L}*"),
  },
  { name: "well-being and wellbeing", first: word("well-being"), second: word("wellbeing") },
  { name: "e-mail and email", first: word("e-mail\\p{L}*"), second: word("email\\p{L}*") },
  { name: "on-line and online", first: word("on-line"), second: word("online") },
  {
    name: "co-ordinate and coordinate",
    first: word("co-ordinat\\p{L}*"),
    second: word("coordinat\\p{L}*"),
  },
  {
    name: "drop-in and drop in",
    first: word("drop-ins?(?!\\p{L})"),
    second: word("dropins?(?!\\p{L})"),
  },
  {
    name: "policy maker and policymaker",
    first: word("policy[- ]makers?"),
    second: word("policymakers?"),
  },
  {
    name: "decision-making and decision making",
    first: word("decision-making"),
    second: word("decision making"),
  },
];

const AMERICAN =
  "organiz|recogniz|realiz|summariz|prioritiz|emphasiz|minimiz|maximiz|apologiz|behavior|favor|neighbor|color(?!ado|ect|at)|honor(?!ar|if)|labor(?!a|io)|center(?!e)|(?<!computer )program(?!m)(?=s?(?!\\p{L}))|fulfill(?!ed|ing)|enroll(?=s?(?!\\p{L}))";
const BRITISH =
  "organis(?!t|m)|recognis|realis(?!t|m)|summaris|prioritis|emphasis(?=[ei])|(?<!de )minimis|maximis|apologis|behaviour|favour|neighbour|colour|honour|labour|centre|programme|fulfil(?!l)|enrol(?!l)";

/** The spelling that the language of a file does not use; undefined where both may stand. */
function otherSpelling(language: string): LetterPattern | undefined {
  if (/^en-US$/iu.test(language)) return word(`(?:${BRITISH})\\p{L}*`);
  if (/^en-(?:GB|IE|AU|NZ)$/iu.test(language)) return word(`(?:${AMERICAN})\\p{L}*`);
  return undefined;
}
