import { type Criterion, criteriaOf, type Rubric } from "../rubric/rubric.ts";
import type { Exact } from "../util/exact.ts";
import type { Change } from "./schema.ts";

/** A question of the older assessment and the same question, by its id, in the newer one. */
export interface Pair {
  readonly older: Criterion;
  readonly newer: Criterion;
}

interface Pairing {
  readonly pairs: readonly Pair[];
  readonly added: readonly Criterion[];
  readonly removed: readonly Criterion[];
}

/** Which questions belong together: by id, and through `formerly` where one was renamed. In the newer one's order. */
export function pairCriteria(older: readonly Rubric[], newer: readonly Rubric[]): Pairing {
  const before = older.flatMap(criteriaOf);
  const after = newer.flatMap(criteriaOf);
  const partners = new Map<Criterion, Criterion>();
  // First all that kept their id, so that nobody else's former id takes their partner away.
  for (const fits of [hasSameKey, wasRenamed]) addPartners(partners, { before, after, fits });
  const taken = new Set(partners.values());
  return {
    pairs: after.flatMap((each) => {
      const partner = partners.get(each);
      return partner === undefined ? [] : [{ older: partner, newer: each }];
    }),
    added: after.filter((each) => !partners.has(each)),
    removed: before.filter((each) => !taken.has(each)),
  };
}

interface Search {
  readonly before: readonly Criterion[];
  readonly after: readonly Criterion[];
  readonly fits: (older: Criterion, newer: Criterion) => boolean;
}

function addPartners(partners: Map<Criterion, Criterion>, { before, after, fits }: Search): void {
  const taken = new Set(partners.values());
  for (const newer of after) {
    if (partners.has(newer)) continue;
    const older = before.find((each) => !taken.has(each) && fits(each, newer));
    if (older === undefined) continue;
    partners.set(newer, older);
    taken.add(older);
  }
}

function hasSameKey(older: Criterion, newer: Criterion): boolean {
  return older.key === newer.key;
}

// Either way round, because an old answer can meet a newer rubric than the one it is compared with.
function wasRenamed(older: Criterion, newer: Criterion): boolean {
  return formerKeys(newer).includes(older.key) || formerKeys(older).includes(newer.key);
}

function formerKeys({ key, id, formerly }: Criterion): string[] {
  const rubric = key.slice(0, key.length - id.length);
  return formerly.map((former) => `${rubric}${former}`);
}

/** A question that was asked the same way both times, and what became of its answer. */
export interface Settled extends Pair {
  readonly change: Change;
  /** How much its answer moved, by weight, at the least. */
  readonly moved: Exact;
  /** Whether its answer is open now. */
  readonly isOpen: boolean;
}

/**
 * The questions of `newer` with their changes, where both lists hold the same questions at the same weights and with the
 * same must-haves. Undefined where they differ: then what they add up to cannot be compared.
 */
export function sameQuestions(
  older: readonly Criterion[],
  newer: readonly Criterion[],
  settled: ReadonlyMap<Criterion, Settled>,
): readonly Settled[] | undefined {
  const found = newer.flatMap((criterion) => settled.get(criterion) ?? []);
  const all = found.length === newer.length && found.length === older.length;
  return all && found.every((each) => older.includes(each.older) && countsTheSame(each))
    ? found
    : undefined;
}

/** Whether all that changed is what we know. */
export function isLearning(questions: readonly Settled[]): boolean {
  const all = questions.every(({ change }) => change === "same" || change === "learning");
  return all && questions.some(({ change }) => change === "learning");
}

function countsTheSame({ older, newer }: Settled): boolean {
  const sameMust = older.must === newer.must && older.putRight === newer.putRight;
  return older.weight.equals(newer.weight) && sameMust;
}
