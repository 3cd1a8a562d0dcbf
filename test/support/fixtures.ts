import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { checkAssessment } from "../../src/assessment/check.ts";
import { parseAssessment } from "../../src/assessment/parse.ts";
import { checkTemplateFolder } from "../../src/documents/templates/check-folder.ts";
import { builtInParts, partName, templatePlace } from "../../src/files/fill-template.ts";
import { parseGuide } from "../../src/guide/parse.ts";
import { diagnosticsText } from "../../src/lint/reporters/diagnostics.ts";
import { parseRubric } from "../../src/rubric/parse.ts";
import type { Rubric } from "../../src/rubric/rubric.ts";
import type { Diagnostic } from "../../src/yaml/diagnostic.ts";
import { templatesFromDisk } from "./specimen.ts";

const FOLDER = join(import.meta.dirname, "..", "fixtures");

export const KINDS = ["rubric", "assessment", "guide", "template"] as const;
export type Kind = (typeof KINDS)[number];

export interface Fixture {
  readonly kind: Kind;
  readonly name: string;
  /** The name that diagnostics show. */
  readonly file: string;
  readonly text: string;
  /** What people should see, for a file with problems. */
  readonly expected: string;
}

/** The cases of one kind: `ok` files are clean, `err` files have their report beside them. */
export function fixtures(kind: Kind, verdict: "ok" | "err"): Fixture[] {
  const folder = join(FOLDER, kind, verdict);
  const names = readdirSync(folder).filter((name) => /\.(?:yaml|hbs)$/u.test(name));
  return names.sort().map((file) => {
    const name = file.replace(/(?:\.(?:html|md|text))?\.\w+$/u, "");
    return {
      kind,
      name,
      file,
      text: decode(readFileSync(join(folder, file))),
      expected: join(folder, `${name}.txt`),
    };
  });
}

/** As the program reads a file: the byte order mark is no part of the text. */
function decode(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
}

/** Everything the parsers and the checks have to say about a text. */
export function problemsIn(kind: Kind, file: string, text: string): readonly Diagnostic[] {
  switch (kind) {
    case "rubric":
      return parseRubric(file, text).diagnostics;
    case "guide":
      return parseGuide(file, text).diagnostics;
    case "assessment":
      return assessmentProblems(file, text);
    case "template":
      return templateProblems(file, text);
  }
}

/** As a template, and as a part that can be called by the file's own name, with coprod's parts beside it. */
function templateProblems(file: string, text: string): readonly Diagnostic[] {
  const { format } = templatePlace(file);
  const template = { name: file, text };
  const parts = [
    ...builtInParts(templatesFromDisk(), format),
    [partName(file), template] as const,
  ] as const;
  return checkTemplateFolder({ mains: [template], parts: new Map(parts) });
}

function assessmentProblems(path: string, text: string): readonly Diagnostic[] {
  const { file, source, diagnostics } = parseAssessment(path, text);
  if (file === undefined || source === undefined) return diagnostics;
  const rubrics = file.rubrics.map((named) => rubricFixture(named.file ?? `${named.id}.yaml`));
  return [...diagnostics, ...checkAssessment(file, rubrics, source)];
}

/** One of the sound rubrics of `fixtures/rubric/ok`. */
export function rubricFixture(file: string): Rubric {
  const text = readFileSync(join(FOLDER, "rubric", "ok", basename(file)), "utf8");
  const { rubric } = parseRubric(file, text);
  if (rubric === undefined) throw new Error(`${file} should be sound`);
  return rubric;
}

/** The report people see, without colour. */
export function reportOn(file: string, text: string, diagnostics: readonly Diagnostic[]): string {
  return diagnosticsText(diagnostics, new Map([[file, text]]), { color: false });
}
