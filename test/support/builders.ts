import type { Assessment } from "../../src/assessment/assessment.ts";
import type { Response } from "../../src/assessment/schema.ts";
import type { Band, Criterion, Level, Rubric, Section } from "../../src/rubric/rubric.ts";
import { exact, ONE } from "../../src/util/exact.ts";

/** Levels `level-0` to `level-<top>`, evenly spaced unless values are given. */
export function levels(top: number, values?: readonly string[]): Level[] {
  return Array.from({ length: top + 1 }, (_, index) => ({
    id: `level-${index}`,
    name: `Level ${index}`,
    text: `What level ${index} looks like.`,
    value: exact(values?.[index] ?? index, values === undefined ? top : 1),
    points: exact(values?.[index] ?? index, values === undefined ? top : 1),
  }));
}

/** Bands `band-0`, `band-1` and so on, one for each cut-point. */
export function bands(cuts: readonly string[] = ["0", "1/4", "1/2", "3/4"]): Band[] {
  return cuts.map((from, index) => ({
    id: `band-${index}`,
    name: `Band ${index}`,
    from: exact(from),
    means: `What band ${index} means.`,
  }));
}

export function aCriterion(overrides: Partial<Criterion> = {}): Criterion {
  const id = overrides.id ?? "question";
  return {
    key: `principles/${id}`,
    id,
    formerly: [],
    kind: "level",
    when: [],
    asks: `Do we do what ${id} asks?`,
    asksFor: {},
    core: false,
    weight: ONE,
    must: undefined,
    putRight: undefined,
    allowNotApplicable: false,
    private: false,
    sameAs: undefined,
    sharedWith: [],
    measures: "practice",
    scale: "practice",
    levels: levels(3),
    choices: [],
    ownAnchors: true,
    talk: [],
    lookFor: [],
    facts: [],
    next: [],
    eases: [],
    guide: [],
    from: {},
    hash: `sha256-${id}`,
    ...overrides,
  };
}

export function aSection(overrides: Partial<Section> = {}): Section {
  const id = overrides.id ?? "section";
  return {
    key: `principles/${id}`,
    id,
    kind: "principle",
    title: `Title of ${id}`,
    why: "Because it matters.",
    signs: [],
    together: overrides.kind === "barrier",
    heading: undefined,
    scored: true,
    criteria: [aCriterion()],
    ...overrides,
  };
}

/** The keys of its sections and criteria follow its id. */
export function aRubric(overrides: Partial<Rubric> = {}): Rubric {
  const id = overrides.id ?? "principles";
  const sections = overrides.sections ?? [aSection()];
  return {
    id,
    version: "1.0.0",
    hash: `sha256-${id}`,
    language: "en-GB",
    title: `Title of ${id}`,
    about: "What it is about.",
    minutes: 60,
    sources: {},
    headline: "weakest",
    show: "percent",
    parts: [],
    bands: bands(),
    bandsTotal: false,
    cap: 1,
    glossary: {},
    ...overrides,
    sections: sections.map((section) => withKeys(id, section)),
  };
}

function withKeys(rubric: string, section: Section): Section {
  return {
    ...section,
    key: `${rubric}/${section.id}`,
    criteria: section.criteria.map((each) => ({ ...each, key: `${rubric}/${each.id}` })),
  };
}

/** `answers` by criterion key; a text stands for an agreed answer. */
export function anAssessment({
  answers = {},
  ...overrides
}: Partial<Omit<Assessment, "answers">> & {
  answers?: Readonly<Record<string, string | Response>>;
} = {}): Assessment {
  const responses = Object.entries(answers).map(
    ([key, value]) => [key, typeof value === "string" ? { answer: value } : value] as const,
  );
  return {
    title: "River House, November 2026",
    covers: undefined,
    started: undefined,
    quick: false,
    rubrics: [aRubric()],
    people: [],
    voices: [],
    actions: [],
    suggestions: [],
    plan: {},
    sessions: [],
    ...overrides,
    answers: new Map(responses),
  };
}
