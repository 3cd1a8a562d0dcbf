import { type LetterPattern, letterPattern } from "../lazy-unicode-reg-exp.ts";

/** Two ways to write one thing: a reader may take them for two things. */
export interface Variants {
  readonly name: string;
  readonly first: LetterPattern;
  readonly second: LetterPattern;
}

const word = (pattern: string) => letterPattern(`(?<![\\p{L}\\p{N}-])${pattern}`, "giu");

export const VARIANTS: readonly Variants[] = [
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
export function otherSpelling(language: string): LetterPattern | undefined {
  if (/^en-US$/iu.test(language)) return word(`(?:${BRITISH})\\p{L}*`);
  if (/^en-(?:GB|IE|AU|NZ)$/iu.test(language)) return word(`(?:${AMERICAN})\\p{L}*`);
  return undefined;
}
