import { type Exact, exact } from "../util/exact.ts";
import type { CriterionFile, NextStepFile, RubricFile, SectionFile } from "./schema.ts";

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
  readonly sources: NonNullable<RubricFile["sources"]>;
  /** Lowest first; empty only where no section has a band (barriers alone). */
  readonly bands: readonly Band[];
  /** Index of the band that a failed must-have caps at. */
  readonly cap: number;
  readonly sections: readonly Section[];
  readonly glossary: Readonly<Record<string, string>>;
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
  /** The question, or the statement that people place on the scale. */
  readonly asks: string;
  readonly core: boolean;
  readonly weight: Exact;
  /** Index of the level that must be reached. */
  readonly must: number | undefined;
  readonly allowNotApplicable: boolean;
  readonly measures: "practice" | "pressure";
  /** Name of the scale, for grouping criteria that are answered with the same words. */
  readonly scale: string;
  /** Lowest first, two to seven. */
  readonly levels: readonly Level[];
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

export interface Level {
  readonly id: string;
  readonly name: string;
  /** What you would see or hear at this level. */
  readonly text: string;
  /** From 0 (lowest level) to 1 (highest). */
  readonly value: Exact;
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

/** All criteria of a rubric in the order they are asked. */
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
  const practice = asked.filter(({ measures }) => measures === "practice");
  const alike =
    together &&
    practice.length > 1 &&
    practice.every((each) => !each.ownAnchors && each.scale === practice[0]?.scale);
  const listed = alike ? practice : [];
  return { alone: asked.filter((each) => !listed.includes(each)), listed };
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

/** Undefined where the text is not a number at all. */
export function weightOf(weight: CriterionFile["weight"]): Exact | undefined {
  if (weight === undefined) return undefined;
  if (typeof weight === "string" && !/^\d+(?:\/[1-9]\d*)?$/u.test(weight)) return undefined;
  return exact(weight);
}

/** Whether a section's short questions stand on one page, unless it says otherwise. */
export function areTogether({ asked, kind }: Pick<SectionFile, "asked" | "kind">): boolean {
  return (asked ?? (kind === "barrier" ? "together" : "")) === "together";
}
