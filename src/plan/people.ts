import { LIVED_EXPERIENCE } from "../assessment/assessment.ts";
import { listOf } from "../util/words.ts";
import { livedExperienceName, smallestShown } from "./groups.ts";
import type { Material } from "./input.ts";
import type { Action, PlanView } from "./schema/index.ts";

/** Who answered and who was missing: numbers of people, never names. */
export function describePeople(material: Material): PlanView["people"] {
  const limit = smallestShown(material);
  const answered = material.room.map(({ name, size }) => ({
    name,
    count: size < limit ? `fewer than ${limit}` : `${size}`,
  }));
  return { answered, missing: missingText(material) };
}

function missingText(material: Material): string {
  const { people } = material.assessment;
  if (people.length === 0) return "We did not record who answered, or who was missing.";
  const isListed = people.some(({ group }) => group === LIVED_EXPERIENCE);
  const absent = people.filter(({ present }) => present === 0).map(({ name }) => name);
  const missing = isListed ? absent : [livedExperienceName(material), ...absent];
  if (missing.length === 0) return "Every group on our list took part.";
  return `Not in the room: ${listOf(missing)}.`;
}

/** What a reader must know before anything else: whose view this is, and who will do the work. */
export function noticesFor(material: Material, actions: readonly Action[]): string[] {
  return [whoseView(material), whoIsInvolved(material, actions)].filter((notice) => notice !== "");
}

function whoseView({ scorecard }: Material): string {
  if (scorecard.view === "staff")
    return "This is a staff view. Nobody with lived experience took part in these answers.";
  if (scorecard.view === "unknown")
    return "We did not record who answered, so we cannot say whose view this is.";
  return "";
}

/** Of what is agreed and what is only suggested, each on its own: a suggestion involves nobody yet. */
function whoIsInvolved(material: Material, actions: readonly Action[]): string {
  const name = livedExperienceName(material);
  const agreed = actions.filter((action) => action.agreed);
  if (actions.length === 0 || agreed.some((action) => isDoneWith(action, name))) return "";
  const wouldBe = actions.some((action) => !action.agreed && wouldInvolve(material, action, name));
  const suggested = wouldBe ? " Some of the steps that our answers suggest would." : "";
  return agreed.length === 0
    ? `We have not agreed any action yet, so none involves people with lived experience in doing it.${suggested}`
    : `No action we agreed says that people with lived experience take part in doing it.${suggested}`;
}

function isDoneWith({ lead, alongside }: Action, name: string): boolean {
  return isNamed(
    name,
    [lead, alongside].map(({ text, missing }) => (missing ? "" : text)),
  );
}

/** What is talked about again is talked about by those who answered. */
function wouldInvolve({ scorecard }: Material, action: Action, name: string): boolean {
  if (action.kind === "talk" && scorecard.view === "shared") return true;
  return isNamed(name, [action.couldLead ?? "", action.first.text]);
}

function isNamed(name: string, texts: readonly string[]): boolean {
  const text = texts.join(" ").toLowerCase();
  return [name.toLowerCase(), LIVED_EXPERIENCE.replace("-", " ")].some((each) =>
    text.includes(each),
  );
}
