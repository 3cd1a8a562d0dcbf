import { criteriaOf, type Rubric } from "../../rubric/rubric.ts";
import { isFields, sameValue } from "../../util/values.ts";
import { counted, listOf } from "../../util/words.ts";
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
  actions: "Action",
  people: "Who took part",
  plan: "For the paper",
  rubrics: "Rubric",
  sessions: "Session",
  suggestions: "Suggested step",
  title: "Title",
  covers: "What it covers",
  started: "When it began",
};

interface Named {
  readonly part: string | undefined;
  readonly key: string;
  readonly rest: readonly string[];
}

function aboutWords({ part = "", key, rest }: Named, asks: string | undefined): string {
  if (asks !== undefined) return asks;
  return [PARTS[part] ?? part, key, ...rest].filter((word) => word !== "").join(" ");
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

/** What came in, for whoever asked for it. */
export function mergeSummary({
  before,
  file,
  clashes,
  renumbered,
}: MergedCopies & { readonly before: AssessmentFile }): string {
  const changed = (name: "answers" | "actions" | "sessions" | "suggestions" | "people") =>
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
    ({ from, to }) => `Both copies had an action ${from}. Theirs is ${to} now.\n`,
  );
  const settled = clashes.length === 0 ? "" : `${counted(clashes.length, "difference")} settled. `;
  return `${settled}New or changed here: ${other}.\n${numbers.join("")}`;
}

function entriesOf(
  file: AssessmentFile,
  name: "answers" | "actions" | "sessions" | "suggestions" | "people",
): Readonly<Record<string, unknown>> {
  const value = file[name];
  if (!Array.isArray(value)) return (value ?? {}) as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    value.map((each, index) => {
      const { id, began, group } = each as { id?: string; began?: string; group?: string };
      return [id ?? began ?? group ?? String(index), each];
    }),
  );
}
