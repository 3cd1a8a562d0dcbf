import type { Assessment } from "../assessment/assessment.ts";
import type { Scorecard } from "../scoring/schema.ts";
import { dateText } from "../util/dates.ts";
import { describeMade } from "./about-this-plan.ts";
import { planActions } from "./actions.ts";
import { describeAppendix } from "./appendix.ts";
import { describeBarriers } from "./barriers.ts";
import { describeDifferences } from "./differences.ts";
import { PLAN_FORMAT } from "./format.ts";
import { glossaryOf } from "./glossary.ts";
import { gatherMaterial, type Material, type PlanOptions } from "./input.ts";
import { describeMethod } from "./method.ts";
import { costSentence, describeMoney } from "./money.ts";
import { describeMustHaves } from "./must-haves.ts";
import { orderSteps } from "./order-actions.ts";
import {
  describeCouldNot,
  describeDecisions,
  describeNext,
  describePaper,
  describeRisks,
  planTitle,
} from "./paper.ts";
import { describePeople, noticesFor } from "./people.ts";
import type { PlanView } from "./schema/index.ts";
import { describeSince } from "./since-last-plan.ts";
import { describeStandings } from "./standings.ts";
import { describeInShort } from "./summary.ts";
import { tidied } from "./tidy.ts";
import { describeUnknowns } from "./unknowns.ts";

export type { PlanOptions } from "./input.ts";

/** Everything a plan's page can show, in words. The same input gives the same view, on any machine and any day. */
export function buildPlan(
  assessment: Assessment,
  scorecard: Scorecard,
  options: PlanOptions,
): PlanView {
  const material = gatherMaterial(assessment, scorecard, options);
  const page = { ...describeFrame(material), ...describeContent(material) };
  return tidied({ ...page, glossary: glossaryOf(assessment.rubrics, page) });
}

type Frame = "coprod" | "language" | "title" | "full" | "audience" | "date";

function describeFrame(material: Material): Pick<PlanView, Frame> {
  const { assessment, options, date } = material;
  return {
    coprod: PLAN_FORMAT,
    language: assessment.rubrics[0]?.language ?? "en-GB",
    title: planTitle(material),
    full: options.length === "full",
    audience: options.audience,
    date: date === undefined ? null : { text: dateText(date), iso: date },
  };
}

function describeContent(material: Material): Omit<PlanView, Frame | "glossary"> {
  const steps = orderSteps(material);
  const actions = planActions(material, steps);
  const mustHaves = describeMustHaves(material);
  const unknowns = describeUnknowns(material);
  return {
    paper: describePaper(material),
    notices: noticesFor(material, actions.list),
    people: describePeople(material),
    decide: describeDecisions(material),
    short: describeInShort(material, {
      mustHaves: mustHaves.summary,
      unknowns: unknowns.summary,
      steps,
      actions,
      cost: costSentence(material),
    }),
    since: describeSince(material),
    principles: describeStandings(material, "principle"),
    foundations: describeStandings(material, "foundation"),
    barriers: describeBarriers(material),
    mustHaves,
    differences: describeDifferences(material),
    unknowns,
    actions,
    money: describeMoney(material),
    risks: describeRisks(material),
    couldNot: describeCouldNot(material),
    made: describeMade(material),
    next: describeNext(material),
    method: describeMethod(material),
    appendix: describeAppendix(material),
  };
}
