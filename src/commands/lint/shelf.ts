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
  readonly names: (hash: string) => Names | undefined;
  /** Puts these cards in front; of the older ones as many stay as there is room for. */
  readonly keep: (cards: ReadonlyMap<string, Card>, names: ReadonlyMap<string, Names>) => void;
}

const MOST_CARDS = 5000;

/** The cards of the working folder, made by this version of coprod. Those that can't be read are as good as none. */
export function openShelf({ leftovers, version, cwd }: Context): Shelf {
  const place = `lint-${textHash(version, cwd)}`;
  const read = <Value>(name: string): Record<string, Value> => {
    try {
      return JSON.parse(leftovers?.read(name) ?? "{}") as Record<string, Value>;
    } catch {
      return {};
    }
  };
  const write = (name: string, entries: Iterable<readonly [string, unknown]>): void =>
    leftovers?.keep(name, JSON.stringify(Object.fromEntries(entries)));
  const cards = new Map(Object.entries(read<Card>(`${place}.json`)));
  // Only a run that finds something new needs them.
  let loaded: ReadonlyMap<string, Names> | undefined;
  const names = (): ReadonlyMap<string, Names> => {
    loaded ??= new Map(Object.entries(read<Names>(`${place}-names.json`)));
    return loaded;
  };
  return {
    card: (key) => cards.get(key),
    names: (hash) => names().get(hash),
    keep(fresh, freshNames) {
      const older = [...cards].filter(([key]) => !fresh.has(key));
      const kept = [...fresh, ...older].slice(0, MOST_CARDS);
      const used = new Set(kept.map(([, card]) => card.names));
      write(
        `${place}-names.json`,
        [...names(), ...freshNames].filter(([hash]) => used.has(hash)),
      );
      write(`${place}.json`, kept);
    },
  };
}
