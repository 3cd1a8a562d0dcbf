import type { Assessment } from "../../assessment/assessment.ts";
import type { Action, PlanFacts, Response } from "../../assessment/schema.ts";
import type { PlanView } from "../schema/index.ts";
import { paragraphs, textsIn } from "../words.ts";

/** Something that people wrote themselves, and where. */
export interface OwnWords {
  readonly where: string;
  readonly text: string;
  /** Of what is to be done: nobody is named who does it. */
  readonly isOwnerless: boolean;
}

/** What people wrote that really stands in the plan. Whom to ask is meant to be there, so it is left out. */
export function ownWords(assessment: Assessment, view: PlanView): OwnWords[] {
  const { contact: _, ...paper } = view.paper;
  const shown = textsIn({ ...view, paper });
  const all = shown.join("\n");
  // Nearly all stand there as they were written; to look through the whole plan for each takes its length each time.
  const stands = new Map(shown.map((text) => [text, true]));
  return written(assessment).filter(({ text }) => {
    const known = stands.get(text) ?? all.includes(text);
    stands.set(text, known);
    return known;
  });
}

function written(assessment: Assessment): OwnWords[] {
  const { title, covers, people, plan, actions, rubrics, answers } = assessment;
  const criteria = rubrics.flatMap(({ sections }) => sections.flatMap((each) => each.criteria));
  return [
    ...said("the title", title),
    ...said("what it covers", covers),
    ...people.flatMap(({ name }) => said("the name of a group", name)),
    ...inPaper(plan),
    ...criteria.flatMap(({ key, asks }) => inAnswer(asks, answers.get(key))),
    ...actions.flatMap(inAction),
  ];
}

function inPaper(plan: PlanFacts): OwnWords[] {
  return [
    ...said("the charity's name", plan.charity),
    ...said("the name of the meeting", plan.meeting?.name),
    ...(plan.decisions ?? []).flatMap((each) => said("a decision", each)),
    ...said("what happens if we do nothing", plan["if-nothing"]),
    ...(plan.risks ?? []).flatMap(({ risk, response, who }) => [
      ...said("a risk", risk),
      ...said("what we do about a risk", response, who === undefined),
      ...said("who watches a risk", who),
    ]),
    ...(plan["could-not"] ?? []).flatMap(({ what, why }) => [
      ...said("what we could not do", what),
      ...said("why we could not do it", why),
    ]),
    ...(plan.forgotten ?? []).flatMap((each) => said("what the questions leave out", each)),
    ...said("support and payment", plan.support),
    ...said("conflicts of interest", plan.interests),
  ];
}

function inAnswer(asks: string, response: Response | undefined): OwnWords[] {
  if (response === undefined) return [];
  const { note, reason, evidence = [], views = {} } = response;
  return [
    ...said(`a note on “${asks}”`, note),
    ...said(`the reason on “${asks}”`, reason),
    ...evidence.flatMap((each) => said(`evidence on “${asks}”`, each)),
    ...Object.values(views).flatMap((each) => said(`a view on “${asks}”`, each)),
  ];
}

function inAction({ id, who, ...action }: Action): OwnWords[] {
  return [
    ...said(`action ${id}`, action.do, who === undefined),
    ...said(`the first step of action ${id}`, action.first, who === undefined),
    ...said(`who leads action ${id}`, who),
    ...said(`who works on action ${id}`, action.with),
    ...said(`the sign of action ${id}`, action.sign),
    ...said(`why action ${id} was dropped`, action.why),
    ...said(`the note on action ${id}`, action.note),
  ];
}

function said(where: string, text: string | undefined, isOwnerless = false): OwnWords[] {
  return paragraphs(text).map((each) => ({ where, text: each, isOwnerless }));
}
