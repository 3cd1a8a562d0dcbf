import { contentHash, shortened } from "../../util/content-hash.ts";
import { type Introduction, idsReferredTo } from "../exported-ids.ts";

/** What of a file can change what is wrong with another one. */
export interface Mark {
  readonly id?: string | undefined;
  /** Ids of the files it refers to. */
  readonly refers: readonly string[];
  /** Stands for the names that other files can refer to. */
  readonly names: string;
}

export function markOf(introduction: Introduction): Mark {
  const { id, names } = introduction;
  return { id, refers: idsReferredTo(introduction), names: contentHash(names) };
}

/** For each id what stands for the names of all the files that have it. */
export type Worlds = ReadonlyMap<string, string>;

export function worldsOf(marks: readonly Mark[]): Worlds {
  const byId = new Map<string, string[]>();
  for (const { id, names } of marks) {
    if (id !== undefined) byId.set(id, [...(byId.get(id) ?? []), names]);
  }
  return new Map([...byId].map(([id, names]) => [id, shortened(names.toSorted().join(" "))]));
}

/** Stands for all that a file refers to. What is not among the checked files is bundled, or nowhere. */
export function worldOf({ refers }: Pick<Mark, "refers">, worlds: Worlds): string {
  const parts = refers.toSorted().map((id) => `${id}: ${worlds.get(id) ?? ""}`);
  return shortened(parts.join("\n"));
}
