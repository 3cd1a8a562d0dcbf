import { looksLikeName, namesIn } from "../../assessment/names.ts";
import { dateText } from "../../util/dates.ts";
import { asSentence } from "../../util/words.ts";
import type { PlanInput } from "../input.ts";
import { planWords } from "../messages/messages.ts";
import type { PlanView } from "../schema/index.ts";
import { presentFact, writtenDate } from "../words.ts";
import { askedMoney } from "./money.ts";

/** The head of a board paper: whose it is, what it is for, and who meets when. */
export function describePaper({ assessment, date: today, options }: PlanInput): PlanView["paper"] {
  const { plan } = assessment;
  const { name, date } = plan.meeting ?? {};
  const meeting = [name, date === undefined ? undefined : dateText(date)].filter(
    (part) => part !== undefined,
  );
  return {
    charity: plan.charity ?? assessment.title,
    name: planWords.paper.name,
    assessment: assessment.title,
    covers: assessment.covers ?? null,
    readers: planWords.paper.readers[options.audience][options.length],
    purpose: presentFact(
      plan.for === undefined ? undefined : planWords.paper.purpose[plan.for],
      planWords.paper.noPurpose,
    ),
    meeting: presentFact(
      meeting.length === 0 ? undefined : meeting.join(", "),
      planWords.paper.noMeeting,
    ),
    ownDay: today === undefined || today === date ? null : { text: dateText(today), iso: today },
    contact: plan.contact === undefined ? null : contactOf(plan.contact),
    unnamed: holdsName(assessment) ? null : planWords.paper.unnamed,
  };
}

/** Names the page, the tab and the printed file. */
export function planTitle({ assessment, date }: PlanInput): string {
  const charity = assessment.plan.charity ?? assessment.title;
  return [planWords.paper.name, charity, date === undefined ? undefined : dateText(date)]
    .filter((part) => part !== undefined)
    .join(" – ");
}

export function describeDecisions(input: PlanInput): PlanView["decide"] {
  const { plan } = input.assessment;
  const asks = plan.decisions ?? [];
  return {
    asks: asks.map((text, at) => ({ number: `${at + 1}`, text })),
    more: null,
    cost: askedMoney(input),
    none: asks.length > 0 ? null : planWords.paper.nothingAsked[plan.for ?? "decision"],
    ifNothing: presentFact(plan["if-nothing"], planWords.paper.noIfNothing),
  };
}

export function describeRisks({ assessment }: PlanInput): PlanView["risks"] {
  const list = (assessment.plan.risks ?? []).map(({ risk, response, who }) => ({
    risk,
    response: presentFact(response, planWords.paper.noAnswerToRisk),
    who: presentFact(who, planWords.paper.nobodyWatches),
  }));
  return {
    none: list.length > 0 ? null : planWords.paper.noRisks,
    list,
    more: null,
  };
}

export function describeCouldNot({ assessment }: PlanInput): PlanView["couldNot"] {
  const list = assessment.plan["could-not"] ?? [];
  return list.map(({ what, why }) => ({ what: asSentence(what), why: asSentence(why) }));
}

export function describeNext({ assessment }: PlanInput): PlanView["next"] {
  const { plan } = assessment;
  return {
    review: writtenDate(plan.review, planWords.paper.noDate),
    feedback: writtenDate(plan["feedback-by"], planWords.paper.noDate),
  };
}

/** Whether something that people wrote looks like somebody's name: then the paper does not say that it holds none. */
function holdsName({ answers, actions, suggestions, plan }: PlanInput["assessment"]): boolean {
  const { contact: _, charity: __, meeting: ___, ...facts } = plan;
  const said = [...answers.values()].map(({ text, note, evidence, views, reason }) => [
    text,
    note,
    evidence,
    views,
    reason,
  ]);
  const done = actions.map(({ id: _id, by: _by, for: _for, ...words }) => words);
  const isNamed = (text: string) => namesIn(text).length > 0;
  return (
    textsIn([said, done, facts, suggestions.map(({ why }) => why)]).some(isNamed) ||
    actions.some(({ who }) => who !== undefined && looksLikeName(who))
  );
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

// Only an address that can do nothing but open a page, a mail or a call becomes a link.
function contactOf(text: string): NonNullable<PlanView["paper"]["contact"]> {
  if (/^[^\s@:/?#&]+@[^\s@:/?#&]+\.[^\s@:/?#&]+$/u.test(text))
    return { text, href: `mailto:${text}` };
  if (/^https?:\/\/[^\s"<>]+$/u.test(text)) return { text, href: text };
  if (/^\+?[\d() -]{7,}$/u.test(text)) return { text, href: `tel:${text.replace(/[() -]/gu, "")}` };
  return { text, href: null };
}
