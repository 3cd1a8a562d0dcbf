import { planWords } from "./messages/messages.ts";
import type { PlanView } from "./schema/index.ts";
import { shortText } from "./words.ts";

type Page = Omit<PlanView, "glossary">;

/** How many entries of each list a short plan has room for, and how long a text can be. */
const ROOM = {
  summary: {
    asks: 6,
    actions: 8,
    risks: 3,
    mustHaves: 3,
    barriers: 4,
    told: 2,
    moved: 2,
    text: 160,
  },
  message: {
    asks: 3,
    actions: 5,
    risks: 0,
    mustHaves: 0,
    barriers: 0,
    told: 0,
    moved: 0,
    text: 140,
  },
  poster: {
    asks: 3,
    actions: 5,
    risks: 0,
    mustHaves: 0,
    barriers: 4,
    told: 2,
    moved: 0,
    text: 140,
  },
} as const;

type Room = (typeof ROOM)[keyof typeof ROOM];

/** A summary keeps to two pages, a poster to one and a message to a screen, whatever people wrote: it shows some, and says how many more there are. */
export function shortened(page: Page): Page {
  if (page.length === "full") return page;
  const room = ROOM[page.length];
  const { title } = page;
  return { ...cut(page, room), title, ...shortLists(cut(page, room), room) };
}

function shortLists(page: Page, room: Room): Partial<Page> {
  const { decide, short, since, actions, risks, mustHaves } = page;
  const rows = page.principles.map((row) => ({ ...row, means: null }));
  return {
    decide: { ...decide, ...some("asks", decide.asks, room.asks) },
    short: {
      ...short,
      strengths: short.strengths.slice(0, room.told),
      gaps: short.gaps.slice(0, room.told),
    },
    since: { ...since, moved: firstOf(since.moved, room.moved), questions: [] },
    principles: rows,
    barriers: page.barriers.map((each) => ({
      ...each,
      ...some("barriers", each.barriers, room.barriers),
    })),
    mustHaves: {
      ...mustHaves,
      ...some("failed", mustHaves.failed, room.mustHaves),
      toRight: mustHaves.toRight.slice(0, room.mustHaves),
    },
    actions: {
      ...actions,
      ...some("agreed", actions.agreed, room.actions),
      timeline: [],
      later: [],
    },
    risks: { ...risks, ...some("list", risks.list, room.risks) },
    appendix: [],
  };
}

/** The first entries under their own name, and how many more there are. */
function some<Name extends string, Entry>(
  name: Name,
  entries: readonly Entry[],
  most: number,
): Readonly<Record<Name, Entry[]>> & { readonly more: string | null } {
  const more = entries.length - most;
  const shown = { [name]: entries.slice(0, most) } as Record<Name, Entry[]>;
  return { ...shown, more: more > 0 ? moreText(more) : null };
}

function firstOf(sentences: readonly string[], most: number): string[] {
  const more = sentences.length - most;
  return more > 0 ? [...sentences.slice(0, most), moreText(more)] : [...sentences];
}

function moreText(count: number): string {
  return planWords.shorter.moreInFull(count);
}

/** The same value with no text in it longer than there is room for. */
function cut<Value>(value: Value, room: Room): Value {
  if (typeof value === "string") return shortText(value, room.text) as Value;
  if (Array.isArray(value)) return value.map((each) => cut(each, room)) as Value;
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [
    key,
    WHOLE.has(key) ? inner : cut(inner, room),
  ]);
  return Object.fromEntries(entries) as Value;
}

/** What tells whom a plan is for and what it claims stays whole, and so does what is for programs. */
const WHOLE = new Set(["readers", "notices", "limits", "language", "href", "iso", "hash"]);
