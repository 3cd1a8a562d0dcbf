import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Assessment } from "../../src/assessment/assessment.ts";
import type { Action } from "../../src/assessment/schema.ts";
import type { Templates } from "../../src/documents/templates/templates.ts";
import { buildPlan, type PlanOptions } from "../../src/plan/build-plan.ts";
import type { PlanView } from "../../src/plan/schema/index.ts";
import type { Criterion, NextStep, Section } from "../../src/rubric/rubric.ts";
import { scoreAssessment } from "../../src/scoring/score-assessment.ts";
import { aCriterion, anAssessment, aRubric, aSection, levels } from "./builders.ts";

/** A step to every level, each with words of its own. */
export function steps(id: string, top = 3): (NextStep | undefined)[] {
  return Array.from({ length: top + 1 }, (_, level) =>
    level === 0
      ? undefined
      : {
          do: `Take step ${level} of ${id}.`,
          first: `Begin step ${level} of ${id}.`,
          effort: "small" as const,
          who: "Service manager with two people with lived experience",
          sign: `We can see step ${level} of ${id}.`,
        },
  );
}

/** A question as a real rubric has it: with steps, talking points, evidence to look for and a source. */
function aFullCriterion(id: string, overrides: Partial<Criterion> = {}): Criterion {
  return aCriterion({
    id,
    next: steps(id, (overrides.levels?.length ?? 4) - 1),
    talk: [`What comes to mind about ${id}?`],
    lookFor: [`A paper that shows ${id}`],
    from: { guide: ["A heading", "Another heading"] },
    ...overrides,
  });
}

function barrier(id: string): Section {
  const felt = aFullCriterion(`${id}-felt`, { measures: "pressure", levels: levels(2), next: [] });
  const checks = ["one", "two", "three"].map((check) =>
    aFullCriterion(`${id}-${check}`, { levels: levels(2) }),
  );
  return aSection({ id, kind: "barrier", criteria: [felt, ...checks] });
}

const RUBRICS = [
  aRubric({
    id: "principles",
    sources: { guide: { title: "A guide (web page)", authors: "Somebody", year: 2020 } },
    glossary: { "lived experience": "Knowing it because it happened to you.", unused: "No." },
    sections: [
      aSection({
        id: "equality",
        criteria: [
          aFullCriterion("power", { eases: ["barriers/money"] }),
          aFullCriterion("costs", { must: 2 }),
          aFullCriterion("safety", { must: 1 }),
          aFullCriterion("words"),
        ],
      }),
      aSection({
        id: "staying",
        criteria: ["hear-back", "to-the-end", "together"].map((id) => aFullCriterion(id)),
      }),
      aSection({ id: "support", kind: "foundation", criteria: [aFullCriterion("someone")] }),
    ],
  }),
  aRubric({
    id: "barriers",
    sources: { guide: { title: "Starting", authors: "Somebody", year: "undated" } },
    sections: [barrier("money"), barrier("time"), barrier("worry")],
  }),
];

/** A charity's assessment in which every part of a plan has something to say. */
export function aFullAssessment(overrides: Partial<Assessment> = {}): Assessment {
  return anAssessment({
    covers: "The day centre",
    started: "2026-11-01",
    rubrics: RUBRICS,
    people: [
      { group: "lived-experience", name: "People with lived experience", present: 4 },
      { group: "staff", name: "Staff", present: 5 },
      { group: "trustees", name: "Trustees", present: 2, "shown-with": "staff" },
      { group: "volunteers", name: "Volunteers", present: 0 },
    ],
    actions: ACTIONS,
    plan: {
      charity: "River House",
      for: "decision",
      meeting: { name: "Trustees", date: "2026-12-12" },
      decisions: ["Agree the actions in this plan.", "Name a trustee who will follow this work."],
      "if-nothing": "People will stop coming.",
      risks: [{ risk: "The work rests on one person.", response: "Two share it.", who: "Chair" }],
      "could-not": [{ what: "Evening meetings.", why: "The building closes at six." }],
      "feedback-by": "2026-12-20",
      review: "2027-06-10",
      contact: "office@river-house.example",
    },
    sessions: [{ began: "2026-11-21T10:00:00Z", ended: "2026-11-21T11:30:00Z", how: "finished" }],
    ...overrides,
    answers: { ...ANSWERS, ...Object.fromEntries(overrides.answers ?? []) },
  });
}

const ACTIONS: readonly Action[] = [
  {
    id: "a1",
    for: "principles/costs",
    do: "Pay bus fares in cash on the day",
    first: "Ask the bank for a second card",
    who: "Finance lead",
    with: "Two people with lived experience",
    by: "2026-11",
    cost: 450,
    funded: true,
    hours: 12,
    sign: "Nobody waits for a fare",
    status: "doing",
    note: "Started in May.",
  },
  {
    id: "a2",
    for: "principles/together",
    do: "Keep the Tuesday lunch",
    by: "2027-03-31",
    cost: 1000,
  },
  { id: "a3", do: "Ask for a grant", cost: 600.5, funded: false },
  { id: "a4", do: "Print a poster", status: "done", note: "It hangs in the hall." },
  { id: "a5", do: "Start a newsletter", status: "dropped", why: "People prefer a call." },
];

const ANSWERS = {
  "principles/power": {
    answer: "differ",
    from: "level-0",
    to: "level-2",
    views: { "lived-experience": "We hear about it after", staff: "We ask every spring" },
    votes: [
      {
        "lived-experience": { "level-0": 3, unsure: 1 },
        staff: { "level-2": 5 },
        trustees: { "level-2": 2 },
      },
    ],
  },
  "principles/costs": {
    answer: "level-1",
    note: "Paid late.\n\nTwo people left.",
    evidence: ["Cash book"],
  },
  "principles/words": { answer: "level-1" },
  "principles/hear-back": { answer: "level-0" },
  "principles/to-the-end": { answer: "unsure" },
  "principles/together": { answer: "level-3" },
  "principles/someone": { answer: "level-2" },
  "barriers/money-felt": { answer: "level-2" },
  "barriers/money-one": { answer: "level-0" },
  "barriers/money-two": { answer: "unsure" },
  "barriers/time-felt": { answer: "level-0" },
  "barriers/time-one": { answer: "level-2" },
  "barriers/time-two": { answer: "level-2" },
  "barriers/time-three": { answer: "level-1" },
};

export function planOf(assessment: Assessment, options: Partial<PlanOptions> = {}): PlanView {
  return buildPlan(assessment, scoreAssessment(assessment), {
    date: undefined,
    length: "full",
    audience: "trustees",
    ...options,
  });
}

/** What was agreed, and after it what is only suggested. */
export function allActions({
  agreed,
  ideas,
}: Pick<PlanView["actions"], "agreed" | "ideas">): PlanView["actions"]["agreed"] {
  return [...agreed, ...ideas];
}

/** The package's own templates. */
export function templatesFromDisk(): Templates {
  const folder = join(import.meta.dirname, "..", "..", "templates");
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    paths.map((path) => [
      path.slice(folder.length + 1).replaceAll("\\", "/"),
      readFileSync(path, "utf8"),
    ]),
  );
}
