import type { Exact } from "../util/exact.ts";
import { own } from "../util/values.ts";
import { capitalised, quoted } from "../util/words.ts";
import type { CriterionFile, NextStepFile, RubricFile, SectionFile } from "./schema.ts";
import type { RubricWords } from "./translation/texts.ts";

/** A rubric that is sound: every reference resolved, every level with its words. */
export interface Rubric {
  readonly id: string;
  readonly version: string;
  /** Changes with any change of content; not with comments or layout. */
  readonly hash: string;
  readonly language: string;
  readonly title: string;
  readonly about: string;
  readonly minutes: number;
  /** The month in which its facts were last read against its sources, such as `2026-11`. */
  readonly checked?: string | undefined;
  readonly sources: NonNullable<RubricFile["sources"]>;
  /** What makes the result of its principles. */
  readonly headline: NonNullable<RubricFile["headline"]>;
  /** How results are said. */
  readonly show: NonNullable<RubricFile["show"]>;
  readonly parts: readonly SectionGroup[];
  /** Lowest first; empty only where no section has a band (barriers alone). */
  readonly bands: readonly Band[];
  /** Whether the bands name the total alone, because they begin at points of it. */
  readonly bandsTotal: boolean;
  /** Index of the band that a failed must-have caps at. */
  readonly cap: number;
  readonly sections: readonly Section[];
  readonly glossary: Readonly<Record<string, string>>;
  /** Where other words than those of its own file were asked for. */
  readonly words?: RubricWords;
  /** Where two languages were asked for: the other one, and each text in both. */
  readonly beside?: { readonly language: string; readonly rubric: Rubric; readonly both: Rubric };
}

/** Sections that have a result together. */
export interface SectionGroup {
  /** `<rubric id>/<part id>` */
  readonly key: string;
  readonly title: string;
  readonly parts: readonly SectionGroup[];
  /** Keys of all sections in it, those of its parts too. */
  readonly sections: readonly string[];
}

export interface Band {
  readonly id: string;
  readonly name: string;
  readonly from: Exact;
  readonly means: string;
}

export interface Section {
  /** `<rubric id>/<section id>` */
  readonly key: string;
  readonly id: string;
  readonly kind: SectionFile["kind"];
  readonly title: string;
  readonly why: string;
  readonly signs: readonly string[];
  /** Whether its questions that share a scale are one page with one line to type. */
  readonly together: boolean;
  /** What stands above them then. */
  readonly heading: string | undefined;
  /** False: its answers are words, and no number or band is made of them. */
  readonly scored: boolean;
  readonly criteria: readonly Criterion[];
}

export interface Criterion {
  /** `<rubric id>/<criterion id>` */
  readonly key: string;
  readonly id: string;
  readonly formerly: readonly string[];
  /** How it is answered. */
  readonly kind: QuestionKind;
  /** What earlier questions must have as their answer, so that this one is asked. */
  readonly when: readonly Condition[];
  /** The question, or the statement that people place on the scale. */
  readonly asks: string;
  /** By the id of a group: the same question in that group's own words. */
  readonly asksFor: Readonly<Record<string, string>>;
  readonly core: boolean;
  readonly weight: Exact;
  /** Index of the level that must be reached. */
  readonly must: number | undefined;
  /** Index of a higher level, below which something has to be put right. */
  readonly putRight: number | undefined;
  readonly allowNotApplicable: boolean;
  /** Whether it cannot be answered openly: no show of cards is counted for it. */
  readonly private: boolean;
  /** The question at which it is asked, where that stands in another one, and which levels mean the same as the file says. */
  readonly sameAs: SameAs | undefined;
  /** The other questions with which it shares an answer, once the rubrics of an assessment are together. */
  readonly sharedWith: readonly SharedWith[];
  readonly measures: NonNullable<CriterionFile["measures"]>;
  /** Name of the scale, for grouping criteria that are answered with the same words. */
  readonly scale: string;
  /** Lowest first: what people choose one of, or what several choices can add up to. Empty where nothing is climbed. */
  readonly levels: readonly Level[];
  /** Of `choices`: what people may choose several of. */
  readonly choices: readonly QuestionChoice[];
  /** Whether the levels have words of this criterion's own rather than the scale's. */
  readonly ownAnchors: boolean;
  readonly talk: readonly string[];
  readonly lookFor: readonly string[];
  readonly facts: readonly string[];
  /** At index L: the step that gets you to level L; level 0 has none. */
  readonly next: readonly (NextStep | undefined)[];
  /** Keys of the barrier sections it helps with. */
  readonly eases: readonly string[];
  readonly guide: readonly string[];
  readonly from: Readonly<Record<string, readonly string[]>>;
  /** Changes when the question would mean something else: wording, levels, what it measures. */
  readonly hash: string;
}

/** The other question of a shared answer, as the one that holds this sees it. */
export interface SharedWith {
  /** Under what its answers may be filed, today's key first. */
  readonly keys: readonly [string, ...string[]];
  readonly other: Criterion;
  /** Whether the other one is where it is asked, so that its answer counts. */
  readonly isAskedThere: boolean;
  /** By the id of a level there: the id of the level here that means the same. */
  readonly levels: ReadonlyMap<string, string>;
}

export interface SameAs {
  readonly question: string;
  readonly levels: Readonly<Record<string, readonly string[]>>;
}

export interface Condition {
  /** An earlier question. */
  readonly asked: Criterion;
  /** Ids of the levels or choices, of which it must have one. */
  readonly oneOf: readonly string[];
}

/** `level`: one of its levels. `choices`: several of its choices. `text` and `number`: in people's own words or figures. */
export type QuestionKind = NonNullable<CriterionFile["kind"]>;

export interface QuestionChoice {
  readonly id: string;
  readonly name: string;
  /** What it adds; undefined where choices are kept and not counted. */
  readonly points: Exact | undefined;
}

/** Whether people vote on it, each for one of its levels: on the wall, on a sheet or in a form. */
export function isVotedOn({ kind }: Pick<Criterion, "kind">): boolean {
  return kind === "level";
}

/** Said with every question that cannot be answered openly, on paper and in a list of questions. */
export const ON_FOLDED_SLIPS = "Private: on folded slips, with no show of cards.";

/** Whether its answer counts in a score: words, figures and choices without points are kept as they are. */
export function countsInScore({ levels }: Pick<Criterion, "levels">): boolean {
  return levels.length > 0;
}

/** `“Do we pay?” is “Yes”`, for what a question is asked after; empty where it is always asked. */
export function whenWords({ when }: Pick<Criterion, "when">): string {
  return when
    .map(({ asked, oneOf }) => {
      const names = [...asked.levels, ...asked.choices]
        .filter(({ id }) => oneOf.includes(id))
        .map(({ name }) => quoted(name));
      return `the answer to ${quoted(asked.asks)} is ${names.join(" or ")}`;
    })
    .join(", and ");
}

/** The groups that are asked in words of their own, each with these: `Staff: Do we act on it?` */
export function ownWordings(
  { asksFor }: Pick<Criterion, "asksFor">,
  people: readonly { readonly group: string; readonly name: string }[],
): readonly string[] {
  return Object.entries(asksFor).map(([id, words]) => {
    const name = people.find(({ group }) => group === id)?.name;
    return `${name ?? capitalised(id.replaceAll("-", " "))}: ${words}`;
  });
}

/** The words in which a group is asked. */
export function asksOf(
  { asks, asksFor }: Pick<Criterion, "asks" | "asksFor">,
  group: string,
): string {
  return own(asksFor, group) ?? asks;
}

export interface Level {
  readonly id: string;
  readonly name: string;
  /** What you would see or hear at this level. */
  readonly text: string;
  /** From 0 (lowest level) to 1 (highest). */
  readonly value: Exact;
  /** What it adds: its points where the rubric counts points, else its value. */
  readonly points: Exact;
}

export type NextStep = NextStepFile;

/**
 * What is typed for each level: its name where all are named by one figure, such as 0 to 4, and else its place from 1. Never
 * some of each, so that no figure means two levels.
 */
export function levelMarks(levels: readonly Pick<Level, "name">[]): readonly string[] {
  const names = levels.map(({ name }) => name.trim());
  const areMarks =
    names.every((name) => /^\d$/u.test(name)) && new Set(names).size === names.length;
  return areMarks ? names : levels.map((_, index) => String(index + 1));
}

/** The one or the two levels that a must-have names. */
export function mustLevels(must: CriterionFile["must"]): {
  readonly stop: string | undefined;
  readonly putRight: string | undefined;
} {
  if (typeof must !== "object") return { stop: must, putRight: undefined };
  return { stop: must.stop, putRight: must["put-right"] };
}

export function sectionCalled(rubrics: readonly Rubric[], key: string): Section | undefined {
  return rubrics.flatMap(({ sections }) => sections).find((section) => section.key === key);
}

/** All criteria of a rubric in the order of its file. */
export function criteriaOf(rubric: Rubric): readonly Criterion[] {
  return rubric.sections.flatMap((section) => section.criteria);
}

/** What a section asks, in the order in which it is asked: by itself, and then as one list with one line to type. */
export interface AskedParts {
  readonly alone: readonly Criterion[];
  /** All with the same levels; none, or at least two. */
  readonly listed: readonly Criterion[];
}

/** Parts what is asked of a section, `asked` in the section's own order. */
export function askedParts(
  { together }: Pick<Section, "together">,
  asked: readonly Criterion[],
): AskedParts {
  const practice = asked.filter((each) => each.measures === "practice" && !each.private);
  const alike =
    together &&
    practice.length > 1 &&
    practice.every((each) => isShort(each) && each.scale === practice[0]?.scale);
  const listed = alike ? practice : [];
  return { alone: asked.filter((each) => !listed.includes(each)), listed };
}

/** Whether it can be a line on a page with others: always asked, in one wording, with levels that all of them share. */
function isShort({ kind, ownAnchors, asksFor, when }: Criterion): boolean {
  const isPlain = Object.keys(asksFor).length === 0 && when.length === 0;
  return kind === "level" && !ownAnchors && isPlain;
}

/** What stands above a list: the rubric's own words, or usual ones. */
export function listHeading({ heading: own, kind }: Pick<Section, "heading" | "kind">): string {
  return own ?? (kind === "barrier" ? "What do we have in place?" : "How is it with us?");
}

/** Name of the level at an index. */
export function levelName({ levels }: Pick<Criterion, "levels">, index: number): string {
  return levels[index]?.name ?? "";
}

/** Names of the two levels of a range. */
export function levelNames(
  criterion: Pick<Criterion, "levels">,
  [low, high]: readonly [number, number],
): [string, string] {
  return [levelName(criterion, low), levelName(criterion, high)];
}

/** Names of two bands by their ids; an id that is no band of this rubric speaks for itself. */
export function bandNames(
  rubric: Pick<Rubric, "bands"> | undefined,
  [low, high]: readonly [string, string],
): [string, string] {
  const name = (id: string) => rubric?.bands.find((band) => band.id === id)?.name ?? id;
  return [name(low), name(high)];
}

/** Whether a section's short questions stand on one page, unless it says otherwise. */
export function areTogether({ asked, kind }: Pick<SectionFile, "asked" | "kind">): boolean {
  return (asked ?? (kind === "barrier" ? "together" : "")) === "together";
}
