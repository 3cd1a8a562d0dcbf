import { answeredOutside, LIVED_EXPERIENCE, tookPart } from "../../assessment/assessment.ts";
import type { Group, VoiceSource } from "../../assessment/schema.ts";
import { translationNotices } from "../../rubric/translation/texts.ts";
import { peopleCount } from "../../scoring/groups.ts";
import { dateText } from "../../util/dates.ts";
import { asSentence, counted, listOf } from "../../util/words.ts";
import { livedExperienceName, smallestShown } from "../groups.ts";
import { groupsInRoom, type PlanInput } from "../input.ts";
import type { ActionView, PlanView } from "../schema/index.ts";
import type { Fact } from "../schema/parts.ts";
import { presentFact } from "../words.ts";
import { unaccountedText } from "./since-last-plan.ts";

/** Who answered and who was missing: numbers of people, never names. */
export function describePeople(input: PlanInput): PlanView["people"] {
  const limit = smallestShown(input);
  const sent = answeredOutside(input.assessment.voices);
  const inRoom = input.room.map(({ name, size, members }) => ({
    name,
    count: countText({ room: size, outside: sumOf(members.map((id) => sent.get(id) ?? 0)) }, limit),
  }));
  const members = new Set(input.room.flatMap((group) => group.members));
  const outside = input.assessment.people
    .filter(({ group }) => !members.has(group) && sent.has(group))
    .map(({ group, name }) => ({
      name,
      count: countText({ room: 0, outside: sent.get(group) ?? 0 }, limit),
    }));
  return { answered: [...inRoom, ...outside], missing: missingText(input) };
}

function countText(
  { room, outside }: { readonly room: number; readonly outside: number },
  limit: number,
): string {
  if (outside === 0) return peopleCount(room, limit);
  const inRoom = room === 0 ? "" : `${peopleCount(room, limit)} in the room, `;
  return `${inRoom}${peopleCount(outside, limit)} from outside`;
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

function missingText(input: PlanInput): string {
  const { people, voices } = input.assessment;
  if (people.length === 0) return "We did not record who answered, or who was missing.";
  const isListed = people.some(({ group }) => group === LIVED_EXPERIENCE);
  const absent = people
    .filter(({ group }) => !tookPart(input.assessment, group))
    .map(({ name }) => name);
  const missing = isListed ? absent : [livedExperienceName(input), ...absent];
  if (missing.length === 0) return "Every group on our list took part.";
  return voices.length === 0
    ? `Not in the room: ${listOf(missing)}.`
    : `Nobody answered of: ${listOf(missing)}.`;
}

/** What a reader must know before anything else: whose view this is, and who will do the work. */
export function noticesFor(
  input: PlanInput,
  actions: Pick<PlanView["actions"], "agreed" | "ideas">,
): string[] {
  const notices = [
    ...translationNotices(input.assessment.rubrics),
    whoseView(input),
    whoIsInvolved(input, actions),
    unaccountedText(input),
  ];
  return notices.filter((notice) => notice !== "");
}

function whoseView({ scorecard }: PlanInput): string {
  if (scorecard.view === "staff")
    return "This is a staff view. Nobody with lived experience took part in these answers.";
  if (scorecard.view === "unknown")
    return "We did not record who answered, so we cannot say whose view this is.";
  return "";
}

/** Of what is agreed and what is only suggested, each on its own: a suggestion involves nobody yet. */
function whoIsInvolved(
  input: PlanInput,
  { agreed, ideas }: Pick<PlanView["actions"], "agreed" | "ideas">,
): string {
  const name = livedExperienceName(input);
  if (agreed.length + ideas.length === 0 || agreed.some((action) => isDoneWith(action, name)))
    return "";
  const wouldBe = ideas.some((action) => wouldInvolve(input, action, name));
  const suggested = wouldBe ? " Some of the steps that our answers suggest would." : "";
  return agreed.length === 0
    ? `We have not agreed any action yet, so none involves people with lived experience in doing it.${suggested}`
    : `No action we agreed says that people with lived experience take part in doing it.${suggested}`;
}

function isDoneWith({ lead, alongside }: ActionView, name: string): boolean {
  return isNamed(
    name,
    [lead, alongside].map(({ text, missing }) => (missing ? "" : text)),
  );
}

/** What is talked about again is talked about by those who answered. */
function wouldInvolve({ scorecard }: PlanInput, action: ActionView, name: string): boolean {
  if (action.kind === "talk" && scorecard.view === "shared") return true;
  return isNamed(name, [action.couldLead ?? "", action.first.text]);
}

function isNamed(name: string, texts: readonly string[]): boolean {
  const text = texts.join(" ").toLowerCase();
  return [name.toLowerCase(), LIVED_EXPERIENCE.replace("-", " ")].some((each) =>
    text.includes(each),
  );
}

type AboutThisPlan = PlanView["made"];

/** How we made this plan: when, who, how, and what trustees may ask about and find unsaid. */
export function describeAboutThisPlan(input: PlanInput): AboutThisPlan {
  const { plan } = input.assessment;
  const noSupport = "We have not written down what support and payment people were offered.";
  const noInterests = "We have not written down whether anyone had a conflict of interest.";
  return [
    named("When", whenFact(input)),
    ...whoCame(input),
    ...whoAnsweredOutside(input),
    named("Votes", presentFact(votesText(input), "")),
    named("Support and payment", presentFact(plan.support, noSupport)),
    named("Conflicts of interest", presentFact(plan.interests, noInterests)),
    named("Questions and tool", presentFact(toolText(input), "")),
  ];
}

function named(name: string, { text, missing }: Fact): AboutThisPlan[number] {
  return { name, text: asSentence(text), missing };
}

function whenFact({ assessment }: PlanInput): Fact {
  const days = assessment.sessions.map(({ began }) => began.slice(0, 10));
  const inOrder = [...new Set(days)].sort().map(dateText);
  if (inOrder.length > 0) return presentFact(`We met on ${listOf(inOrder)}.`, "");
  const { started } = assessment;
  const began = started === undefined ? undefined : `We began on ${dateText(started)}.`;
  return presentFact(began, "We have not written down when.");
}

/** Per day where other people came on another day; otherwise the head of the paper has said it. */
function whoCame(input: PlanInput): AboutThisPlan {
  const days = input.assessment.sessions.flatMap(({ began, people }) =>
    people === undefined
      ? []
      : [{ day: dateText(began.slice(0, 10)), said: dayText(input, people) }],
  );
  if (new Set(days.map(({ said }) => said)).size < 2) return [];
  const each = days.map(({ day, said }) => `On ${day}: ${said}.`);
  return [named("Who came", presentFact(each.join(" "), ""))];
}

const WAYS: Readonly<Record<VoiceSource, string>> = {
  sheets: "On paper",
  form: "In a form",
  survey: "In a survey",
  room: "In another room",
};

/** How each group took part without being in the room. */
function whoAnsweredOutside(input: PlanInput): AboutThisPlan {
  const { voices, people } = input.assessment;
  const limit = smallestShown(input);
  const said = voices.map((voice) => {
    const groups = people
      .filter(({ group }) => (voice.people[group] ?? 0) > 0)
      .map(({ group, name }) => `${name} (${peopleCount(voice.people[group] ?? 0, limit)})`);
    return `${WAYS[voice.from]}, last on ${dateText(voice.on)}: ${listOf(groups)}.`;
  });
  if (said.length === 0) return [];
  return [named("Outside the room", presentFact(said.join(" "), ""))];
}

function dayText(input: PlanInput, people: readonly Group[]): string {
  const groups = groupsInRoom(people, input.options.audience).map(
    ({ name, size }) => `${name} (${peopleCount(size, smallestShown(input))})`,
  );
  return groups.length === 0 ? "nobody was counted" : listOf(groups);
}

function votesText({ items }: PlanInput): string {
  const voted = items.filter(({ lastVotes }) => lastVotes.length > 0).length;
  if (voted === 0) return "We recorded no votes.";
  return `We recorded votes on ${counted(voted, "question")}, by group and never by name. Where we agreed no level, each group counts the same, however many people it has.`;
}

function toolText({ assessment, options }: PlanInput): string {
  const rubrics = assessment.rubrics.map(({ title, version }) => `${title} (version ${version})`);
  return `${listOf(rubrics)}, with ${options.tool ?? "coprod"}.`;
}
