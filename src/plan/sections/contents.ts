import type { Rubric } from "../../rubric/rubric.ts";
import { planWords } from "../messages/messages.ts";
import type { PlanView } from "../schema/index.ts";
import { textsIn } from "../words.ts";

type Page = Omit<PlanView, "contents" | "glossary">;

/** Below so many answers a plan has a few pages, and a list of them would be one more thing to read. */
const FEWEST_ANSWERS = 12;

/** What a reader can go to after the page that decides. */
export function contentsOf(page: Page): PlanView["contents"] {
  const answers = page.appendix.reduce((count, { questions }) => count + questions.length, 0);
  if (!page.full || answers < FEWEST_ANSWERS) return [];
  return SECTIONS.flatMap(([id, title, isThere]) => (isThere(page) ? [{ id, title }] : []));
}

const SECTIONS: readonly (readonly [string, string, (page: Page) => boolean])[] = [
  ["since", planWords.contents.since, ({ since }) => !since.first],
  ["short", planWords.contents.short, () => true],
  ["foundations", planWords.contents.foundations, ({ foundations }) => foundations.length > 0],
  ["barriers", planWords.contents.barriers, ({ barriers }) => barriers.length > 0],
  ["must-haves", "Must-haves", ({ mustHaves }) => mustHaves.listed],
  [
    "differences",
    planWords.contents.differences,
    ({ differences }) => differences.findings.length > 0,
  ],
  ["unknowns", planWords.contents.unknowns, () => true],
  ["each-action", planWords.contents.eachAction, ({ actions }) => actions.agreed.length > 0],
  ["ideas", planWords.contents.ideas, ({ actions }) => actions.ideas.length > 0],
  ["timeline", planWords.contents.timeline, ({ actions }) => actions.timeline.length > 0],
  ["money", planWords.contents.money, ({ money }) => money !== null],
  ["risks", planWords.contents.risks, () => true],
  ["could-not", planWords.contents.couldNot, ({ couldNot }) => couldNot.length > 0],
  ["made", planWords.contents.made, () => true],
  ["next", planWords.contents.next, () => true],
  ["later", planWords.contents.later, ({ actions }) => actions.later.length > 0],
  ["changes", planWords.contents.changes, ({ since }) => since.questions.length > 0],
  ["appendix", planWords.contents.appendix, ({ appendix }) => appendix.length > 0],
  ["method", planWords.contents.method, () => true],
];

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
