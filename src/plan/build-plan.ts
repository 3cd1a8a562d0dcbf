import type { Assessment } from "../assessment/assessment.ts";
import type { Scorecard } from "../scoring/schema.ts";
import { dateText } from "../util/dates.ts";
import { OWN_LANGUAGE, PLAN_FORMAT } from "../util/formats.ts";
import { onOneLine } from "../util/visible-text.ts";
import { gatherInput, type PlanInput, type PlanOptions } from "./input.ts";
import { orderSteps } from "./order-actions.ts";
import type { PlanView } from "./schema/index.ts";
import { describeAboutThisPlan, describePeople, noticesFor } from "./sections/about-this-plan.ts";
import { planActions } from "./sections/actions.ts";
import { describeAppendix } from "./sections/appendix.ts";
import { describeBarriers } from "./sections/barriers.ts";
import { contentsOf, glossaryOf } from "./sections/contents.ts";
import { describeDifferences } from "./sections/differences.ts";
import { describeMethod } from "./sections/method.ts";
import { costSentence, describeMoney } from "./sections/money.ts";
import { describeMustHaves } from "./sections/must-haves.ts";
import {
  describeCouldNot,
  describeDecisions,
  describeNext,
  describePaper,
  describeRisks,
  planTitle,
} from "./sections/paper.ts";
import { describeSinceLastPlan } from "./sections/since-last-plan.ts";
import { describeFoundations, describeParts, describeStandings } from "./sections/standings.ts";
import { describeSummary } from "./sections/summary.ts";
import { describeUnknowns } from "./sections/unknowns.ts";
import { shortened } from "./shorten.ts";

export type { PlanOptions } from "./input.ts";

/** Everything a plan's page can show, in words. The same input gives the same view, on any machine and any day. */
export function buildPlan(
  assessment: Assessment,
  scorecard: Scorecard,
  options: PlanOptions,
): PlanView {
  const input = gatherInput(assessment, scorecard, options);
  const whole = { ...describeFrame(input), ...describeContent(input) };
  const page = shortened({ ...whole, contents: contentsOf(whole) });
  return onOneLine({ ...page, glossary: glossaryOf(assessment.rubrics, page) });
}

type Frame =
  | "coprod"
  | "language"
  | "title"
  | "length"
  | "full"
  | "poster"
  | "audience"
  | "forPublic"
  | "date";

function describeFrame(input: PlanInput): Pick<PlanView, Frame> {
  const { options, date } = input;
  return {
    coprod: PLAN_FORMAT,
    language: OWN_LANGUAGE,
    title: planTitle(input),
    length: options.length,
    full: options.length === "full",
    poster: options.length === "poster",
    audience: options.audience,
    forPublic: options.audience === "public",
    date: date === undefined ? null : { text: dateText(date), iso: date },
  };
}

function describeContent(input: PlanInput): Omit<PlanView, Frame | "contents" | "glossary"> {
  const steps = orderSteps(input);
  const actions = planActions(input, steps);
  const mustHaves = describeMustHaves(input);
  const unknowns = describeUnknowns(input);
  return {
    paper: describePaper(input),
    notices: noticesFor(input, actions),
    people: describePeople(input),
    decide: describeDecisions(input),
    short: describeSummary(input, {
      mustHaves: mustHaves.summary,
      unknowns: unknowns.summary,
      steps,
      actions,
      cost: costSentence(input),
    }),
    since: describeSinceLastPlan(input),
    principles: [...describeParts(input), ...describeStandings(input, "principle")],
    foundations: describeFoundations(input),
    barriers: describeBarriers(input),
    mustHaves,
    differences: describeDifferences(input),
    unknowns,
    actions,
    money: describeMoney(input),
    risks: describeRisks(input),
    couldNot: describeCouldNot(input),
    made: describeAboutThisPlan(input),
    next: describeNext(input),
    method: describeMethod(input),
    appendix: describeAppendix(input),
  };
}
