import type { RowStore } from "../platform/ports.ts";
import { countsInScore, criteriaOf, type Rubric } from "../rubric/rubric.ts";
import { textHash } from "../util/content-hash.ts";
import {
  jsonIn,
  LISTS,
  type ListName,
  PIECE_ROWS,
  type PiecePlace,
  type SeenFrames,
  sharePartsOf,
} from "./pieces.ts";
import { csvLine, saidTable, TABLE_NAMES, type TableName } from "./rows.ts";
import type { ShareFrame } from "./schema.ts";

/** Why a file is not counted. */
export type LeftOut = "damaged" | "unknown-questions" | "twice" | "two-versions";

export interface Charity {
  readonly number: number;
  readonly frame: Pick<ShareFrame, "id" | "quarter" | "size" | "region" | "rubrics">;
  /** Of all that is said, in this run. */
  readonly fingerprint: number;
  /** Of what is said to each set of questions, in any run; only where they are kept. */
  readonly prints: ReadonlyMap<string, string>;
  readonly file: string;
}

const NO_PRINTS: ReadonlyMap<string, string> = new Map();
const NO_PIECES: readonly Piece[] = [];
type Frame = Omit<ShareFrame, ListName>;

/** What is known of a piece of a share once it has been looked at: what it is about, and its rows. */
interface Piece {
  readonly list: ListName;
  /** The questions that it belongs to. */
  readonly rubric: Rubric;
  /** A number for the question, the section, or the question of an action. */
  readonly about: number;
  readonly table: TableName;
  readonly entries: readonly number[];
}

/** How many pieces a share with certain questions must have. */
interface Expected {
  /** As the first share names them; the others need no copy. */
  readonly references: ShareFrame["rubrics"];
  readonly rubrics: ReadonlyMap<string, Rubric>;
  readonly asked: ReadonlySet<Rubric>;
  readonly counts: Readonly<Record<ListName, number | undefined>>;
}

/** Reads shares one after the other, and writes the rows of those that are sound. */
export class ShareReader {
  private readonly rubrics: ReadonlyMap<string, Rubric>;
  private readonly sink: Pick<RowStore, "append" | "pair">;
  private readonly expected = new Map<string, Expected | undefined>();
  /** By fingerprint and key. */
  private readonly places = new Map<string, PiecePlace>();
  /** Each piece is checked when it is first seen, and many say the same; by its text, for each version of its questions. */
  private readonly seen = new Map<string, Piece[]>();
  private readonly frames: SeenFrames = new Map();
  /** What charities say of themselves, by number. */
  private readonly abouts = new Map<string, number>();
  /** The last share in which something was said about each place. */
  private readonly lastSaid: number[] = [];
  private serial = 0;
  private readonly charities = new Map<string, Charity>();
  private readonly doubtful = new Set<string>();
  private readonly entries = new Map<string, number>();
  private readonly lines: string[] = [];
  private readonly keepsPrints: boolean;

  constructor(
    rubrics: readonly Rubric[],
    sink: Pick<RowStore, "append" | "pair">,
    { keepsPrints }: { readonly keepsPrints: boolean },
  ) {
    this.keepsPrints = keepsPrints;
    this.rubrics = new Map(rubrics.map((rubric) => [`${rubric.id} ${rubric.hash}`, rubric]));
    this.sink = sink;
    for (const rubric of rubrics)
      for (const section of rubric.sections) {
        this.addPlace(section.key, { rubric, section });
        for (const criterion of section.criteria.filter(countsInScore))
          this.addPlace(criterion.key, { rubric, section, criterion });
      }
  }

  private addPlace(key: string, place: Omit<PiecePlace, "about">): void {
    const about = this.places.size;
    this.places.set(`${place.rubric.hash} ${key}`, { ...place, about });
  }

  /** Why it is left out; nothing where its rows are written. */
  read(file: string, text: string): LeftOut | undefined {
    const parts = sharePartsOf(text, this.frames);
    if (parts === undefined) return "damaged";
    const { frame, pieces } = parts;
    const expected = this.expectedOf(frame.rubrics);
    if (expected === undefined) return "unknown-questions";
    const said = this.said(pieces, expected);
    if (said === undefined) return "damaged";
    return this.take(file, { ...frame, rubrics: expected.references }, said);
  }

  private take(file: string, frame: Frame, said: readonly Piece[]): LeftOut | undefined {
    const { id, quarter, size, region, look, rubrics } = frame;
    const fingerprint = fingerprintOf(this.aboutNumber([quarter, size, region, look]), said);
    const other = this.charities.get(id);
    if (other !== undefined) return this.again(other, fingerprint);
    const number = this.charities.size;
    const prints = this.keepsPrints ? this.printsOf(frame, said) : NO_PRINTS;
    const kept = { id, quarter, size, region, rubrics };
    this.charities.set(id, { number, frame: kept, fingerprint, prints, file });
    for (const { table, entries } of said)
      for (const entry of entries) this.sink.pair(saidTable(table), number, entry);
    return undefined;
  }

  private aboutNumber(about: readonly (string | null)[]): number {
    const name = about.join();
    const known = this.abouts.get(name) ?? this.abouts.size;
    this.abouts.set(name, known);
    return known;
  }

  private printsOf({ rubrics }: Frame, said: readonly Piece[]): ReadonlyMap<string, string> {
    return new Map(
      rubrics.map(({ hash }) => {
        const own = said.filter((piece) => piece.rubric.hash === hash);
        const lines = own.flatMap(({ entries }) => entries.map((at) => this.lines[at] ?? ""));
        return [hash, textHash(lines.sort().join(""))];
      }),
    );
  }

  /** The same twice counts once. Of two that differ nobody can say which is right. */
  private again({ frame, fingerprint }: Charity, other: number): LeftOut {
    if (fingerprint === other && !this.doubtful.has(frame.id)) return "twice";
    this.doubtful.add(frame.id);
    return "two-versions";
  }

  /** Writes what stands once for all: who there is, and each row that was said. */
  finish(): { readonly charities: readonly Charity[]; readonly doubtful: readonly Charity[] } {
    // Where nobody says anything there is a file all the same.
    for (const name of TABLE_NAMES) this.sink.append(`${name}-entries.csv`, "");
    this.sink.append("charities.csv", "");
    const all = [...this.charities.values()];
    const sound = all.filter(({ frame }) => !this.doubtful.has(frame.id));
    for (const { number, frame } of sound)
      this.sink.append(
        "charities.csv",
        csvLine([number, frame.id, frame.quarter, frame.size, frame.region]),
      );
    return { charities: sound, doubtful: all.filter(({ frame }) => this.doubtful.has(frame.id)) };
  }

  private expectedOf(references: ShareFrame["rubrics"]): Expected | undefined {
    const name = references.map(({ id, version, hash }) => `${id} ${version} ${hash}`).join();
    if (!this.expected.has(name)) this.expected.set(name, this.newExpected(references));
    return this.expected.get(name);
  }

  /** Undefined where any of the questions are not known, or the same are named twice. */
  private newExpected(references: ShareFrame["rubrics"]): Expected | undefined {
    const known = references.flatMap(({ id, version, hash }) => {
      const rubric = this.rubrics.get(`${id} ${hash}`);
      return rubric?.version === version ? [rubric] : [];
    });
    const rubrics = new Map(known.map((rubric) => [rubric.id, rubric]));
    if (rubrics.size < references.length) return undefined;
    const sections = known.flatMap((rubric) => rubric.sections);
    const barriers = sections.filter(({ kind }) => kind === "barrier").length;
    const answers = known.flatMap(criteriaOf).filter(countsInScore).length;
    const results = sections.length - barriers;
    const counts = { answers, sections: results, barriers, actions: undefined };
    return { references, rubrics, asked: new Set(known), counts };
  }

  /** The pieces of a share; undefined where any is wrong, missing or there twice. */
  private said(
    pieces: Readonly<Record<ListName, readonly string[]>>,
    expected: Expected,
  ): readonly Piece[] | undefined {
    const all: Piece[] = [];
    for (const name of LISTS) {
      const count = expected.counts[name];
      if (count !== undefined && pieces[name].length !== count) return undefined;
      this.serial++;
      for (const text of pieces[name]) {
        const piece = this.piece(name, text, expected);
        if (piece === undefined || this.lastSaid[piece.about] === this.serial) return undefined;
        this.lastSaid[piece.about] = this.serial;
        all.push(piece);
      }
    }
    return all;
  }

  private piece(name: ListName, text: string, { rubrics, asked }: Expected): Piece | undefined {
    const known = this.seen.get(text) ?? NO_PIECES;
    for (const piece of known) if (piece.list === name && asked.has(piece.rubric)) return piece;
    const piece = this.newPiece(name, text, rubrics);
    // A copy: the text itself would keep all of its file in memory.
    if (piece !== undefined) this.seen.set(Buffer.from(text).toString(), [...known, piece]);
    return piece;
  }

  private newPiece(
    name: ListName,
    text: string,
    rubrics: ReadonlyMap<string, Rubric>,
  ): Piece | undefined {
    const value = jsonIn(text);
    const placeOf = (key: string) => {
      const rubric = rubrics.get(key.slice(0, key.indexOf("/")));
      return rubric && this.places.get(`${rubric.hash} ${key}`);
    };
    const rows = PIECE_ROWS[name](value, placeOf);
    if (rows === undefined) return undefined;
    const { place, table, lines } = rows;
    const entries = lines.map((line) => this.entry(table, line));
    return { list: name, rubric: place.rubric, about: place.about, table, entries };
  }

  /** The number of a row; a new one is written. */
  private entry(table: TableName, line: string): number {
    const known = this.entries.get(line);
    if (known !== undefined) return known;
    const number = this.entries.size;
    this.entries.set(line, number);
    if (this.keepsPrints) this.lines[number] = line;
    this.sink.append(`${table}-entries.csv`, `${number},${line}`);
    return number;
  }
}

/** Enough to tell two shares apart that somebody made of one another by accident, in whatever order they say it. */
function fingerprintOf(about: number, said: readonly Piece[]): number {
  let sum = mixed(-1 - about);
  for (const { entries } of said) for (const entry of entries) sum += mixed(entry);
  return sum;
}

/** A number of 32 bits that has nothing of the order of what it is made from. */
function mixed(number: number): number {
  const once = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return (twice ^ (twice >>> 16)) >>> 0;
}
