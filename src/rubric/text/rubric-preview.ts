import { wordsOf } from "../../lint/text/spans.ts";
import { type Block, heading, lines, paragraph } from "../../terminal/blocks.ts";
import { wallText } from "../../terminal/to-text.ts";
import { counted } from "../../util/words.ts";
import { aloneKind, askedAtFirst, checklists, type Item } from "../../workshop/items.ts";
import { messages } from "../../workshop/messages/messages.ts";
import { type WallPage, wallPages } from "../../workshop/wall.ts";
import { type Criterion, ownWordings, type Rubric, type Section } from "../rubric.ts";
import {
  type Asked,
  lengthText,
  MOST_CHECKLISTS,
  mayWait,
  talkMinutes,
  WORDS_A_MINUTE,
} from "../session-time.ts";

/** Every question in the words, order and line breaks of the wall, each with how long it takes to read aloud. */
export function rubricPreview(
  rubric: Rubric,
  { columns, color }: { readonly columns: number; readonly color: boolean },
): string {
  const pages = wallPages(rubric);
  const shown = pages.map((page) => [
    ...page.blocks,
    paragraph(`[Reading aloud: ${spoken(wordsIn(page))}]`),
  ]);
  const wall = { columns, saved: undefined, tables: true, bold: color };
  const parts = [opening(rubric), ...shown, closing(rubric, pages)];
  return `${parts.map((blocks) => wallText(blocks, wall)).join(`\n\n${RULE}\n\n`)}\n`;
}

/** Stands between two screens; on the wall there would be an answer. */
const RULE = "----------";

function opening({ title }: Rubric): readonly Block[] {
  return [
    heading(1, title),
    paragraph(
      `Each question as it stands on the wall, at the width of this window. In a workshop the first two come with a list of everything that can be typed. Reading aloud is counted at ${WORDS_A_MINUTE} words a minute.`,
    ),
  ];
}

function closing(rubric: Rubric, pages: readonly WallPage[]): readonly Block[] {
  const sections = [...new Set(pages.map(({ item }) => item.section))];
  const items = askedAtFirst(pages.map(({ item }) => item));
  const waiting = checklists(pages.map(({ item }) => item)).length - checklists(items).length;
  const counts = pages.map((page) => ({ section: page.item.section, words: wordsIn(page) }));
  const wordsOfSection = (section: Section) =>
    sum(counts.filter((each) => each.section === section).map(({ words }) => words));
  return [
    heading(1, "How long it takes to read aloud"),
    lines(
      ...sections.map((section) => `${section.title}: ${spoken(wordsOfSection(section))}`),
      `All of it: ${spoken(sum(counts.map(({ words }) => words)))}`,
    ),
    paragraph(
      `Read aloud and talked through, it takes ${lengthText(talkMinutes(pages.flatMap(askedOn)))}; it announces ${counted(rubric.minutes, "minute")}. A session needs some more: a start, breaks and an end.`,
    ),
    ...(waiting === 0 ? [] : [paragraph(messages.barriers.notCounted(waiting))]),
  ];
}

function askedOn(page: WallPage): readonly Asked[] {
  const { item } = page;
  const words = wordsIn(page);
  if (item.kind === "question") return [{ kind: aloneKind(item, item.criterion), words }];
  const { titles, rivals = [], criteria } = item;
  // Of those that may wait nobody knows which will be asked: each takes its share of the few that are.
  const waits = titles === undefined && rivals.length > 0 && mayWait(criteria);
  const part = waits ? MOST_CHECKLISTS / rivals.length : 1;
  return criteria.map((_, index) => ({ kind: "check", words: index === 0 ? words : 0, part }));
}

/** What somebody reads out: the question or the checks, their levels, and the part's introduction where it is new. */
function wordsIn({ item, opensPart }: WallPage): number {
  const { section } = item;
  const introduction = opensPart ? [section.title, section.why] : [];
  return wordsOf([...introduction, ...spokenTexts(item)].join("\n")).length;
}

function spokenTexts(item: Item): readonly string[] {
  if (item.kind === "question") {
    const { criterion } = item;
    return [criterion.asks, ...ownWordings(criterion, []), ...levelTexts(criterion)];
  }
  // What the answers mean is said once, before the first list. What they mean for a barrier is read where somebody asks.
  const meaning = item.number === "c1" ? levelTexts(item.criteria[0]) : [];
  return [...meaning, ...item.criteria.map(({ asks }) => asks)];
}

function levelTexts({ levels }: Criterion): readonly string[] {
  return levels.flatMap(({ name, text: words }) => [name, words]);
}

/** In steps of five seconds up to two minutes, then in whole minutes: more would be false exactness. */
function spoken(words: number): string {
  const seconds = (words / WORDS_A_MINUTE) * 60;
  if (seconds >= 120) return `about ${counted(Math.round(seconds / 60), "minute")}`;
  const rounded = Math.max(5, Math.round(seconds / 5) * 5);
  return `about ${counted(rounded, "second")}`;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, each) => total + each, 0);
}
