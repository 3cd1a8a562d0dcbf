import type { Rubric } from "../../rubric/rubric.ts";
import type { PlanView } from "../schema/index.ts";
import { textsIn } from "../words.ts";

/** The rubrics' own words that really stand on the page, in alphabetical order. */
export function glossaryOf(rubrics: readonly Rubric[], page: unknown): PlanView["glossary"] {
  const text = textsIn(page).join("\n").toLowerCase();
  const meanings = new Map(rubrics.flatMap(({ glossary }) => Object.entries(glossary)));
  return [...meanings]
    .filter(([term]) => isUsed(text, term.toLowerCase()))
    .map(([term, meaning]) => ({ term, meaning }))
    .sort((a, b) => (a.term.toLowerCase() < b.term.toLowerCase() ? -1 : 1));
}

/** As a whole word, so that "act" is not found in "fact". */
function isUsed(text: string, term: string): boolean {
  let at = text.indexOf(term);
  while (at >= 0) {
    const before = text[at - 1] ?? " ";
    const after = text.slice(at + term.length, at + term.length + 2);
    if (!isLetter(before) && (!isLetter(after.slice(0, 1)) || /^s[^\p{L}]?$/u.test(after)))
      return true;
    at = text.indexOf(term, at + 1);
  }
  return false;
}

function isLetter(sign: string): boolean {
  return /\p{L}/u.test(sign);
}
