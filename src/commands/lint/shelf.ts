import { textHash } from "../../content-hash.ts";
import type { Context } from "../../context.ts";
import type { Problem } from "../../diagnostic.ts";
import type { Names } from "../../lint/introduction.ts";
import type { Mark } from "./worlds.ts";

/** What a run found out about one file, for the runs after it. */
export interface Card extends Mark {
  readonly kind?: string | undefined;
  readonly skipped: boolean;
  /** Stands for the names of the files it referred to then. */
  readonly world: string;
  readonly problems: readonly Problem[];
}

export interface Shelf {
  readonly card: (key: string) => Card | undefined;
  readonly names: () => Promise<ReadonlyMap<string, Names>>;
  /** Puts these cards in front; of the older ones as many stay as there is room for. */
  readonly keep: (
    cards: ReadonlyMap<string, Card>,
    names: ReadonlyMap<string, Names>,
  ) => Promise<void>;
}

const MOST_CARDS = 5000;

/** The cards of the working folder, made by this version of coprod. Those that can't be read are as good as none. */
export async function openShelf({ leftovers, version, cwd }: Context): Promise<Shelf> {
  const place = `lint-${textHash(version, cwd)}`;
  const read = async <Value>(name: string): Promise<ReadonlyMap<string, Value>> =>
    entriesIn<Value>(await leftovers.read(name));
  const write = (name: string, entries: Iterable<readonly [string, unknown]>): Promise<void> =>
    leftovers.keep(name, JSON.stringify(Object.fromEntries(entries)));
  const cards = await read<Card>(`${place}.json`);
  // Only a run that finds something new needs them.
  let loaded: Promise<ReadonlyMap<string, Names>> | undefined;
  const names = (): Promise<ReadonlyMap<string, Names>> => {
    loaded ??= read<Names>(`${place}-names.json`);
    return loaded;
  };
  return {
    card: (key) => cards.get(key),
    names,
    async keep(fresh, freshNames) {
      const older = [...cards].filter(([key]) => !fresh.has(key));
      const kept = [...fresh, ...older].slice(0, MOST_CARDS);
      const used = new Set(kept.map(([, card]) => card.names));
      const known = [...(await names()), ...freshNames].filter(([hash]) => used.has(hash));
      await write(`${place}-names.json`, known);
      await write(`${place}.json`, kept);
    },
  };
}

function entriesIn<Value>(text = "{}"): ReadonlyMap<string, Value> {
  try {
    return new Map(Object.entries(JSON.parse(text) as Record<string, Value>));
  } catch {
    return new Map();
  }
}
