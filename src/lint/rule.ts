import { isFields } from "../util/values.ts";
import type { Edit, Path, Problem, Related, Severity, Words } from "../yaml/diagnostic.ts";
import type { Range, SourceFile, Within } from "../yaml/source-file.ts";
import type { RuleAbout } from "./problems/problem.ts";
import type { Subject } from "./subject.ts";

/** How much the people who read a text are used to reading. */
export const PROFILES = ["workshop", "easy-read", "specialist"] as const;

export type Profile = (typeof PROFILES)[number];

export type OptionValue = number | readonly string[];
type Options = Readonly<Record<string, OptionValue>>;

/** One setting of a rule: what it means, and its value in each profile. */
export interface OptionSpec<Value extends OptionValue = OptionValue> {
  readonly about: string;
  readonly values: Readonly<Record<Profile, Value>>;
}

/** Where in the file: a value or its key, or a stretch of its text. */
export interface PlaceInFile extends Within {
  readonly path: Path;
}

/** One thing a rule found, as facts; its words are made from them. */
export interface Found<Facts> {
  readonly at: PlaceInFile;
  readonly facts: Facts;
  readonly severity?: Severity;
  readonly related?: readonly { readonly at: PlaceInFile; readonly says: string }[];
  readonly edits?: readonly Edit[];
}

interface RuleSpec<Facts, Own extends Options> {
  readonly name: string;
  /** Parser rules always run; the others only advise. */
  readonly severity: Severity;
  readonly about: RuleAbout;
  readonly options?: { readonly [Name in keyof Own]: OptionSpec<Own[Name]> };
  readonly needsSyllables?: boolean;
  readonly canFix?: boolean;
  readonly words: (facts: Facts) => Words;
  readonly check: (subject: Subject, options: Own) => readonly Found<Facts>[];
}

export interface RuleSetting {
  readonly severity: Severity;
  readonly options: Options;
}

/** A rule as the engine sees it: its facts are its own affair. */
export interface LintRule {
  readonly name: string;
  readonly severity: Severity;
  readonly about: RuleAbout;
  readonly options: Readonly<Record<string, OptionSpec>>;
  readonly needsSyllables: boolean;
  readonly canFix: boolean;
  readonly problems: (subject: Subject, setting: RuleSetting) => readonly Problem[];
}

export function defineRule<Facts, Own extends Options = Readonly<Record<string, never>>>(
  spec: RuleSpec<Facts, Own>,
): LintRule {
  const { name, severity, about, options = {}, needsSyllables = false, canFix = false } = spec;
  return {
    name,
    severity,
    about,
    options: options as Readonly<Record<string, OptionSpec>>,
    needsSyllables,
    canFix,
    problems(subject, setting) {
      const found = spec.check(subject, setting.options as Own);
      const { first, more } = firstOfEach(found.map((each) => ({ rule: name, each })));
      return first.map((wrapped) => {
        const { each } = wrapped;
        const own = setting.severity === severity ? each.severity : undefined;
        const problem = { name, severity: own ?? setting.severity };
        const rest = more.get(wrapped);
        const words = { ...spec.words(each.facts), ...(rest === undefined ? {} : { more: rest }) };
        return problemOf(subject.source, problem, { ...each, words });
      });
    },
  };
}

/** The edit that replaces a stretch of a value's text; none where its place is not exactly known. */
export function editsAt(source: SourceFile, at: PlaceInFile, text: string): readonly Edit[] {
  const whole = source.range(at.path);
  const range = source.range(at.path, at);
  if (range === undefined || (at.stretch !== undefined && sameRange(whole, range))) return [];
  return [{ start: range[0], end: range[1], place: source.place(at.path, at), text }];
}

/** The edit that replaces everything between two offsets of the file. */
export function editsOver(
  source: SourceFile,
  { start, end, at }: { readonly start: number; readonly end: number; readonly at: PlaceInFile },
  text: string,
): readonly Edit[] {
  return [{ start, end, place: source.place(at.path, at), text }];
}

function sameRange(a: Range | undefined, b: Range): boolean {
  return a?.[0] === b[0] && a[1] === b[1];
}

function problemOf(
  source: SourceFile,
  { name, severity }: { readonly name: string; readonly severity: Severity },
  { at, words, related = [], edits = [] }: Omit<Found<never>, "facts"> & { readonly words: Words },
): Problem {
  return {
    ...words,
    rule: name,
    severity,
    file: source.file,
    place: source.place(at.path, at),
    path: at.path,
    idPath: idPathOf(source.value, at.path),
    related: related.map(
      ({ at: other, says }): Related => ({
        place: source.place(other.path, other),
        says,
      }),
    ),
    edits,
  };
}

/** Far more of one rule than people look at. Beyond that a file is broken as a whole, and the rest is only counted. */
const MOST_OF_A_RULE = 1000;

/** The first of each rule, in their order, and how many more the last of them stands for. */
export function firstOfEach<Each extends { readonly rule: string }>(
  found: readonly Each[],
): { readonly first: readonly Each[]; readonly more: ReadonlyMap<Each, number> } {
  if (found.length <= MOST_OF_A_RULE) return { first: found, more: new Map() };
  const counts = new Map<string, number>();
  const last = new Map<string, Each>();
  const first = found.filter((each) => {
    const count = (counts.get(each.rule) ?? 0) + 1;
    counts.set(each.rule, count);
    if (count === MOST_OF_A_RULE) last.set(each.rule, each);
    return count <= MOST_OF_A_RULE;
  });
  const more = [...last].map(
    ([rule, each]) => [each, (counts.get(rule) ?? 0) - MOST_OF_A_RULE] as const,
  );
  return { first, more: new Map(more.filter(([, count]) => count > 0)) };
}

/**
 * A path with ids instead of list positions, below the file's own id: `principles/sections/equality/criteria/roles/asks`.
 * It stays the same when the order of a list changes or the file is renamed.
 */
export function idPathOf(value: unknown, path: Path): string {
  const steps: string[] = [nameOf(value) ?? kindOf(value)];
  let inner = value;
  for (const step of path) {
    inner = childOf(inner, step);
    steps.push(typeof step === "number" ? (nameOf(inner) ?? String(step)) : step);
  }
  return steps.join("/");
}

function nameOf(value: unknown): string | undefined {
  if (!isFields(value)) return undefined;
  const name = value["id"] ?? value["group"];
  return typeof name === "string" ? name : undefined;
}

function kindOf(value: unknown): string {
  const declared = isFields(value) ? String(value["coprod"] ?? "") : "";
  return declared.split("/")[0] ?? "";
}

function childOf(value: unknown, step: string | number): unknown {
  if (Array.isArray(value)) return value[Number(step)];
  return isFields(value) ? value[String(step)] : undefined;
}
