import type { CountedRow } from "../platform/ports.ts";
import {
  type Criterion,
  countsInScore,
  levelName,
  type Rubric,
  type Section,
} from "../rubric/rubric.ts";
import { TOGETHER_FORMAT } from "../util/formats.ts";
import {
  type CountedCells,
  type LastTime,
  protect,
  SMALLEST,
  STEP,
  type Told,
} from "./disclosure.ts";
import type { ViewName } from "./rows.ts";
import type { Network, Release, ToldQuestion, ToldRubric, ToldSection } from "./schema.ts";

/** What the views of `src/together/sql` counted. */
export type Counts = Readonly<Record<ViewName, readonly CountedRow[]>>;

/** A set of questions and, where releases are compared, who answered it: by id, a fingerprint of the answers. */
export interface AskedRubric {
  readonly rubric: Rubric;
  readonly charities: ReadonlyMap<string, string>;
}

/** How the charities of one set of questions differ from those of the last release. */
export interface Difference {
  readonly came: number;
  readonly left: number;
  readonly changed: number;
}

/** Releases that differ by fewer charities would tell what those few answered. */
export const FEWEST_DIFFERENT = 3;

export function differenceOf(
  now: ReadonlyMap<string, string>,
  before: Readonly<Record<string, string>>,
): Difference {
  const ids = Object.keys(before);
  const kept = ids.filter((id) => now.has(id));
  return {
    came: now.size - kept.length,
    left: ids.length - kept.length,
    changed: kept.filter((id) => now.get(id) !== before[id]).length,
  };
}

/** Whether there is a difference, and too few make it. */
export function isTooClose({ came, left, changed }: Difference): boolean {
  const differing = came + left + changed;
  return differing > 0 && differing < FEWEST_DIFFERENT;
}

interface Counted {
  readonly counts: Counts;
  readonly asked: readonly AskedRubric[];
  readonly last: Release | undefined;
  readonly leftOut: number;
}

type RowsGiven = Release["rubrics"][string]["rows"];

/** What may be told of the counts, and what to keep for the next release. */
export function networkOf({ counts, asked, last, leftOut }: Counted): {
  readonly network: Network;
  readonly rows: ReadonlyMap<string, RowsGiven>;
} {
  const found = new Map(
    Object.entries(counts).map(([view, rows]) => [view as ViewName, byPlace(rows)]),
  );
  const rows = new Map<string, RowsGiven>();
  const rubrics = asked.map(({ rubric, charities }) => {
    const before = last?.rubrics[rubric.hash];
    const difference = before && differenceOf(charities, before.charities);
    const teller = new Teller({
      found,
      rubric,
      before: before?.rows,
      difference,
      total: totalOf(counts, rubric),
    });
    const told = teller.rubric();
    if (told.charities !== null) rows.set(rubric.hash, teller.rows);
    return told;
  });
  return {
    network: { coprod: TOGETHER_FORMAT, smallest: SMALLEST, step: STEP, leftOut, rubrics },
    rows,
  };
}

function totalOf({ rubric_counts: counted }: Counts, { hash }: Rubric): number {
  return sumWhere(counted, (row) => row["hash"] === hash);
}

type Places = ReadonlyMap<string, readonly CountedRow[]>;

/** The rows of a view by their questions' fingerprint, and by the key of a question or a section in it. */
function byPlace(rows: readonly CountedRow[]): Places {
  const places = new Map<string, CountedRow[]>();
  for (const row of rows) {
    const place = `${row["hash"]} ${row["key"] ?? row["section"] ?? ""}`;
    const others = places.get(place);
    if (others === undefined) places.set(place, [row]);
    else others.push(row);
  }
  return places;
}

interface Telling {
  readonly found: ReadonlyMap<ViewName, Places>;
  readonly rubric: Rubric;
  readonly before: RowsGiven | undefined;
  readonly difference: Difference | undefined;
  readonly total: number;
}

/** Tells of one set of questions what may be told. */
class Teller {
  private readonly telling: Telling;
  readonly rows: RowsGiven = {};

  constructor(telling: Telling) {
    this.telling = telling;
  }

  rubric(): ToldRubric {
    const { rubric, total } = this.telling;
    const { id, version, hash, title } = rubric;
    const isTold = total >= SMALLEST;
    const sections = isTold ? rubric.sections.map((section) => this.section(section)) : [];
    const charities = isTold ? Math.round(total / STEP) * STEP : null;
    return { id, version, hash, title, charities, sections };
  }

  private section(section: Section): ToldSection {
    const { key, title, kind } = section;
    const barrier = kind === "barrier" ? this.barrier(key) : null;
    return {
      key,
      title,
      kind,
      barrier,
      questions: section.criteria.filter(countsInScore).map((each) => this.question(each)),
    };
  }

  private barrier(key: string): ToldSection["barrier"] {
    const rows = this.at("barrier_counts", key);
    const of = (name: string | null) => sumWhere(rows, (row) => row["class"] === name);
    const cells = [of("act-first"), of("in-hand"), of("keep-watch"), of("clear")];
    const told = this.tell(`barrier ${key}`, { cells, sums: [] });
    const [first = null, hand = null, watch = null, clear = null, none = null] = told;
    return { "act-first": first, "in-hand": hand, "keep-watch": watch, clear, none };
  }

  private question(criterion: Criterion): ToldQuestion {
    const { key, asks, levels } = criterion;
    const told = this.answers(criterion);
    const [
      differ = null,
      unsure = null,
      notApplicable = null,
      notAsked = null,
      notMet = null,
      met = null,
    ] = told.slice(levels.length);
    const { must } = criterion;
    return {
      key,
      asks,
      levels: levels.map(({ name }, level) => ({ level, name, charities: told[level] ?? null })),
      differ,
      unsure,
      notApplicable,
      notAsked,
      mustHave:
        must === undefined ? null : { level: must, name: levelName(criterion, must), notMet, met },
      actions: this.actions(key),
      changes: this.changes(criterion),
    };
  }

  /** Levels, people differ, nobody knows, does not apply, not asked; for a must-have also below and at it. */
  private answers({ key, levels, must }: Criterion): Told {
    const rows = this.at("question_counts", key);
    const of = (kind: string) => sumWhere(rows, (row) => row["kind"] === kind);
    const atLevel = levels.map((_, level) =>
      sumWhere(rows, (row) => row["kind"] === "level" && row["level"] === level),
    );
    const cells = [...atLevel, of("differ"), of("unsure"), of("not-applicable")];
    const places = levels.map((_, level) => level);
    const sums = must === undefined ? [] : [places.slice(0, must), places.slice(must)];
    const [change] = this.at("change_counts", key);
    return this.tell(`answers ${key}`, { cells, sums }, numberIn(change, "moved"));
  }

  private actions(key: string): ToldQuestion["actions"] {
    const rows = this.at("action_counts", key);
    const of = (furthest: number) => sumWhere(rows, (row) => row["furthest"] === furthest);
    const told = this.tell(`actions ${key}`, { cells: [of(3), of(2), of(1), of(0)], sums: [] });
    const [done = null, doing = null, planned = null, dropped = null, none = null] = told;
    return { done, doing, planned, dropped, none };
  }

  private changes(criterion: Criterion): ToldQuestion["changes"] {
    const [row] = this.at("change_counts", criterion.key);
    const total = numberIn(row, "charities");
    if (row === undefined || total < SMALLEST) return null;
    const [higher, lower, same] = [
      numberIn(row, "higher"),
      numberIn(row, "lower"),
      numberIn(row, "same"),
    ];
    const other = total - higher - lower - same;
    const { told } = protect({ total, cells: [higher, lower, same, other], sums: [] });
    if (this.isShownByLevels(criterion, told, other)) return null;
    const [up = null, down = null, still = null, rest = null] = told;
    return { higher: up, lower: down, same: still, other: rest };
  }

  /** Whether the levels of both releases say of a hidden count of changes that it can't be nearly nothing. */
  private isShownByLevels({ key, levels }: Criterion, told: Told, other: number): boolean {
    const [now, then] = [this.rows[`answers ${key}`], this.telling.before?.[`answers ${key}`]];
    const { difference } = this.telling;
    if (now === undefined || then === undefined || difference === undefined) return true;
    const from = (ranges: typeof now.known, level: number, end: 0 | 1) =>
      ranges.slice(level, levels.length).reduce((sum, range) => sum + range[end], 0);
    const least = (a: typeof now.known, b: typeof now.known, otherwise: number) =>
      Math.max(...levels.map((_, level) => from(a, level, 0) - from(b, level, 1))) -
      otherwise -
      other;
    const rose = least(now.known, then.known, difference.came);
    const fell = least(then.known, now.known, difference.left);
    return (told[0] === null && rose > 2) || (told[1] === null && fell > 2);
  }

  private at(view: ViewName, key: string): readonly CountedRow[] {
    return this.telling.found.get(view)?.get(`${this.telling.rubric.hash} ${key}`) ?? [];
  }

  /** Tells a row of which the last cell is whoever is in no other. */
  private tell(
    name: string,
    { cells, sums }: Pick<CountedCells, "cells" | "sums">,
    moved?: number,
  ): Told {
    const { total, before, difference } = this.telling;
    const others = total - cells.reduce((sum, cell) => sum + cell, 0);
    const row = { total, cells: [...cells, others], sums };
    const { told, given } = protect(row, lastTime(before?.[name], difference, moved));
    this.rows[name] = { ...given, told: [...told], ...copied(given) };
    return told;
  }
}

function copied({ known, isSmall, since }: ReturnType<typeof protect>["given"]) {
  const ranges = known.map(([low, high]): [number, number] => [low, high]);
  return { known: ranges, isSmall: [...isSmall], since: [...since] };
}

/** Those who answered otherwise are known for answers; of anything else all may have changed whose answers did. */
function lastTime(
  given: LastTime["given"] | undefined,
  difference: Difference | undefined,
  moved = difference?.changed ?? 0,
): LastTime | undefined {
  if (given === undefined || difference === undefined) return undefined;
  return { given, up: difference.came + moved, down: difference.left + moved };
}

function sumWhere(rows: readonly CountedRow[], fits: (row: CountedRow) => boolean): number {
  return rows.reduce((sum, row) => sum + (fits(row) ? numberIn(row, "charities") : 0), 0);
}

function numberIn(row: CountedRow | undefined, name: string): number {
  return Number(row?.[name] ?? 0);
}
