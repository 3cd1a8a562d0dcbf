import type { Context } from "../../platform/ports.ts";
import { textMark } from "../../util/ready-text.ts";
import type { Problem } from "../../yaml/diagnostic.ts";
import type { Names } from "../exported-ids.ts";
import type { Mark } from "./dependency-hash.ts";

/** What a run found out about one file, for the runs after it. */
export interface Card extends Mark {
  readonly kind?: string | undefined;
  readonly skipped: boolean;
  /** Stands for the names of the files it referred to then. */
  readonly world: string;
  readonly problems: readonly Problem[];
}

/** By path: how a file looked from outside, and the key of what was in it. */
export type Sights = ReadonlyMap<string, readonly [sight: string, key: string]>;

export interface Shelf {
  readonly card: (key: string) => Card | undefined;
  /** The key of a file that looks as it did when it was last read. */
  readonly known: (path: string, sight: string) => string | undefined;
  readonly names: () => Promise<ReadonlyMap<string, Names>>;
  /** Puts these in front; of the older ones as many stay as there is room for. */
  readonly keep: (fresh: Fresh) => Promise<void>;
}

export interface Fresh {
  readonly cards: ReadonlyMap<string, Card>;
  readonly names: ReadonlyMap<string, Names>;
  readonly sights: Sights;
}

/** Enough for the largest folder that anybody has asked about. */
const MOST_CARDS = 20_000;

interface Stored {
  /** Whose cards they are, as the name of the place is short enough for two to share it. */
  readonly owner: string;
  readonly cards: Readonly<Record<string, Card>>;
  readonly sights: Readonly<Record<string, readonly [string, string]>>;
}

/** The cards of the working folder, made by this version of coprod. Those that can't be read are as good as none. */
export async function openShelf({ leftovers, version, cwd }: Context): Promise<Shelf> {
  const owner = `${version} ${cwd}`;
  const place = `lint-${(textMark(owner) >>> 0).toString(16)}`;
  const stored = parsed<Partial<Stored>>(await leftovers.read(`${place}.json`));
  const isOwn = stored.owner === owner;
  const cards = new Map(Object.entries((isOwn && stored.cards) || {}));
  const sights: Sights = new Map(Object.entries((isOwn && stored.sights) || {}));
  // Only a run that finds something new needs them.
  let loaded: Promise<ReadonlyMap<string, Names>> | undefined;
  const loadNames = async () =>
    new Map(
      Object.entries(parsed<Record<string, Names>>(await leftovers.read(`${place}-names.json`))),
    );
  const names = (): Promise<ReadonlyMap<string, Names>> => {
    loaded ??= loadNames();
    return loaded;
  };
  return {
    card: (key) => cards.get(key),
    known(path, sight) {
      const [last, key] = sights.get(path) ?? [];
      return last === sight ? key : undefined;
    },
    names,
    async keep(fresh) {
      const kept = joined(fresh.cards, cards);
      const used = new Set(kept.map(([, card]) => card.names));
      const known = [...(await names()), ...fresh.names].filter(([hash]) => used.has(hash));
      await leftovers.keep(`${place}-names.json`, JSON.stringify(Object.fromEntries(known)));
      const all: Stored = {
        owner,
        cards: Object.fromEntries(kept),
        sights: Object.fromEntries(joined(fresh.sights, sights)),
      };
      await leftovers.keep(`${place}.json`, JSON.stringify(all));
    },
  };
}

function joined<Value>(
  fresh: ReadonlyMap<string, Value>,
  older: ReadonlyMap<string, Value>,
): (readonly [string, Value])[] {
  return [...fresh, ...[...older].filter(([key]) => !fresh.has(key))].slice(0, MOST_CARDS);
}

function parsed<Value extends object>(text = "{}"): Value {
  try {
    return Object(JSON.parse(text)) as Value;
  } catch {
    return {} as Value;
  }
}
