import { dirname, join } from "node:path";
import { inBoth } from "../documents/bilingual.ts";
import { EXIT, FileProblems, UserError } from "../platform/errors.ts";
import type { Context, LanguageChoice } from "../platform/ports.ts";
import { parseRubric } from "../rubric/parse.ts";
import { hashesOf, resolveRubric } from "../rubric/resolve.ts";
import type { Rubric } from "../rubric/rubric.ts";
import type { RubricFile } from "../rubric/schema.ts";
import { parseTranslation } from "../rubric/translation/parse.ts";
import type { TranslationFile } from "../rubric/translation/schema.ts";
import {
  languageName,
  type Translation,
  translate,
  translationNotices,
} from "../rubric/translation/texts.ts";
import { listOf, quoted } from "../util/words.ts";
import { kindOnDisk } from "./declared-kind.ts";
import { displayPath } from "./display-path.ts";

/** A rubric as it was read, and where. */
interface Written {
  readonly path: string;
  readonly file: RubricFile;
  readonly rubric: Rubric;
}

/** A rubric in the language that was asked for, where it is there; what it means is the same in each. */
export async function inLanguages(context: Context, written: Written): Promise<Rubric> {
  const [tag = "", other] = tagsOf(context.language);
  const base = await versionIn(context, written, tag);
  const second = other === undefined ? undefined : await versionIn(context, written, other);
  if (base === undefined || second === undefined) return inOne(written, base ?? second);
  return besideOther(written, base, second);
}

function inOne({ file, rubric }: Written, version: Version | undefined): Rubric {
  if (version === undefined) return rubric;
  const translations = version.translation === undefined ? [] : [version.translation];
  const shown = version.isOwn ? rubric : resolveRubric(version.file, hashesOf(rubric));
  return { ...shown, words: { own: file.language, translations } };
}

function besideOther(written: Written, base: Version, second: Version): Rubric {
  const [shown, other] = [inOne(written, base), inOne(written, second)];
  const translations = [second, base].flatMap(({ translation }) => translation ?? []);
  const words = { own: written.file.language, translations };
  const { language } = second.file;
  const pair = inBoth(base.file, second.file, { language, words: (text) => text });
  const both = { ...resolveRubric(pair, hashesOf(written.rubric)), words };
  return { ...shown, words, beside: { language, rubric: other, both } };
}

interface Version {
  readonly file: RubricFile;
  readonly isOwn: boolean;
  readonly translation?: Translation;
}

async function versionIn(
  context: Context,
  { path, file }: Written,
  tag: string,
): Promise<Version | undefined> {
  if (isSameLanguage(tag, file.language)) return { file, isOwn: true };
  const found = await findTranslation(context, { folder: dirname(path), of: file.id, tag });
  if (found === undefined) return undefined;
  const version = { ...translate(file, found), isOwn: false };
  // A wish is for what is offered; who asks by name is told what is wrong with it.
  const isOffered = context.language?.isAsked === true || willDo(version, context.language);
  return isOffered ? version : undefined;
}

/** Whether a translation is whole enough for what is shown. */
function willDo(
  { translation }: Pick<Version, "translation">,
  choice: LanguageChoice | undefined,
): boolean {
  if (translation === undefined || choice === undefined) return true;
  if (translation.draft !== undefined && !choice.allowDraft) return false;
  if (choice.allowPartial) return true;
  return translation.isWhole && (choice.isForQuestions || !translation.isQuestionsOnly);
}

/** `en` is `en-GB` too; easy words are a language of their own. */
function isSameLanguage(tag: string, language: string): boolean {
  if (/-x-/u.test(tag)) return tag === language;
  return tag.split("-")[0]?.toLowerCase() === language.split("-")[0]?.toLowerCase();
}

/** That of the page, and after it the other where two were asked for. */
function tagsOf(choice: LanguageChoice | undefined): readonly string[] {
  const tags = (choice?.tag ?? "").split(",").map((tag) => tagOf(tag.trim()));
  if (tags.length === 1) return tags;
  if (choice?.allowsTwo !== true && choice?.isAsked !== true) return tags.slice(0, 1);
  if (choice.allowsTwo !== true)
    throw wrongLanguages(
      "Only a sheet, a form, and a plan in HTML, PDF, Word or Markdown can be in two languages.",
    );
  const base = tags.find(isEnglish);
  const [other, ...more] = tags.filter((tag) => tag !== base);
  if (base !== undefined && other !== undefined && more.length === 0) return [base, other];
  throw wrongLanguages("A page is in one language, or in two of which one is English.");
}

function wrongLanguages(message: string): UserError {
  return new UserError(message, {
    hint: "Write one tag, such as cy; of a plan, a sheet or a form also two, such as cy,en. What coprod says itself is in English.",
    exitCode: EXIT.wrongUse,
  });
}

function isEnglish(tag: string): boolean {
  return /^en(?:-|$)/u.test(tag);
}

function tagOf(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? tag;
  } catch {
    throw new UserError(`"${tag}" is not the tag of a language.`, {
      hint: "Write the tag, such as cy for Welsh, or en-x-easy for easy words.",
      exitCode: EXIT.wrongUse,
    });
  }
}

/** What the file with a rubric's texts in a language is called. */
export function translationName(of: string, tag: string): string {
  return `${of}.${tag.replace("-x-", "-")}.yaml`;
}

interface Sought {
  /** The rubric's own. */
  readonly folder: string;
  readonly of: string;
  readonly tag: string;
}

/** Beside the rubric, in the rubrics of where somebody works, and in the package. */
function foldersFor({ cwd, packageFolder }: Context, folder: string): readonly string[] {
  return [folder, join(cwd, "rubrics"), join(packageFolder, "rubrics")];
}

export async function findTranslation(
  context: Context,
  { folder, of, tag }: Sought,
): Promise<TranslationFile | undefined> {
  for (const each of foldersFor(context, folder)) {
    const path = join(each, translationName(of, tag));
    if ((await context.files.kind(path)) !== "file") continue;
    const found = await loadTranslation(context, path);
    if (found.of === of && found.language === tag) return found;
    throw new UserError(
      `${displayPath(context, path)} holds ${quoted(found.of)} in ${found.language}.`,
      { hint: `We looked there for ${of} in ${tag}.`, exitCode: EXIT.problems },
    );
  }
  return undefined;
}

async function loadTranslation(context: Context, path: string): Promise<TranslationFile> {
  const text = await context.files.read(path);
  const shown = displayPath(context, path);
  const { translation, diagnostics } = parseTranslation(shown, text);
  if (translation !== undefined && diagnostics.length === 0) return translation;
  const isOurs = (await kindOnDisk(text)) !== undefined;
  throw new FileProblems(diagnostics, new Map(isOurs ? [[shown, text]] : []));
}

/** The rubric of that id, as its file is written; undefined where it is nowhere or is broken. */
export async function rubricOf(
  context: Context,
  folder: string,
  id: string,
): Promise<{ readonly path: string; readonly file: RubricFile } | undefined> {
  for (const each of foldersFor(context, folder)) {
    const path = join(each, `${id}.yaml`);
    if ((await context.files.kind(path)) !== "file") continue;
    const { file } = parseRubric(displayPath(context, path), await context.files.read(path));
    if (file?.id === id) return { path, file };
  }
  return undefined;
}

const told = new WeakMap<LanguageChoice, Set<string>>();

/**
 * Says what people have to know of the words, and stops where a language that was asked for by name is not there, or not
 * whole. What a machine is set to is a wish and no more.
 */
export function tellLanguages(context: Context, rubrics: readonly Rubric[]): void {
  const { language } = context;
  if (language === undefined) return;
  const without = rubrics.filter((each) => !isIn(each, tagsOf(language)));
  if (language.isAsked) requireWords(rubrics, without, language);
  const notes = [
    ...without.map(
      ({ title }) =>
        `${quoted(title)} is not there in ${wantedName(language)}, or not whole: it stays as it is written.`,
    ),
    ...translationNotices(rubrics),
  ];
  const before = told.get(language) ?? new Set();
  told.set(language, before);
  for (const note of notes.filter((each) => !before.has(each))) {
    before.add(note);
    if (!language.isQuiet) context.stderr.write(`${note}\n`);
  }
}

function wantedName(language: LanguageChoice): string {
  return languageName(tagsOf(language).at(-1) ?? language.tag);
}

function requireWords(
  rubrics: readonly Rubric[],
  without: readonly Rubric[],
  language: LanguageChoice,
): void {
  if (without.length === rubrics.length)
    throw notThere(tagsOf(language).at(-1) ?? language.tag, rubrics);
  for (const rubric of rubrics) requireWhole(rubric, language);
}

function isIn({ words, beside }: Rubric, tags: readonly string[]): boolean {
  return (tags.length > 1 ? beside : words) !== undefined;
}

function notThere(tag: string, rubrics: readonly Rubric[]): UserError {
  const [first] = rubrics;
  return new UserError(
    `${listOf(rubrics.map(({ title }) => quoted(title)))} ${rubrics.length === 1 ? "is" : "are"} not there in ${languageName(tag)}.`,
    {
      hint: `To begin a translation:  coprod rubric translate ${first?.id ?? "RUBRIC"} --to ${tag} --export csv`,
      exitCode: EXIT.wrongUse,
    },
  );
}

function requireWhole({ id, title, words }: Rubric, choice: LanguageChoice): void {
  for (const translation of words?.translations ?? []) {
    if (willDo({ translation }, choice)) continue;
    const { language, isWhole, draft } = translation;
    const name = languageName(language);
    if (draft !== undefined && !choice.allowDraft)
      throw new UserError(`${quoted(title)} in ${name} is a draft that nobody has checked.`, {
        hint: "To use it all the same, add --allow-draft: each page says what it is.",
        exitCode: EXIT.wrongUse,
      });
    throw new UserError(
      isWhole
        ? `${quoted(title)} in ${name} is made for sheets and forms alone.`
        : `${quoted(title)} in ${name} is not whole yet.`,
      {
        hint: [
          "To use it as a draft all the same, add --allow-partial: what is missing stays as it is.",
          `To see what is missing:  coprod rubric translate ${id} --to ${language} --export csv`,
        ].join("\n"),
        exitCode: EXIT.wrongUse,
      },
    );
  }
}
