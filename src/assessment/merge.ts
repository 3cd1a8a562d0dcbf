import { isFields, own, sameValue } from "../util/values.ts";
import { highestNumber } from "./actions.ts";
import { inOrder, responseInOrder } from "./edit.ts";
import { joinVoices, rounds } from "./merge-votes.ts";
import type { Action, AssessmentFile, Response } from "./schema.ts";

export type WhichCopy = "ours" | "theirs";

/** What the two copies say differently, so that people have to choose. */
export interface Clash {
  /** Where in the file, such as `answers principles/honest-name answer`; the same in each run. */
  readonly at: string;
  /** Undefined where that side took it out. */
  readonly ours: unknown;
  readonly theirs: unknown;
}

export interface MergedCopies {
  readonly file: AssessmentFile;
  readonly clashes: readonly Clash[];
  /** Actions of theirs that got another id, because ours had given theirs to another action. */
  readonly renumbered: readonly { readonly from: string; readonly to: string }[];
}

export interface Copies {
  /** What both began with; undefined where it is not known. */
  readonly base?: AssessmentFile | undefined;
  readonly ours: AssessmentFile;
  readonly theirs: AssessmentFile;
}

/** Which side each clash is settled by; where nothing is decided, ours. */
export type Decide = (clash: Clash) => WhichCopy;

/**
 * Two copies of one assessment as one. What only one side changed is taken; what both added is kept from both; what
 * both changed differently is a clash, settled by `decide`. Without a base nothing counts as taken out.
 */
export function mergeAssessments(copies: Copies, decide: Decide = () => "ours"): MergedCopies {
  const merge = new Merge(decide, copies);
  const { actions, renumbered } = merge.actions(copies);
  const { actions: _, ...ours } = copies.ours;
  const { actions: __, ...theirs } = copies.theirs;
  const { actions: ___, ...base } = copies.base ?? {};
  const fields = merge.fields("", { base, ours, theirs }, FIELDS);
  const file = {
    ...fields,
    ...(merge.voices.voices.length > 0 ? { voices: merge.voices.voices } : {}),
    ...(actions.length > 0 ? { actions } : {}),
  } as AssessmentFile;
  return { file: inOrder(file), clashes: merge.clashes, renumbered };
}

interface Three {
  readonly base: unknown;
  readonly ours: unknown;
  readonly theirs: unknown;
}

type Merger = (merge: Merge, at: string, three: Three) => unknown;

/** How the parts of a file are joined that are more than one value. */
const FIELDS: Readonly<Record<string, Merger>> = {
  rubrics: listBy(({ id }) => String(id)),
  people: listBy(({ group }) => String(group), eachField),
  voices: () => undefined,
  answers: (merge, at, three) =>
    merge.fields(at, three, {}, (inner, each) => merge.response(inner, each)),
  suggestions: listBy((each) => JSON.stringify([each["for"], each["do"]])),
  plan: (merge, at, three) => merge.fields(at, three, PLAN_FIELDS),
  sessions: (merge, at, three) =>
    byTime(listBy(({ began }) => String(began), eachField)(merge, at, three)),
};

const PLAN_FIELDS: Readonly<Record<string, Merger>> = { forgotten: union, "could-not": union };

const ACTION_FIELDS: Readonly<Record<string, Merger>> = { note: bothTexts, revised: higher };

/** Fields of a response that only mean something together. */
const ANSWER_FIELDS = ["answer", "from", "to", "reason", "views"] as const;
/** What coprod writes beside the answer: it follows the copy whose answer and votes count. */
const STAMPS = ["asked", "at", "voted"] as const;

class Merge {
  readonly clashes: Clash[] = [];
  readonly voices: ReturnType<typeof joinVoices>;
  private readonly decide: Decide;

  constructor(decide: Decide, copies: Copies) {
    this.decide = decide;
    this.voices = joinVoices(copies, (at, ours, theirs) => this.settle({ at, ours, theirs }));
  }

  private settle(clash: Clash): WhichCopy {
    this.clashes.push(clash);
    return this.decide(clash);
  }

  /** One value as a whole. */
  whole(at: string, { base, ours, theirs }: Three): unknown {
    if (sameValue(ours, theirs) || sameValue(base, theirs)) return ours;
    if (sameValue(base, ours)) return theirs;
    return this.settle({ at, ours, theirs }) === "ours" ? ours : theirs;
  }

  /** Field by field, in our order and then theirs. */
  fields(
    at: string,
    three: Three,
    special: Readonly<Record<string, Merger>>,
    others: (at: string, three: Three) => unknown = (inner, each) => this.whole(inner, each),
  ): Record<string, unknown> | undefined {
    const base = fieldsOf(three.base);
    const ours = fieldsOf(three.ours);
    const theirs = fieldsOf(three.theirs);
    const merged: Record<string, unknown> = {};
    for (const name of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
      const each = { base: own(base, name), ours: own(ours, name), theirs: own(theirs, name) };
      const inner = at === "" ? name : `${at} ${name}`;
      const join = own(special, name);
      const value = join === undefined ? others(inner, each) : join(this, inner, each);
      if (value !== undefined) merged[name] = value;
    }
    return Object.keys(merged).length > 0 ? merged : undefined;
  }

  /** The answer with what belongs to it is one thing; notes, evidence and votes of both are kept. */
  response(at: string, three: Three): unknown {
    const { base, ours, theirs } = three;
    if (ours === undefined || theirs === undefined) return this.whole(at, three);
    const answer = this.whole(`${at} answer`, {
      base: base === undefined ? undefined : only(base, ANSWER_FIELDS),
      ours: only(ours, ANSWER_FIELDS),
      theirs: only(theirs, ANSWER_FIELDS),
    });
    const isTheirs =
      sameValue(answer, only(theirs, ANSWER_FIELDS)) &&
      !sameValue(answer, only(ours, ANSWER_FIELDS));
    const [first, last] = isTheirs ? [ours, theirs] : [theirs, ours];
    const rest = this.fields(
      at,
      { base: without(base), ours: without(ours), theirs: without(theirs) },
      {
        note: bothTexts,
        evidence: union,
        votes: (_, __, each) => rounds(each, isTheirs),
        outside: (_, __, each) => this.voices.outside(each),
      },
    );
    const stamps = { ...only(first, STAMPS), ...only(last, STAMPS) };
    return responseInOrder({ ...fieldsOf(answer), ...rest, ...stamps } as Response);
  }

  /** By their ids; two different actions that both sides gave one id keep both, theirs under the next free id. */
  actions({
    base,
    ours,
    theirs,
  }: Copies): Pick<MergedCopies, "renumbered"> & { readonly actions: Action[] } {
    const known = byId(base?.actions);
    const mine = byId(ours.actions);
    const other = byId(theirs.actions);
    const all = [base, ours, theirs];
    let highest = Math.max(
      ...all.map((copy) => highestNumber(copy?.actions ?? [], copy?.previous?.actions)),
    );
    const renumbered: { from: string; to: string }[] = [];
    const added: Action[] = [];
    const merged: Action[] = [];
    for (const id of new Set([...mine.keys(), ...other.keys()])) {
      const three = { base: known.get(id), ours: mine.get(id), theirs: other.get(id) };
      if (areTwo(three)) {
        highest += 1;
        const to = `a${highest}`;
        renumbered.push({ from: id, to });
        merged.push(three.ours as Action);
        added.push({ ...(three.theirs as Action), id: to });
        continue;
      }
      const action = this.action(`actions ${id}`, three);
      if (action !== undefined) merged.push(action);
    }
    return { actions: [...merged, ...added], renumbered };
  }

  private action(at: string, three: Three): Action | undefined {
    const { ours, theirs } = three;
    if (ours === undefined || theirs === undefined)
      return this.whole(at, three) as Action | undefined;
    return this.fields(at, three, ACTION_FIELDS) as unknown as Action | undefined;
  }
}

type Entries = readonly Fields[] | undefined;

/** Entries of a list that are told apart by their keys; `join` says how two of one key become one. */
function listBy(keyOf: (entry: Fields) => string, join: Merger = asWhole) {
  return (merge: Merge, at: string, { base, ours, theirs }: Three): Entries => {
    const keyed = (list: unknown) =>
      Object.fromEntries(entriesOf(list).map((each) => [keyOf(each), each]));
    const three = { base: keyed(base), ours: keyed(ours), theirs: keyed(theirs) };
    const merged = merge.fields(at, three, {}, (inner, each) => join(merge, inner, each));
    return merged === undefined ? undefined : (Object.values(merged) as Fields[]);
  };
}

function asWhole(merge: Merge, at: string, three: Three): unknown {
  return merge.whole(at, three);
}

/** Field by field where both have it; as a whole where one took it out. */
function eachField(merge: Merge, at: string, three: Three): unknown {
  const { ours, theirs } = three;
  return ours === undefined || theirs === undefined
    ? merge.whole(at, three)
    : merge.fields(at, three, {});
}

function byTime(list: Entries): Entries {
  return list?.toSorted((a, b) => (String(a["began"]) < String(b["began"]) ? -1 : 1));
}

/** All that stands in either list, but for what one side took out. */
function union(_: Merge, __: string, { base, ours, theirs }: Three): unknown {
  const has = (list: unknown, wanted: unknown) =>
    listOf(list).some((each) => sameValue(each, wanted));
  const all = [...listOf(ours), ...listOf(theirs).filter((each) => !has(ours, each))];
  const kept = all.filter((each) => !has(base, each) || (has(ours, each) && has(theirs, each)));
  return kept.length > 0 ? kept : undefined;
}

// A count of changes may never fall.
function higher(_: Merge, __: string, { ours, theirs }: Three): unknown {
  return Math.max(Number(ours ?? 0), Number(theirs ?? 0)) || undefined;
}

/** The lines of both, ours first. */
function bothTexts(_: Merge, __: string, { base, ours, theirs }: Three): unknown {
  if (sameValue(base, theirs) || theirs === undefined) return ours;
  if (sameValue(base, ours) || ours === undefined) return theirs;
  const lines = String(ours).split("\n");
  const others = String(theirs).split("\n");
  if (lines.every((line) => others.includes(line))) return theirs;
  return [...lines, ...others.filter((line) => !lines.includes(line))].join("\n");
}

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function entriesOf(value: unknown): readonly Fields[] {
  return listOf(value).filter(isFields);
}

function only(value: unknown, names: readonly string[]): Fields {
  return Object.fromEntries(
    Object.entries(fieldsOf(value)).filter(([name]) => names.includes(name)),
  );
}

/** What stands beside the answer and its stamps. */
function without(value: unknown): Fields {
  const names: readonly string[] = [...ANSWER_FIELDS, ...STAMPS];
  return Object.fromEntries(
    Object.entries(fieldsOf(value)).filter(([name]) => !names.includes(name)),
  );
}

function byId(actions: readonly Action[] = []): ReadonlyMap<string, Action> {
  return new Map(actions.map((each) => [each.id, each]));
}

/** Whether two people gave one id to two different things to do. */
function areTwo({ base, ours, theirs }: Three): boolean {
  if (base !== undefined || ours === undefined || theirs === undefined) return false;
  return (ours as Action).do !== (theirs as Action).do;
}
