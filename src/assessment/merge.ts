import { isFields, sameValue } from "../util/values.ts";
import { inOrder, responseInOrder } from "./edit.ts";
import type { Action, AssessmentFile, Response, VoteRound } from "./schema.ts";

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
  const merge = new Merge(decide);
  const { actions, renumbered } = merge.actions(copies);
  const { actions: _, ...ours } = copies.ours;
  const { actions: __, ...theirs } = copies.theirs;
  const { actions: ___, ...base } = copies.base ?? {};
  const fields = merge.fields("", { base, ours, theirs }, FIELDS);
  const file = { ...fields, ...(actions.length > 0 ? { actions } : {}) } as AssessmentFile;
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
  rubrics: listBy("id"),
  people: listBy("group"),
  answers: (merge, at, three) =>
    merge.fields(at, three, {}, (inner, each) => merge.response(inner, each)),
  suggestions: listBy("do"),
  plan: (merge, at, three) => merge.fields(at, three, PLAN_FIELDS),
  sessions: listBy("began", byTime),
};

const PLAN_FIELDS: Readonly<Record<string, Merger>> = {
  forgotten: union,
  "could-not": union,
};

const ACTION_FIELDS: Readonly<Record<string, Merger>> = { note: bothTexts };

/** Fields of a response that only mean something together. */
const ANSWER_FIELDS = ["answer", "from", "to", "reason", "views"] as const;
const STAMPS = ["asked", "at"] as const;

class Merge {
  readonly clashes: Clash[] = [];
  private readonly decide: Decide;

  constructor(decide: Decide) {
    this.decide = decide;
  }

  /** One value as a whole. */
  whole(at: string, { base, ours, theirs }: Three): unknown {
    if (sameValue(ours, theirs) || sameValue(base, theirs)) return ours;
    if (sameValue(base, ours)) return theirs;
    const clash = { at, ours, theirs };
    this.clashes.push(clash);
    return this.decide(clash) === "ours" ? ours : theirs;
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
      const each = { base: base[name], ours: ours[name], theirs: theirs[name] };
      const inner = at === "" ? name : `${at} ${name}`;
      const join = special[name];
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
    const last = isTheirs ? theirs : ours;
    const rest = this.fields(
      at,
      { base: without(base), ours: without(ours), theirs: without(theirs) },
      {
        note: bothTexts,
        evidence: union,
        votes: (_, __, each) => rounds(each, isTheirs),
      },
    );
    return responseInOrder({ ...fieldsOf(answer), ...rest, ...only(last, STAMPS) } as Response);
  }

  /** By their ids; two different actions that both sides gave one id keep both, theirs under the next free id. */
  actions({
    base,
    ours,
    theirs,
  }: Copies): Pick<MergedCopies, "renumbered"> & { readonly actions: Action[] } {
    const known = byId(base?.actions);
    const own = byId(ours.actions);
    const other = byId(theirs.actions);
    const taken = new Set([...known.keys(), ...own.keys(), ...other.keys()]);
    const renumbered: { from: string; to: string }[] = [];
    const added: Action[] = [];
    const merged: Action[] = [];
    for (const id of new Set([...own.keys(), ...other.keys()])) {
      const three = { base: known.get(id), ours: own.get(id), theirs: other.get(id) };
      if (areTwo(three)) {
        const to = nextId(taken);
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

/** Entries of a list that are told apart by one of their fields. */
function listBy(name: string, sort?: (list: Fields[]) => Fields[]): Merger {
  return (merge, at, { base, ours, theirs }) => {
    const keyed = (list: unknown) =>
      Object.fromEntries(entriesOf(list).map((each) => [String(each[name]), each]));
    const merged = merge.fields(
      at,
      { base: keyed(base), ours: keyed(ours), theirs: keyed(theirs) },
      {},
      (inner, each) => merge.whole(inner, each),
    );
    if (merged === undefined) return undefined;
    const list = Object.values(merged) as Fields[];
    return sort === undefined ? list : sort(list);
  };
}

function byTime(list: Fields[]): Fields[] {
  return [...list].sort((a, b) => (String(a["began"]) < String(b["began"]) ? -1 : 1));
}

/** All that stands in either list, but for what one side took out. */
function union(_: Merge, __: string, { base, ours, theirs }: Three): unknown {
  const has = (list: unknown, wanted: unknown) =>
    listOf(list).some((each) => sameValue(each, wanted));
  const all = [...listOf(ours), ...listOf(theirs).filter((each) => !has(ours, each))];
  const kept = all.filter((each) => !has(base, each) || (has(ours, each) && has(theirs, each)));
  return kept.length > 0 ? kept : undefined;
}

/** The lines of both, ours first. */
function bothTexts(_: Merge, __: string, { base, ours, theirs }: Three): unknown {
  if (sameValue(base, theirs) || theirs === undefined) return ours;
  if (sameValue(base, ours) || ours === undefined) return theirs;
  const own = String(ours).split("\n");
  const others = String(theirs).split("\n");
  if (own.every((line) => others.includes(line))) return theirs;
  return [...own, ...others.filter((line) => !own.includes(line))].join("\n");
}

/** The rounds of both; those of the side whose answer counts come last, since the last round is the one that counts. */
function rounds({ base, ours, theirs }: Three, theirsLast: boolean): unknown {
  if (sameValue(base, theirs)) return ours;
  if (sameValue(base, ours)) return theirs;
  const [known, own, other] = [base, ours, theirs].map((each) => listOf(each) as VoteRound[]) as [
    VoteRound[],
    VoteRound[],
    VoteRound[],
  ];
  const start =
    base === undefined
      ? sharedStart(own, other)
      : Math.min(sharedStart(known, own), sharedStart(known, other));
  const isNew = (round: VoteRound, list: readonly VoteRound[]) =>
    !list.some((each) => sameValue(each, round));
  const fromOurs = own.slice(start);
  const fromTheirs = other.slice(start);
  const added = theirsLast
    ? [...fromOurs.filter((each) => isNew(each, fromTheirs)), ...fromTheirs]
    : [...fromTheirs.filter((each) => isNew(each, fromOurs)), ...fromOurs];
  const all = [...own.slice(0, start), ...added];
  return all.length > 0 ? all : undefined;
}

function sharedStart(a: readonly unknown[], b: readonly unknown[]): number {
  const most = Math.min(a.length, b.length);
  let count = 0;
  while (count < most && sameValue(a[count], b[count])) count += 1;
  return count;
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

function nextId(taken: Set<string>): string {
  const numbers = [...taken].map((id) => Number(/^a(\d+)$/u.exec(id)?.[1] ?? 0));
  const id = `a${Math.max(0, ...numbers) + 1}`;
  taken.add(id);
  return id;
}
