import type * as z from "zod/mini";
import type { Diagnostic, DiagnosticFacts } from "./diagnostic.ts";
import { Collector } from "./diagnostic-collector.ts";
import { ID_MESSAGE } from "./fields.ts";
import { keysAt } from "./schema-keys.ts";
import type { Path, SourceFile } from "./source-file.ts";

export interface Validated<Value> {
  readonly value: Value | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

type Issue = z.core.$ZodIssue;

/** Checks a file's value against a schema and reports every problem at once, each at its place. */
export function validate<Schema extends z.ZodMiniType>(
  schema: Schema,
  source: SourceFile,
): Validated<z.infer<Schema>> {
  const result = schema.safeParse(source.value, { reportInput: true });
  if (result.success) return { value: result.data, diagnostics: [] };
  const collector = new Collector(source);
  for (const issue of result.error.issues) addIssue(collector, issue, schema);
  return { value: undefined, diagnostics: joinRenames(collector.diagnostics) };
}

function addIssue(collector: Collector, issue: Issue, schema: z.ZodMiniType): void {
  const path = issue.path as Path;
  switch (issue.code) {
    case "unrecognized_keys":
      addUnknownKeys(collector, issue.keys, { path, known: keysAt(schema, path) });
      return;
    case "invalid_key":
      addWrongKey(collector, issue, path);
      return;
    case "invalid_union": {
      const first = closestBranch(issue);
      if (first.length === 0)
        collector.error("shape/type", typeFacts("one of the allowed forms", issue.input), path);
      for (const inner of first)
        addIssue(collector, { ...inner, path: [...path, ...inner.path] } as Issue, schema);
      return;
    }
    default:
      addValueIssue(collector, issue, path);
  }
}

function addWrongKey(
  collector: Collector,
  { issues }: Extract<Issue, { code: "invalid_key" }>,
  path: Path,
): void {
  const found = String(path.at(-1));
  const [inner] = issues;
  if (inner === undefined || inner.message === ID_MESSAGE || found === "") {
    collector.keyError("id/format", idFacts(found), path);
  } else {
    collector.keyError("shape/value", { found, expected: inner.message, near: [] }, path);
  }
}

function addValueIssue(collector: Collector, issue: Issue, path: Path): void {
  if (issue.code === "invalid_type" || issue.code === "invalid_value") {
    addWrongValue(collector, issue, path);
  } else if (isBlank(issue)) {
    collector.error("shape/empty", {}, path);
  } else if (issue.message === LEVELS_MESSAGE) {
    collector.error("scale/levels", { scale: String(path.at(-1)), problem: "count" }, path);
  } else if (issue.message === ID_MESSAGE) {
    collector.error("id/format", idFacts(show(issue.input)), path);
  } else {
    collector.error(
      "shape/value",
      { found: show(issue.input), expected: expectedOf(issue), near: [] },
      path,
    );
  }
}

type WrongValue = Extract<Issue, { code: "invalid_type" | "invalid_value" }>;

function addWrongValue(collector: Collector, issue: WrongValue, path: Path): void {
  const { input } = issue;
  if (input === undefined) {
    collector.error("shape/missing", { key: String(path.at(-1)) }, path);
  } else if (input === null) {
    collector.error("shape/empty", { comment: collector.commentAt(path) }, path);
  } else if (issue.code === "invalid_type" || typeof input === "object") {
    const expected = issue.code === "invalid_type" ? issue.expected : "string";
    collector.error("shape/type", typeFacts(expected, input), path);
  } else {
    const known = issue.values.map(String);
    const near = collector.near(show(input), known);
    collector.error("shape/value", { found: show(input), expected: known.join(", "), near }, path);
  }
}

function isBlank(issue: Issue): boolean {
  if (issue.code !== "too_small" || issue.minimum !== 1) return false;
  return issue.origin === "string" || issue.origin === "array";
}

/** The validator's own sentences about size are for programmers. */
function expectedOf(issue: Issue): string {
  const isNumber = "origin" in issue && (issue.origin === "number" || issue.origin === "int");
  if (isNumber && issue.code === "too_small") return `${issue.minimum} or more`;
  if (isNumber && issue.code === "too_big") return `${issue.maximum} or less`;
  return issue.message;
}

/** The message that marks a list as the levels of a scale. */
export const LEVELS_MESSAGE = "two to seven levels";

/** What `found` would be as an id; nothing where too little of it could be kept. */
function idFacts(found: string): DiagnosticFacts["id/format"] {
  const suggestion = found
    .normalize("NFKD")
    .toLowerCase()
    .replace(/['’]|\p{M}/gu, "")
    .replace(/[^a-z0-9]+/gu, "-")
    .replace(/^(?:\d*-)+|-+$/gu, "");
  const fits = /^[a-z]/u.test(suggestion) && suggestion.length <= LONGEST_SUGGESTION;
  return { found, suggestion: fits ? suggestion : "" };
}

const LONGEST_SUGGESTION = 50;

function addUnknownKeys(
  collector: Collector,
  keys: readonly string[],
  { path, known }: { readonly path: Path; readonly known: readonly string[] },
): void {
  for (const key of keys) {
    const facts = { key, near: collector.near(key, known), known };
    collector.keyError("shape/unknown-key", facts, [...path, key]);
  }
}

/** A union's branch whose problems lie deepest is the one the author most likely meant. */
function closestBranch(issue: Extract<Issue, { code: "invalid_union" }>): Issue[] {
  const depth = (issues: readonly Issue[]) =>
    Math.max(0, ...issues.map((each) => each.path.length));
  return [...issue.errors].sort((a, b) => depth(b) - depth(a))[0] ?? [];
}

function typeFacts(expected: string, input: unknown): DiagnosticFacts["shape/type"] {
  return { expected, found: typeName(input) };
}

function typeName(input: unknown): string {
  if (Array.isArray(input)) return "a list";
  if (typeof input === "boolean") return `the value ${input}`;
  if (typeof input === "number" && !Number.isFinite(input)) return "not a number to count with";
  return (
    { string: "text", number: "a number", object: "a group of fields" }[typeof input as string] ??
    "something else"
  );
}

function show(input: unknown): string {
  return typeof input === "object" ? typeName(input) : String(input);
}

/** A misspelt key is reported once: the field with the near name that is missing beside it has the same cause. */
function joinRenames(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const renamed = new Set(
    diagnostics.flatMap((each) =>
      each.rule === "shape/unknown-key"
        ? each.facts.near.map((name) => pathKey([...(each.path ?? []).slice(0, -1), name]))
        : [],
    ),
  );
  return diagnostics.filter(
    (each) => !(each.rule === "shape/missing" && renamed.has(pathKey(each.path ?? []))),
  );
}

function pathKey(path: Path): string {
  return JSON.stringify(path);
}
