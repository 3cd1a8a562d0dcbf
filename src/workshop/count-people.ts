import { LIVED_EXPERIENCE } from "../assessment/assessment.ts";
import type { AssessmentEdit } from "../assessment/edit.ts";
import type { AssessmentFile, Group } from "../assessment/schema.ts";
import { coveringVotes, smallGroup } from "./groups.ts";
import type { At, AtOf } from "./state.ts";

/** The groups asked about where nobody has named others yet. */
const USUAL_GROUPS: readonly Group[] = [
  { group: LIVED_EXPERIENCE, name: "People with lived experience", present: 0 },
  { group: "staff", name: "Staff", present: 0 },
  { group: "volunteers", name: "Volunteers", present: 0 },
  { group: "trustees", name: "Trustees", present: 0 },
];

interface Counting {
  readonly file: AssessmentFile;
  readonly here?: readonly Group[] | undefined;
}

/** Counts who is here, from the first group on. */
export function countPeople({ file, here }: Counting, returnTo: At): AtOf<"people"> {
  const before = file.people ?? [];
  return { kind: "people", index: 0, people: here ?? before, before, returnTo };
}

/** Where the counting stopped half-way last time: the next group, or the small group nobody was asked about. */
export function goOnCounting({ file }: Counting, returnTo: At): At {
  const people = file.people ?? [];
  const missing = file.answers === undefined ? missingGroups(people) : [];
  const before = people;
  const next: At =
    file.answers === undefined && returnTo.kind !== "way" ? { kind: "way", returnTo } : returnTo;
  if (missing.length > 0) {
    const all = [...people, ...missing];
    return { kind: "people", index: people.length, people: all, before, returnTo: next };
  }
  const alone = people.filter((each) => each.alone === true).map(({ group }) => group);
  return smallGroup(people, alone) === undefined
    ? returnTo
    : { kind: "join", people, counted: people, before, alone, returnTo: next };
}

export function groupsOf(people: readonly Group[]): readonly Group[] {
  return people.length > 0 ? people : USUAL_GROUPS;
}

/** Saves the groups counted up to here; those not asked about yet stay as the file has them. */
export function partCounted(
  { file }: Counting,
  people: readonly Group[],
  index: number,
): AssessmentEdit {
  const known = (file.people ?? []).map(({ group }) => group);
  const counted = people.filter(({ group }, at) => at <= index || known.includes(group));
  return { kind: "people", people: coveringVotes(counted, file) };
}

/** A list that is the beginning of the usual one was left half-way. */
function missingGroups(people: readonly Group[]): readonly Group[] {
  const begins = people.every(({ group }, index) => group === USUAL_GROUPS[index]?.group);
  return begins && people.length > 0 ? USUAL_GROUPS.slice(people.length) : [];
}
