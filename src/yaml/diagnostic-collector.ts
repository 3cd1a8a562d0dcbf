import { nearest } from "../util/suggest.ts";
import type { Diagnostic, DiagnosticFacts, Place, Rule, Severity } from "./diagnostic.ts";
import type { Path, SourceFile } from "./source-file.ts";

/** Where in a file: a path, and whether the key itself is meant rather than its value. */
export interface Spot {
  readonly path: Path;
  readonly key?: boolean;
}

export interface Reference {
  /** What kind of thing the name should stand for, such as `scale`. */
  readonly what: string;
  readonly name: string;
  readonly known: readonly string[];
}

/** Letters held against letters: far more than the slips of people come to, and still done in the blink of an eye. */
const MOST_COMPARED = 20_000_000;
/** As many diagnostics of a rule as people are shown. */
const ALWAYS_COMPARED = 10;

/** Collects diagnostics of one file by path, so that checks need not know about places. */
export class Collector {
  readonly diagnostics: Diagnostic[] = [];
  private readonly source: SourceFile;
  private readonly sets = new WeakMap<readonly string[], ReadonlySet<string>>();
  private compared = 0;

  constructor(source: SourceFile) {
    this.source = source;
  }

  error<R extends Rule>(rule: R, facts: DiagnosticFacts[R], path: Path): void {
    this.add("error", { rule, facts }, { path });
  }

  /** As `error`, pointing at the key instead of the value. */
  keyError<R extends Rule>(rule: R, facts: DiagnosticFacts[R], path: Path): void {
    this.add("error", { rule, facts }, { path, key: true });
  }

  warning<R extends Rule>(rule: R, facts: DiagnosticFacts[R], path: Path): void {
    this.add("warning", { rule, facts }, { path });
  }

  keyWarning<R extends Rule>(rule: R, facts: DiagnosticFacts[R], path: Path): void {
    this.add("warning", { rule, facts }, { path, key: true });
  }

  /** Whether the name is known; if not, reports it with the nearest known names. */
  reference(reference: Reference, path: Path): boolean {
    return this.checkReference(reference, { path });
  }

  /** As `reference`, for a name that is a key. */
  keyReference(reference: Reference, path: Path): boolean {
    return this.checkReference(reference, { path, key: true });
  }

  /** Reports each id that stands a second time, and where it stood first. */
  uniqueIds(entries: readonly { readonly id: string; readonly path: Path }[]): void {
    const seen = new Map<string, Path>();
    for (const { id, path } of entries) {
      const first = seen.get(id);
      if (first === undefined) seen.set(id, path);
      else this.error("id/duplicate", { id, first: this.place({ path: first }) }, path);
    }
  }

  place({ path, key = false }: Spot): Place {
    return this.source.place(path, { key });
  }

  /** What stands on the line of an empty value, and is a comment: people may have meant it. */
  commentAt(path: Path): string | undefined {
    const { text } = this.source;
    const [start] = this.source.range(path) ?? [text.length];
    const end = text.indexOf("\n", start);
    const rest = text.slice(start, end < 0 ? undefined : end);
    return /^:?\s*(#\S.*)$/u.exec(rest)?.[1]?.trim();
  }

  private checkReference({ what, name, known }: Reference, spot: Spot): boolean {
    if (this.setOf(known).has(name)) return true;
    const facts = { what, name, near: this.near(name, known), known };
    this.add("error", { rule: "ref/unknown", facts }, spot);
    return false;
  }

  private setOf(known: readonly string[]): ReadonlySet<string> {
    const set = this.sets.get(known) ?? new Set(known);
    this.sets.set(known, set);
    return set;
  }

  /** As `nearest`. Where thousands of names are wrong, only the first of them get suggestions. */
  near(name: string, known: readonly string[]): string[] {
    this.compared += known.length * name.length ** 2;
    const isFirst = this.compared <= MOST_COMPARED || this.diagnostics.length < ALWAYS_COMPARED;
    return isFirst ? nearest(name, known) : [];
  }

  private add(severity: Severity, what: Pick<Diagnostic, "rule" | "facts">, spot: Spot): void {
    const place = this.place(spot);
    const { path } = spot;
    this.diagnostics.push({ ...what, severity, file: this.source.file, place, path } as Diagnostic);
  }
}
