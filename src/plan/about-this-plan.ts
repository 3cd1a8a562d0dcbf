import { dateText } from "../util/dates.ts";
import { asSentence, counted, listOf } from "../util/words.ts";
import { presentFact } from "./facts.ts";
import type { Material } from "./input.ts";
import { describePeople } from "./people.ts";
import type { PlanView } from "./schema/index.ts";
import type { Fact } from "./schema/parts.ts";
import { describeUnknowns } from "./unknowns.ts";

type Made = PlanView["made"];

/** How we made this plan: when, who, how, and what trustees may ask about and find unsaid. */
export function describeMade(material: Material): Made {
  const { plan } = material.assessment;
  const noSupport = "We have not written down what support and payment people were offered.";
  const noInterests = "We have not written down whether anyone had a conflict of interest.";
  return [
    named("When", whenFact(material)),
    named("Who took part", whoFact(describePeople(material))),
    named("Votes", presentFact(votesText(material), "")),
    named("Left open", presentFact(describeUnknowns(material).summary, "")),
    named("Support and payment", presentFact(plan.support, noSupport)),
    named("Conflicts of interest", presentFact(plan.interests, noInterests)),
    named("Questions and tool", presentFact(toolText(material), "")),
  ];
}

function named(name: string, { text, missing }: Fact): Made[number] {
  return { name, text: asSentence(text), missing };
}

function whenFact({ assessment }: Material): Fact {
  const days = assessment.sessions.map(({ began }) => began.slice(0, 10));
  const inOrder = [...new Set(days)].sort().map(dateText);
  if (inOrder.length > 0) return presentFact(`We met on ${listOf(inOrder)}.`, "");
  const { started } = assessment;
  const began = started === undefined ? undefined : `We began on ${dateText(started)}.`;
  return presentFact(began, "We have not written down when.");
}

function whoFact({ answered, missing }: PlanView["people"]): Fact {
  const groups = answered.map(({ name, count }) => `${name} (${count})`);
  const isEmpty = groups.length === 0;
  const nobody = "We did not record who answered, or who was missing.";
  return presentFact(isEmpty ? undefined : `${listOf(groups)}. ${missing}`, nobody);
}

function votesText({ items }: Material): string {
  const voted = items.filter(({ lastVotes }) => lastVotes.length > 0).length;
  if (voted === 0) return "We recorded no votes.";
  return `We recorded votes on ${counted(voted, "question")}, by group and never by name. Where we agreed no level, each group counts the same, however many people it has.`;
}

function toolText({ assessment, options }: Material): string {
  const rubrics = assessment.rubrics.map(({ title, version }) => `${title} (version ${version})`);
  return `${listOf(rubrics)}, with ${options.tool ?? "coprod"}.`;
}
