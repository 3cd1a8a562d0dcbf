import type { Diagnostic } from "./diagnostic.ts";
import type { SourceFile } from "./source-file.ts";

/** What the file says it is: the part before the slash in `coprod: rubric/1`, or undefined where it says nothing. */
export function declaredKind(source: SourceFile): string | undefined {
  const declared = declaredFormat(source);
  return declared?.split("/")[0];
}

/**
 * Nothing where the file is of the expected format, for instance `rubric/1`; otherwise the one problem to report.
 * A newer version of the same kind is refused as such: reading it as an older one could lose what it holds.
 */
export function formatProblem(source: SourceFile, expected: string): Diagnostic | undefined {
  const found = declaredFormat(source);
  if (found === expected) return undefined;
  const place = source.place(["coprod"]);
  const [kind, version] = found?.split("/") ?? [];
  const [expectedKind, expectedVersion] = expected.split("/");
  const newer = kind === expectedKind && Number(version) > Number(expectedVersion);
  const common = { severity: "error", file: source.file, place } as const;
  if (newer)
    return {
      ...common,
      rule: "file/unsupported",
      facts: { reason: "newer", found: String(found), known: expected },
    };
  return { ...common, rule: "shape/kind", facts: { found, expected: [expected] } };
}

function declaredFormat({ value }: SourceFile): string | undefined {
  if (typeof value !== "object" || value === null || !("coprod" in value)) return undefined;
  return typeof value.coprod === "string" ? value.coprod : undefined;
}
