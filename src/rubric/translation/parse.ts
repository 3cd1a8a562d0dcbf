import { TRANSLATION_FORMAT } from "../../util/formats.ts";
import type { Diagnostic } from "../../yaml/diagnostic.ts";
import { Collector } from "../../yaml/diagnostic-collector.ts";
import { formatProblem } from "../../yaml/format.ts";
import { readSource, type SourceFile } from "../../yaml/source-file.ts";
import { validate } from "../../yaml/validate.ts";
import type { RubricFile } from "../schema.ts";
import { type TranslationFile, translationSchema } from "./schema.ts";
import { MARK, sourceMark, stateOf, textsOf } from "./texts.ts";

export interface TranslationResult {
  /** Present only if its shape is right. */
  readonly translation: TranslationFile | undefined;
  readonly source: SourceFile | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the texts of a rubric in another language. */
export function parseTranslation(file: string, text: string): TranslationResult {
  const { source, diagnostics } = readSource(file, text);
  if (source === undefined) return { translation: undefined, source, diagnostics };
  return { source, ...translationFrom(source) };
}

/** As `parseTranslation`, for text that is already read as YAML. */
export function translationFrom(source: SourceFile): Omit<TranslationResult, "source"> {
  const wrongFormat = formatProblem(source, TRANSLATION_FORMAT);
  if (wrongFormat !== undefined) return { translation: undefined, diagnostics: [wrongFormat] };
  const { value: translation, diagnostics } = validate(translationSchema, source);
  if (translation === undefined) return { translation, diagnostics };
  const collector = new Collector(source);
  for (const [key, { from }] of Object.entries(translation.texts))
    if (!MARK.test(from)) collector.error("translation/hash", { found: from }, at(key, "from"));
  return { translation, diagnostics: collector.diagnostics };
}

/** What is wrong with a translation beside its rubric; `earlier` is that rubric as it was once, where it is known. */
export function checkTranslation(
  { translation, source }: { readonly translation: TranslationFile; readonly source: SourceFile },
  rubric: RubricFile,
  earlier: RubricFile | undefined,
): readonly Diagnostic[] {
  const collector = new Collector(source);
  const { missing, stale, extra } = stateOf(rubric, translation);
  if (missing.length > 0) {
    const facts = { keys: missing.map(({ key }) => key), rubric: rubric.id };
    collector.keyWarning("translation/missing", { ...facts, to: translation.language }, ["texts"]);
  }
  const oldText = oldTexts(translation, earlier);
  // What is no mark at all is told already.
  for (const { key, text } of stale.filter((each) => MARK.test(fromOf(translation, each.key)))) {
    const facts = { old: oldText(key), now: text, mark: sourceMark(text) };
    collector.warning("translation/stale", facts, at(key));
  }
  const known = textsOf(rubric).map(({ key }) => key);
  for (const key of extra)
    collector.keyWarning("translation/extra", { key, near: collector.near(key, known) }, at(key));
  for (const { key } of forgotten(translation, rubric))
    collector.warning("translation/same-as-source", {}, at(key, "text"));
  return collector.diagnostics;
}

function fromOf({ texts }: TranslationFile, key: string): string {
  return texts[key]?.from ?? "";
}

/** The words that a text was made from, where the earlier rubric still has them. */
function oldTexts(
  translation: TranslationFile,
  earlier: RubricFile | undefined,
): (key: string) => string | undefined {
  const before = new Map((earlier === undefined ? [] : textsOf(earlier)).map(byKey));
  return (key) => {
    const was = before.get(key);
    return was !== undefined && sourceMark(was) === fromOf(translation, key) ? was : undefined;
  };
}

/** Texts of several words that are the same in both languages. */
function forgotten({ texts, language }: TranslationFile, rubric: RubricFile) {
  if (languageOf(language) === languageOf(rubric.language)) return [];
  return textsOf(rubric).filter(({ key, text }) => text.includes(" ") && texts[key]?.text === text);
}

function at(key: string, field?: string): readonly string[] {
  return ["texts", key, ...(field === undefined ? [] : [field])];
}

function byKey({ key, text }: { readonly key: string; readonly text: string }) {
  return [key, text] as const;
}

/** `en` for `en-GB` and for `en-x-easy`. */
function languageOf(tag: string): string {
  return tag.split("-")[0]?.toLowerCase() ?? "";
}
