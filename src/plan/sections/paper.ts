import { looksLikeName, namesIn } from "../../assessment/names.ts";
import { dateText } from "../../util/dates.ts";
import { asSentence } from "../../util/words.ts";
import type { PlanInput } from "../input.ts";
import type { PlanView } from "../schema/index.ts";
import { presentFact, writtenDate } from "../words.ts";
import { askedMoney } from "./money.ts";

const NAME = "Co-production action plan";

const PURPOSE = {
  decision: "Decision",
  discussion: "Discussion",
  information: "Information",
} as const;

/** Somebody who opens the file months later sees at once whom it was made for. */
const READERS = {
  trustees: {
    full: "For trustees, not for publishing: it shows how groups voted and what people said.",
    summary: "A summary for trustees, not for publishing.",
    poster: "A poster for trustees, not for publishing.",
    message: "For trustees, not for publishing.",
  },
  public: {
    full: "For the public: notes, what groups said, and votes of small groups are left out.",
    summary: "A summary for the public.",
    poster: "A poster for the public.",
    message: "For the public: notes, and votes of small groups, are left out.",
  },
} as const;

/** The head of a board paper: whose it is, what it is for, and who meets when. */
export function describePaper({ assessment, date: today, options }: PlanInput): PlanView["paper"] {
  const { plan } = assessment;
  const { name, date } = plan.meeting ?? {};
  const meeting = [name, date === undefined ? undefined : dateText(date)].filter(
    (part) => part !== undefined,
  );
  return {
    charity: plan.charity ?? assessment.title,
    name: NAME,
    assessment: assessment.title,
    covers: assessment.covers ?? null,
    readers: READERS[options.audience][options.length],
    purpose: presentFact(
      plan.for === undefined ? undefined : PURPOSE[plan.for],
      "We have not said yet if this is for decision, discussion or information.",
    ),
    meeting: presentFact(meeting.length === 0 ? undefined : meeting.join(", "), "No meeting yet."),
    ownDay: today === undefined || today === date ? null : { text: dateText(today), iso: today },
    contact: plan.contact === undefined ? null : contactOf(plan.contact),
    unnamed: holdsName(assessment) ? null : "Nobody’s name was asked for.",
  };
}

/** Names the page, the tab and the printed file. */
export function planTitle({ assessment, date }: PlanInput): string {
  const charity = assessment.plan.charity ?? assessment.title;
  return [NAME, charity, date === undefined ? undefined : dateText(date)]
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
    none: asks.length > 0 ? null : NOTHING_ASKED[plan.for ?? "decision"],
    ifNothing: presentFact(
      plan["if-nothing"],
      "We have not said yet what happens if we do nothing.",
    ),
  };
}

const NOTHING_ASKED = {
  decision: "We have not written down yet what we ask trustees to decide.",
  discussion: "This paper is for discussion. It asks for no decision.",
  information: "This paper is for information. It asks for no decision.",
} as const;

export function describeRisks({ assessment }: PlanInput): PlanView["risks"] {
  const list = (assessment.plan.risks ?? []).map(({ risk, response, who }) => ({
    risk,
    response: presentFact(response, "We have not said what we will do about it yet."),
    who: presentFact(who, "No one is watching this yet."),
  }));
  return {
    none: list.length > 0 ? null : "We have not written down any risks yet.",
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
    review: writtenDate(plan.review, "No date yet."),
    feedback: writtenDate(plan["feedback-by"], "No date yet."),
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
