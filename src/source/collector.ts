import type { Diagnostic, DiagnosticFacts, Place, Rule, Severity } from "../diagnostic.ts";
import { nearest } from "../suggest.ts";
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

/** Collects diagnostics of one file by path, so that checks need not know about places. */
export class Collector {
  readonly diagnostics: Diagnostic[] = [];
  private readonly source: SourceFile;

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

  private checkReference({ what, name, known }: Reference, spot: Spot): boolean {
    if (known.includes(name)) return true;
    const facts = { what, name, near: nearest(name, known), known };
    this.add("error", { rule: "ref/unknown", facts }, spot);
    return false;
  }

  private add(severity: Severity, what: Pick<Diagnostic, "rule" | "facts">, spot: Spot): void {
    const place = this.place(spot);
    const { path } = spot;
    this.diagnostics.push({ ...what, severity, file: this.source.file, place, path } as Diagnostic);
  }
}
