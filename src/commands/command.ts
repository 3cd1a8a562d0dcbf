import { Argument, type Command } from "commander";
import type { LoadedAssessment } from "../files/load-assessment.ts";
import { EXIT, type ExitCode, UserError } from "../platform/errors.ts";
import type { Context, LanguageChoice } from "../platform/ports.ts";

/** Runs a command's work with the context that the global options ask for. */
export type Perform = (work: (context: Context) => Promise<ExitCode>) => Promise<void>;

/** Adds one command to the program. Its work is imported only when it is called. */
export type Declare = (program: Command, perform: Perform) => void;

/** Two real examples under a command's options. */
export function examples(...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  ${line}\n`).join("")}`;
}

/** The same under a command that lays out questions for people to answer. */
export function questionsHelp(...lines: readonly string[]): string {
  return `\nGive the ids or files of rubrics, or one assessment: then its questions are asked, and its groups.\n${examples(...lines)}`;
}

/** The questions of what was named, in the order in which people answer them; says what is left out. */
export async function questionsNamed(context: Context, named: readonly string[]) {
  const { leftOutWords, loadQuestionsToAsk } = await import("../files/load-assessment.ts");
  const { questionSheet, sheetQuestions } = await import("../voices/slip.ts");
  const asking = await loadQuestionsToAsk(context, named);
  context.stderr.write(leftOutWords(asking));
  const { rubrics, groups, core } = asking;
  const asked = questionSheet(rubrics, groups, sheetQuestions(rubrics, { core }));
  return { ...asking, asked };
}

/** An argument with values to suggest. What is given is judged by the command, which can say more than commander does. */
export function suggesting(argument: string, values: readonly string[]): Argument {
  const suggested = new Argument(argument);
  suggested.argChoices = [...values];
  return suggested;
}

/** Reads an assessment, or with `-` standard input, and tells what is odd in it. */
export async function loadShowingWarnings(
  context: Context,
  path: string,
): Promise<LoadedAssessment> {
  const { loadGiven } = await import("../files/load-assessment.ts");
  return showingWarnings(context, await loadGiven(context, path));
}

/** Tells what is odd in an assessment that could be read. */
export async function showingWarnings(
  context: Context,
  loaded: LoadedAssessment,
): Promise<LoadedAssessment> {
  const { warnings, texts } = loaded;
  if (warnings.length === 0) return loaded;
  const { diagnosticsText } = await import("../lint/reporters/diagnostics.ts");
  context.stderr.write(diagnosticsText(warnings, texts, { color: context.color }));
  return loaded;
}

/** What was typed can't be done so: what is wrong, and what to type. */
export function wrongUse(message: string, hint: string): UserError {
  return new UserError(message, { hint, exitCode: EXIT.wrongUse });
}

export interface LanguageOptions {
  readonly language?: string;
  readonly allowPartial?: boolean;
  readonly allowDraft?: boolean;
}

/** What is shown in the language that people choose. */
interface Shown {
  /** Whether it can be in two languages. */
  readonly allowsTwo?: boolean;
  /** Whether it is only what people are asked. */
  readonly isForQuestions?: boolean;
}

/** Lets people choose the language of a rubric's texts. */
export function offerLanguages(command: Command, { allowsTwo = false }: Shown = {}): Command {
  const about = "language of the questions, such as cy";
  return command
    .option("--language <tag>", allowsTwo ? `${about}, or cy,en for both` : about)
    .option("--allow-partial", "also a translation that is not whole, as a draft")
    .option(
      "--allow-draft",
      "also a translation that calls itself a draft which nobody has checked",
    );
}

export interface EasyOptions extends LanguageOptions {
  readonly easy?: boolean;
}

/** `--easy` is the short way to ask for easy words. */
export function inEasyWords({ easy = false, ...options }: EasyOptions): LanguageOptions {
  if (easy && options.language !== undefined)
    throw wrongUse("--easy and --language don't go together.", "Choose one of them.");
  return easy ? { ...options, language: "en-x-easy" } : options;
}

/** As it was asked for, or as the machine is set: that is a wish, and English needs none. */
export function withLanguage(
  context: Context,
  { language: given, allowPartial = false, allowDraft = false }: LanguageOptions,
  { allowsTwo = false, isForQuestions = false }: Shown = {},
): Context {
  const { env } = context;
  const set = env.COPROD_LANGUAGE ?? "";
  const written = given ?? (set === "" ? systemLanguage(env) : set);
  if (written === "") return context;
  const language: LanguageChoice = {
    tag: written.trim(),
    allowsTwo,
    isAsked: given !== undefined,
    isQuiet: given === undefined && set === "",
    allowPartial,
    allowDraft,
    isForQuestions,
  };
  return Object.create(context, { language: { value: language } });
}

/** `cy` for `cy_GB.UTF-8`; nothing for English and for a machine that says nothing. */
function systemLanguage({ LC_ALL, LC_MESSAGES, LANG }: Context["env"]): string {
  const set = [LC_ALL, LC_MESSAGES, LANG].find((each) => each !== undefined && each !== "") ?? "";
  const tag = /^[a-z]{2,3}(?=[_.@-]|$)/u.exec(set)?.[0] ?? "";
  return tag === "en" ? "" : tag;
}
