import { own } from "../util/values.ts";
import { areTogether } from "./rubric.ts";
import type { CriterionFile, RubricFile, SectionFile } from "./schema.ts";

type Level = RubricFile["scales"][string][number];

/**
 * How fast a question is read to a room. People who read aloud at their own pace average 183 words a minute (Brysbaert,
 * "How many words do we read per minute?", Journal of Memory and Language 109, 2019, over 77 studies); a room needs
 * pauses, and time for an interpreter or for somebody who reads slowly.
 */
export const WORDS_A_MINUTE = 120;

/** Minutes of talk about one question, with a show of cards. A check is a share of it, and one line of a page of barriers. */
export const TALK_MINUTES = 5;
const SHARES = { question: 1, felt: 2 / 5, check: 3 / 20 } as const;

/**
 * Of few barriers every checklist is asked, each after how much it is felt. Of more, all are felt first, on one page; then come
 * the checklists of those that are felt most, at most so many.
 */
export const FEW_BARRIERS = 2;
export const MOST_CHECKLISTS = 3;

/** To say hello and how it works; to read back what was said and agree on what comes next; a break. */
const AROUND = { start: 5, end: 10, break: 10 } as const;
const BREAK_EVERY = 90;

/** What is read aloud and talked about as one thing. */
export interface Asked {
  readonly kind: keyof typeof SHARES;
  readonly words: number;
  /** How much of it is asked, where some of several checklists are: all of it where it is left out. */
  readonly part?: number;
}

/** Minutes to read these aloud and talk about them. */
export function talkMinutes(asked: readonly Asked[], perQuestion = TALK_MINUTES): number {
  return asked.reduce(
    (sum, { kind, words, part = 1 }) =>
      sum + part * (words / WORDS_A_MINUTE + SHARES[kind] * perQuestion),
    0,
  );
}

/** Minutes from hello to the end, with a break after each hour and a half of talk that more talk follows. */
export function sessionMinutes(talk: number): number {
  const breaks = Math.max(0, Math.ceil(talk / BREAK_EVERY) - 1);
  return AROUND.start + talk + AROUND.end + breaks * AROUND.break;
}

/** All that a rubric asks. What the answers to a check mean is known after the first, so only the check is read. */
export function askedBy({ scales, sections }: Pick<RubricFile, "scales" | "sections">): Asked[] {
  const rivals = rivalsAmong(sections, shapeInFile);
  const part = MOST_CHECKLISTS / rivals.length;
  return sections.flatMap((section) => {
    const isRival = rivals.includes(section);
    const waits = isRival && mayWait(section.criteria);
    return section.criteria.map((criterion): Asked => {
      const isFelt = criterion.measures === "pressure";
      const kind = isRival && isFelt ? "check" : kindOf(section, criterion);
      const levels =
        kind === "check" ? [] : (own(scales, criterion.scale ?? section.scale ?? "") ?? []);
      const texts = levels.map((level) => `${level.name} ${wordsOfLevel(criterion, level)}`);
      const words = countWords([criterion.asks, ...texts].join(" "));
      return { kind, words, ...(waits && !isFelt && { part }) };
    });
  });
}

/** What decides whether barriers come first by how much each is felt. */
interface Shape {
  readonly measures: CriterionFile["measures"];
  readonly scale: string | undefined;
  /** Whether everybody is asked it, openly and in the same words, for one of its levels. */
  readonly isPlain: boolean;
}

interface Part<Asks> {
  readonly kind: SectionFile["kind"];
  readonly criteria: readonly Asks[];
}

/**
 * The barriers among which those felt most come first: all that are felt on one scale, each by one question, and have checks.
 * None where there are so few that all of their checklists are asked, or where one is felt in another way.
 */
export function rivalsAmong<Asks, Whole extends Part<Asks>>(
  parts: readonly Whole[],
  shapeOf: (criterion: Asks, part: Whole) => Shape,
): readonly Whole[] {
  const found = parts.flatMap((part) => {
    const shapes = part.criteria.map((each) => shapeOf(each, part));
    const [felt, ...others] = shapes.filter(({ measures }) => measures === "pressure");
    const isOne = part.kind === "barrier" && felt !== undefined && others.length === 0;
    return isOne && shapes.some(({ measures }) => measures === "practice") ? [{ part, felt }] : [];
  });
  const scale = found[0]?.felt.scale;
  const areAlike = found.every(({ felt }) => felt.isPlain && felt.scale === scale);
  return found.length > FEW_BARRIERS && areAlike ? found.map(({ part }) => part) : [];
}

/** A checklist with a must-have is asked whatever is felt. */
export function mayWait(checks: readonly { readonly must?: unknown }[]): boolean {
  return checks.every(({ must }) => must === undefined);
}

function shapeInFile(criterion: CriterionFile, section: SectionFile): Shape {
  const { measures = "practice", kind = "level", scale = section.scale, when } = criterion;
  const isOpen = when === undefined && criterion["asks-for"] === undefined && !criterion.private;
  return { measures, scale, isPlain: kind === "level" && isOpen };
}

function kindOf(section: SectionFile, criterion: CriterionFile): Asked["kind"] {
  const { measures, levels, kind } = criterion;
  if (kind !== undefined && kind !== "level") return "question";
  if (measures === "pressure") return "felt";
  const isShort = levels === undefined && (section.asked === undefined || areTogether(section));
  if (!isShort) return "question";
  return criterion.private === true ? "felt" : "check";
}

function wordsOfLevel({ levels }: CriterionFile, { id, means = "" }: Level): string {
  return own(levels, id) ?? means;
}

function countWords(text: string): number {
  return text.split(/\s+/u).filter((word) => word !== "").length;
}

/** `about 45 minutes`, or from an hour and a half on `about 2 hours 15 minutes`: nobody can say it more closely. */
export function lengthText(minutes: number): string {
  if (minutes < BREAK_EVERY) return `about ${Math.max(5, Math.round(minutes / 5) * 5)} minutes`;
  const quarters = Math.round(minutes / 15);
  const hours = Math.floor(quarters / 4);
  const rest = (quarters % 4) * 15;
  const said = `about ${hours} ${hours === 1 ? "hour" : "hours"}`;
  return rest === 0 ? said : `${said} ${rest} minutes`;
}
