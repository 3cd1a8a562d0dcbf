import { LIVED_EXPERIENCE } from "../assessment/assessment.ts";
import { livedExperienceName, shownGroups, smallestShown } from "./groups.ts";
import type { Material } from "./material.ts";
import type { Action, PlanView } from "./schema.ts";
import { listed } from "./words.ts";

/** Who answered and who was missing: numbers of people, never names. */
export function describePeople(material: Material): PlanView["people"] {
  const limit = smallestShown(material);
  const answered = shownGroups(material).map(({ name, size }) => ({
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
  return `Nobody took part from: ${listed(missing)}.`;
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

function whoIsInvolved(material: Material, actions: readonly Action[]): string {
  if (actions.length === 0) return "";
  const name = livedExperienceName(material);
  const involving = actions.filter((action) => involves(action, name));
  if (involving.length === 0)
    return "No action in this plan involves people with lived experience in doing it.";
  const agreed = actions.filter((action) => action.agreed);
  if (agreed.length === 0 || agreed.some((action) => involves(action, name))) return "";
  return "No action agreed so far involves people with lived experience in doing it. Some suggested ones would.";
}

function involves({ lead, alongside, couldLead }: Action, groupName: string): boolean {
  const text = [lead.text, alongside.text, couldLead ?? ""].join(" ").toLowerCase();
  return [groupName, LIVED_EXPERIENCE.replace("-", " ")].some((name) =>
    text.includes(name.toLowerCase()),
  );
}
