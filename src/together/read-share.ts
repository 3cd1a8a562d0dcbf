import type { RowStore } from "../platform/ports.ts";
import type { Criterion, Rubric, Section } from "../rubric/rubric.ts";
import { textHash } from "../util/content-hash.ts";
import { exact } from "../util/exact.ts";
import { csvLine, rowLine, TABLE_NAMES, type TableName } from "./rows.ts";
import {
  type ShareFrame,
  sharedActions,
  sharedAnswer,
  sharedBarrier,
  sharedSection,
  shareFrame,
} from "./schema.ts";
import { answerFits, barrierFits, resultFits } from "./share.ts";

/** Why a file is not counted. */
export type LeftOut = "damaged" | "unknown-questions" | "twice" | "two-versions";

export interface Charity {
  readonly number: number;
  readonly frame: Pick<ShareFrame, "id" | "quarter" | "size" | "region" | "rubrics">;
  /** Of all that is said, in this run. */
  readonly fingerprint: string;
  /** Of what is said to each set of questions, in any run; only where they are kept. */
  readonly prints: ReadonlyMap<string, string>;
  readonly file: string;
}

const NO_PRINTS: ReadonlyMap<string, string> = new Map();

/** Reads shares one after the other, and writes the rows of those that are sound. */
export class ShareReader {
  private readonly rubrics: ReadonlyMap<string, Rubric>;
  private readonly sink: Pick<RowStore, "append">;
  private readonly askedOf = new Map<string, Asked>();
  private readonly charities = new Map<string, Charity>();
  private readonly doubtful = new Set<string>();
  private readonly entries = new Map<string, number>();
  private readonly lines: string[] = [];
  private readonly keepsPrints: boolean;
  private count = 0;

  constructor(
    rubrics: readonly Rubric[],
    sink: Pick<RowStore, "append">,
    { keepsPrints }: { readonly keepsPrints: boolean },
  ) {
    this.keepsPrints = keepsPrints;
    this.rubrics = new Map(rubrics.map((rubric) => [`${rubric.id} ${rubric.hash}`, rubric]));
    this.sink = sink;
  }

  /** Why it is left out; nothing where its rows are written. */
  read(file: string, text: string): LeftOut | undefined {
    const frame = frameOf(text);
    if (frame === undefined) return "damaged";
    const asked = this.asked(frame.rubrics);
    if (asked === undefined) return "unknown-questions";
    const said = asked.said(frame);
    if (said === undefined) return "damaged";
    const { id, quarter, size, region, look, rubrics } = frame;
    const fingerprint = textHash(JSON.stringify([quarter, size, region, look, said]));
    const other = this.charities.get(id);
    if (other !== undefined) return this.again(other, fingerprint);
    const number = this.count++;
    const prints = this.keepsPrints ? this.printsOf(frame, said) : NO_PRINTS;
    const kept = { id, quarter, size, region, rubrics };
    this.charities.set(id, { number, frame: kept, fingerprint, prints, file });
    for (const [name, entries] of Object.entries(said))
      this.sink.append(`${name}-said.csv`, entries.map((entry) => `${number},${entry}\n`).join(""));
    return undefined;
  }

  private printsOf({ rubrics }: ShareFrame, said: Said): ReadonlyMap<string, string> {
    const lines = Object.values(said).flatMap((each) => each.map((at) => this.lines[at] ?? ""));
    return new Map(
      rubrics.map(({ id, hash }) => {
        const own = lines.filter((line) => line.startsWith(`${id},`));
        return [hash, textHash(own.toSorted().join(""))];
      }),
    );
  }

  /** The same twice counts once. Of two that differ nobody can say which is right. */
  private again({ frame, fingerprint }: Charity, other: string): LeftOut {
    if (fingerprint === other && !this.doubtful.has(frame.id)) return "twice";
    this.doubtful.add(frame.id);
    return "two-versions";
  }

  /** Writes what stands once for all: who there is, and each row that was said. */
  finish(): { readonly charities: readonly Charity[]; readonly doubtful: readonly Charity[] } {
    for (const name of TABLE_NAMES) {
      // Where nobody says anything there is a file all the same.
      this.sink.append(`${name}-said.csv`, "");
      this.sink.append(`${name}-entries.csv`, "");
    }
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

  private asked(references: ShareFrame["rubrics"]): Asked | undefined {
    const name = references.map(({ id, version, hash }) => `${id} ${version} ${hash}`).join();
    const known = this.askedOf.get(name);
    if (known !== undefined) return known;
    const rubrics = references.flatMap(({ id, version, hash }) => {
      const rubric = this.rubrics.get(`${id} ${hash}`);
      return rubric?.version === version ? [rubric] : [];
    });
    const areAll = rubrics.length === references.length;
    if (!areAll || new Set(rubrics.map(({ id }) => id)).size < rubrics.length) return undefined;
    const asked = new Asked(rubrics, (table, line) => this.entry(table, line));
    this.askedOf.set(name, asked);
    return asked;
  }

  /** The number of a row; a new one is written. */
  private entry(table: TableName, line: string): number {
    const known = this.entries.get(`${table} ${line}`);
    if (known !== undefined) return known;
    const number = this.lines.length;
    this.lines.push(line);
    this.entries.set(`${table} ${line}`, number);
    this.sink.append(`${table}-entries.csv`, `${number},${line}`);
    return number;
  }
}

function frameOf(text: string): ShareFrame | undefined {
  try {
    const found = shareFrame.safeParse(JSON.parse(text));
    return found.success ? found.data : undefined;
  } catch {
    return undefined;
  }
}

/** What is known of a piece of a share once it has been looked at: what it is about, and its rows. */
interface Piece {
  readonly about: string;
  readonly entries: readonly number[];
}

type Write = (table: TableName, line: string) => number;
type Said = Readonly<Record<TableName, number[]>>;

/** The questions of some shares. Each piece of a share is checked when it is first seen, and many say the same. */
class Asked {
  private readonly questions = new Map<
    string,
    { rubric: Rubric; section: Section; criterion: Criterion }
  >();
  private readonly sections = new Map<string, { rubric: Rubric; section: Section }>();
  private readonly barriers: number;
  private readonly seen = new Map<string, Piece | undefined>();
  private readonly write: Write;

  constructor(rubrics: readonly Rubric[], write: Write) {
    this.write = write;
    for (const rubric of rubrics)
      for (const section of rubric.sections) {
        this.sections.set(section.key, { rubric, section });
        for (const criterion of section.criteria)
          this.questions.set(criterion.key, { rubric, section, criterion });
      }
    this.barriers = [...this.sections.values()].filter(
      ({ section }) => section.kind === "barrier",
    ).length;
  }

  /** The rows of a share; undefined where anything in it is wrong or missing. */
  said({ answers, sections, barriers, actions }: ShareFrame): Said | undefined {
    const { questions } = this;
    const others = this.sections.size - this.barriers;
    const asked = this.each(answers, questions.size, (value) => this.answer(value));
    const results = this.each(sections, others, (value) => this.section(value));
    const felt = this.each(barriers, this.barriers, (value) => this.barrier(value));
    const planned = this.each(actions, undefined, (value) => this.action(value));
    if (!asked || !results || !felt || !planned) return undefined;
    return { answers: asked, sections: [...results, ...felt], actions: planned };
  }

  /** Each of them once, and as many as there are to be. */
  private each(
    values: readonly unknown[],
    count: number | undefined,
    read: (value: unknown) => Piece | undefined,
  ): number[] | undefined {
    if (count !== undefined && values.length !== count) return undefined;
    const about = new Set<string>();
    const entries: number[] = [];
    for (const value of values) {
      const piece = this.piece(value, read);
      if (piece === undefined) return undefined;
      about.add(piece.about);
      entries.push(...piece.entries);
    }
    return about.size === values.length ? entries.sort((a, b) => a - b) : undefined;
  }

  private piece(value: unknown, read: (value: unknown) => Piece | undefined): Piece | undefined {
    const text = JSON.stringify(value);
    const known = this.seen.get(text);
    if (known !== undefined) return known;
    const piece = read(value);
    if (piece !== undefined) this.seen.set(text, piece);
    return piece;
  }

  private answer(value: unknown): Piece | undefined {
    const { data: answer } = sharedAnswer.safeParse(value);
    const at = answer && this.questions.get(answer.key);
    if (answer === undefined || at === undefined || !answerFits(answer, at.criterion))
      return undefined;
    const { key, kind, level, from, to, top, must } = answer;
    const line = rowLine("answers", {
      ...askedIn(at),
      key,
      kind,
      level,
      low: level ?? from,
      high: level ?? to,
      top,
      must_level: at.criterion.must,
      must,
    });
    return { about: key, entries: [this.write("answers", line)] };
  }

  private section(value: unknown): Piece | undefined {
    const { data: result } = sharedSection.safeParse(value);
    const at = result && this.sections.get(result.key);
    if (result === undefined || at === undefined || !resultFits(result, at)) return undefined;
    const { key, low, high, known, bands, noScore } = result;
    const line = rowLine("sections", {
      ...askedIn(at),
      kind: at.section.kind,
      low: decimal(low),
      low_exact: low ?? undefined,
      high: decimal(high),
      high_exact: high ?? undefined,
      known: decimal(known),
      known_exact: known ?? undefined,
      band_low: bands?.[0],
      band_high: bands?.[1],
      reason: noScore ?? undefined,
    });
    return { about: key, entries: [this.write("sections", line)] };
  }

  private barrier(value: unknown): Piece | undefined {
    const { data: barrier } = sharedBarrier.safeParse(value);
    const at = barrier && this.sections.get(barrier.key);
    if (barrier === undefined || at === undefined || !barrierFits(barrier, at.section))
      return undefined;
    const line = rowLine("sections", {
      ...askedIn(at),
      kind: "barrier",
      class: barrier.class ?? undefined,
      reason: barrier.noClass ?? undefined,
    });
    return { about: barrier.key, entries: [this.write("sections", line)] };
  }

  private action(value: unknown): Piece | undefined {
    const { data: actions } = sharedActions.safeParse(value);
    const at = actions && this.questions.get(actions.for);
    if (
      actions === undefined ||
      at === undefined ||
      new Set(actions.states).size < actions.states.length
    )
      return undefined;
    const { for: key, states } = actions;
    const lines = states.map((state) => rowLine("actions", { ...askedIn(at), key, state }));
    return { about: key, entries: lines.map((line) => this.write("actions", line)) };
  }
}

function askedIn({ rubric, section }: { readonly rubric: Rubric; readonly section: Section }) {
  return { rubric: rubric.id, version: rubric.version, hash: rubric.hash, section: section.key };
}

function decimal(share: string | null): number | undefined {
  return share === null ? undefined : exact(share).valueOf();
}
