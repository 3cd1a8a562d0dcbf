import { answeredOutside, LIVED_EXPERIENCE, tookPart } from "../../assessment/assessment.ts";
import type { Group } from "../../assessment/schema.ts";
import { translationNotices } from "../../rubric/translation/texts.ts";
import { peopleCount } from "../../scoring/groups.ts";
import { dateText } from "../../util/dates.ts";
import { asSentence, listOf } from "../../util/words.ts";
import { livedExperienceName, smallestShown } from "../groups.ts";
import { groupsInRoom, type PlanInput } from "../input.ts";
import { planWords } from "../messages/messages.ts";
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
  const inRoom = planWords.about.inRoom(room, peopleCount(room, limit));
  return planWords.about.fromOutside(inRoom, peopleCount(outside, limit));
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

function missingText(input: PlanInput): string {
  const { people, voices } = input.assessment;
  if (people.length === 0) return planWords.about.nobodyRecorded;
  const isListed = people.some(({ group }) => group === LIVED_EXPERIENCE);
  const absent = people
    .filter(({ group }) => !tookPart(input.assessment, group))
    .map(({ name }) => name);
  const missing = isListed ? absent : [livedExperienceName(input), ...absent];
  if (missing.length === 0) return planWords.about.everyGroup;
  return planWords.about.missingPeople(voices.length, missing);
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
  if (scorecard.view === "staff") return planWords.about.staffView;
  if (scorecard.view === "unknown") return planWords.about.unknownView;
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
  const suggested = wouldBe ? planWords.about.someStepsWould : "";
  return planWords.about.noneInvolves(agreed.length, suggested);
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
  const noSupport = planWords.about.noSupport;
  const noInterests = planWords.about.noConflicts;
  return [
    named(planWords.about.when, whenFact(input)),
    ...whoCame(input),
    ...whoAnsweredOutside(input),
    named(planWords.about.votes, presentFact(votesText(input), "")),
    named(planWords.about.support, presentFact(plan.support, noSupport)),
    named(planWords.about.conflicts, presentFact(plan.interests, noInterests)),
    named(planWords.about.tool, presentFact(toolText(input), "")),
  ];
}

function named(name: string, { text, missing }: Fact): AboutThisPlan[number] {
  return { name, text: asSentence(text), missing };
}

function whenFact({ assessment }: PlanInput): Fact {
  const days = assessment.sessions.map(({ began }) => began.slice(0, 10));
  const inOrder = [...new Set(days)].sort().map(dateText);
  if (inOrder.length > 0) return presentFact(planWords.about.metOn(inOrder), "");
  const { started } = assessment;
  const began = started === undefined ? undefined : planWords.about.beganOn(started);
  return presentFact(began, planWords.about.noDay);
}

/** Per day where other people came on another day; otherwise the head of the paper has said it. */
function whoCame(input: PlanInput): AboutThisPlan {
  const days = input.assessment.sessions.flatMap(({ began, people }) =>
    people === undefined
      ? []
      : [{ day: dateText(began.slice(0, 10)), said: dayText(input, people) }],
  );
  if (new Set(days.map(({ said }) => said)).size < 2) return [];
  const each = days.map(({ day, said }) => planWords.about.cameOn(day, said));
  return [named(planWords.about.whoCame, presentFact(each.join(" "), ""))];
}

/** How each group took part without being in the room. */
function whoAnsweredOutside(input: PlanInput): AboutThisPlan {
  const { voices, people } = input.assessment;
  const limit = smallestShown(input);
  const said = voices.map((voice) => {
    const groups = people
      .filter(({ group }) => (voice.people[group] ?? 0) > 0)
      .map(({ group, name }) => `${name} (${peopleCount(voice.people[group] ?? 0, limit)})`);
    return planWords.about.lastOn(planWords.about.ways[voice.from], voice.on, groups);
  });
  if (said.length === 0) return [];
  return [named(planWords.about.outsideRoom, presentFact(said.join(" "), ""))];
}

function dayText(input: PlanInput, people: readonly Group[]): string {
  const groups = groupsInRoom(people, input.options.audience).map(
    ({ name, size }) => `${name} (${peopleCount(size, smallestShown(input))})`,
  );
  return groups.length === 0 ? planWords.about.nobodyCounted : listOf(groups);
}

function votesText({ items }: PlanInput): string {
  const voted = items.filter(({ lastVotes }) => lastVotes.length > 0).length;
  if (voted === 0) return planWords.about.noVotes;
  return planWords.about.votedOn(voted);
}

function toolText({ assessment, options }: PlanInput): string {
  const rubrics = assessment.rubrics.map(({ title, version }) => `${title} (version ${version})`);
  return planWords.about.madeWith(rubrics, options.tool ?? "coprod");
}
