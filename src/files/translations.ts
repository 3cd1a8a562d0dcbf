import { dirname, join } from "node:path";
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
  const { file, rubric } = written;
  const version = await versionIn(context, written, tagOf(context.language));
  if (version === undefined) return rubric;
  const translations = version.translation === undefined ? [] : [version.translation];
  const shown = version.isOwn ? rubric : resolveRubric(version.file, hashesOf(rubric));
  return { ...shown, words: { own: file.language, translations } };
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
  if (translation === undefined || choice === undefined || choice.allowPartial) return true;
  return translation.isWhole && (choice.isForQuestions || !translation.isQuestionsOnly);
}

/** `en` is `en-GB` too; easy words are a language of their own. */
function isSameLanguage(tag: string, language: string): boolean {
  if (/-x-/u.test(tag)) return tag === language;
  return tag.split("-")[0]?.toLowerCase() === language.split("-")[0]?.toLowerCase();
}

function tagOf(choice: LanguageChoice | undefined): string {
  const tag = choice?.tag ?? "";
  if (tag.includes(","))
    throw new UserError("A page can't be in two languages yet.", {
      hint: "Name one of them, and make a page for each.",
      exitCode: EXIT.wrongUse,
    });
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
  const without = rubrics.filter(({ words }) => words === undefined);
  if (language.isAsked && without.length === rubrics.length) throw notThere(language, rubrics);
  for (const rubric of rubrics) if (language.isAsked) requireWhole(rubric, language);
  const notes = [
    ...without.map(
      ({ title }) =>
        `${quoted(title)} is not there in ${languageName(language.tag)}, or not whole: it stays as it is written.`,
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

function notThere(language: LanguageChoice, rubrics: readonly Rubric[]): UserError {
  const [first] = rubrics;
  return new UserError(
    `${listOf(rubrics.map(({ title }) => quoted(title)))} ${rubrics.length === 1 ? "is" : "are"} not there in ${languageName(language.tag)}.`,
    {
      hint: `To begin a translation:  coprod rubric translate ${first?.id ?? "RUBRIC"} --to ${language.tag} --export csv`,
      exitCode: EXIT.wrongUse,
    },
  );
}

function requireWhole({ id, title, words }: Rubric, choice: LanguageChoice): void {
  for (const translation of words?.translations ?? []) {
    if (willDo({ translation }, choice)) continue;
    const { language, isWhole } = translation;
    const name = languageName(language);
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
