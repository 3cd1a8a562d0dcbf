import { criteriaOf, type Rubric } from "../../rubric/rubric.ts";
import { isFields, sameValue } from "../../util/values.ts";
import { counted, listOf } from "../../util/words.ts";
import { numberOf } from "../actions.ts";
import type { Clash, MergedCopies } from "../merge.ts";
import type { AssessmentFile } from "../schema.ts";

/** A clash as people can judge it: what it is about, and what each side says. */
export function clashWords(
  rubrics: readonly Rubric[],
  { at, ours, theirs }: Clash,
): { readonly about: string; readonly ours: string; readonly theirs: string } {
  const [part, key = "", ...rest] = at.split(" ");
  const criterion = rubrics.flatMap(criteriaOf).find((each) => each.key === key);
  const levels = new Map((criterion?.levels ?? []).map(({ id, name }) => [id, name]));
  return {
    about: aboutWords({ part, key, rest }, criterion?.asks),
    ours: valueWords(ours, levels),
    theirs: valueWords(theirs, levels),
  };
}

const PARTS: Readonly<Record<string, string>> = {
  people: "Who took part",
  voices: "Answers from outside the room",
  plan: "For the paper",
  rubrics: "Rubric",
  sessions: "Session",
  suggestions: "Suggested step",
  title: "Title",
  covers: "What it covers",
  started: "When it began",
};

const ACTION_WORDS: Readonly<Record<string, string>> = {
  do: "what to do",
  first: "its first move",
  who: "who leads",
  with: "who does it with them",
  by: "by when",
  cost: "what it costs",
  hours: "how many hours",
  sign: "how we will know",
  status: "how far it is",
};

interface Named {
  readonly part: string | undefined;
  readonly key: string;
  readonly rest: readonly string[];
}

function aboutWords({ part = "", key, rest }: Named, asks: string | undefined): string {
  if (asks !== undefined) return asks;
  if (part === "actions")
    return `Action ${numberOf(key)}${rest.map((field) => `, ${ACTION_WORDS[field] ?? field}`).join("")}`;
  const inside = [key, ...rest].filter((word) => word !== "").join(", ");
  return inside === "" ? (PARTS[part] ?? part) : `${PARTS[part] ?? part}: ${inside}`;
}

function valueWords(value: unknown, levels: ReadonlyMap<string, string>): string {
  if (value === undefined) return "nothing; it was taken out";
  if (Array.isArray(value)) return value.map((each) => valueWords(each, levels)).join("; ");
  if (isFields(value)) {
    const { answer, ...others } = value;
    const named = Object.entries(others).map(
      ([name, each]) => `${name}: ${valueWords(each, levels)}`,
    );
    return [...(answer === undefined ? [] : [valueWords(answer, levels)]), ...named].join(", ");
  }
  return levels.get(String(value)) ?? String(value);
}

type Listed = "answers" | "actions" | "sessions" | "suggestions";

/** What came in, for whoever asked for it. */
export function mergeSummary({
  before,
  file,
  clashes,
  renumbered,
}: MergedCopies & { readonly before: AssessmentFile }): string {
  const changed = (name: Listed) =>
    Object.entries(entriesOf(file, name)).filter(
      ([key, value]) => !sameValue(value, entriesOf(before, name)[key]),
    ).length;
  const counts = [
    [changed("answers"), "answer"],
    [changed("actions"), "action"],
    [changed("sessions"), "session"],
    [changed("suggestions"), "suggested step"],
  ] as const;
  const said = counts.filter(([count]) => count > 0).map(([count, noun]) => counted(count, noun));
  const other = said.length > 0 ? listOf(said) : "other details";
  const numbers = renumbered.map(
    ({ from, to }) =>
      `Both copies had an action ${numberOf(from)}. Theirs is ${numberOf(to)} now.\n`,
  );
  const settled = clashes.length === 0 ? "" : `${counted(clashes.length, "difference")} settled. `;
  return `${settled}New or changed here: ${other}.\n${numbers.join("")}`;
}

function entriesOf(file: AssessmentFile, name: Listed): Readonly<Record<string, unknown>> {
  const value = file[name];
  if (!Array.isArray(value)) return (value ?? {}) as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    value.map((each, index) => {
      const { id, began } = each as { id?: string; began?: string };
      return [id ?? began ?? String(index), each];
    }),
  );
}
