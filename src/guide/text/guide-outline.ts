import { checkedBlocks, citations } from "../../rubric/text/rubric-outline.ts";
import {
  type Block,
  bullets,
  heading,
  type ListItem,
  list,
  paragraph,
} from "../../terminal/blocks.ts";
import type { Guide, GuidePage } from "../schema.ts";

const KINDS: Readonly<Record<GuidePage["kind"], string>> = {
  "hard-moment": "Hard moments:",
  tip: "Tips:",
  explanation: "What things mean:",
};

/** All pages by their kind, and how to open one. */
export function guideContents({ title, about, pages }: Guide): Block[] {
  return [
    heading(1, title),
    paragraph(about),
    ...Object.entries(KINDS).flatMap(([kind, name]) =>
      list(name, pages.filter((page) => page.kind === kind).map(entry)),
    ),
    paragraph(
      "To read a page, type its short name after coprod guide. Or type words that say what is going on.",
    ),
  ];
}

/** The pages that a search found, the best first. */
export function guideMatches(pages: readonly GuidePage[]): Block[] {
  return [
    ...list(
      `${pages.length} pages fit, the best first:`,
      pages.map((page) => ({ ...entry(page), details: [page.when] })),
    ),
    paragraph("To read one, type its short name after coprod guide."),
  ];
}

/** One page in full. `questions` holds the wording of the questions it belongs to, by key. */
export function guidePage(
  { sources, checked }: Guide,
  page: GuidePage,
  questions: ReadonlyMap<string, string>,
): Block[] {
  const { title, when, say, try: tries, avoid = [], also = [], from } = page;
  return [
    heading(1, title),
    paragraph(when),
    ...bullets("Things to say:", say),
    ...bullets("Things to try:", tries),
    ...bullets("Better to avoid:", avoid),
    ...bullets(
      "Questions it belongs to:",
      also.map((key) => [questions.get(key) ?? [], `(${key})`].flat().join(" ")),
    ),
    ...bullets("Where it comes from:", citations(from, sources)),
    ...checkedBlocks(checked),
  ];
}

/** What to do when no page has the words that were typed. */
export function guideNothing(typed: string, near: readonly string[]): Block[] {
  const meant = near.map((word) => `"${word}"`).join(" or ");
  return [
    paragraph(`No page of the guide fits "${typed}".`),
    ...(near.length === 0 ? [] : [paragraph(`Did you mean ${meant}?`)]),
    paragraph("Try one other word, or type coprod guide to see all pages."),
  ];
}

function entry({ id, title }: GuidePage): ListItem {
  return { text: `${title} (${id})` };
}
