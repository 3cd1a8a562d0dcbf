import { requireAssessment } from "../files/assessment-file.ts";
import { EXIT, type ExitCode, UserError } from "../platform/errors.ts";
import type { Context } from "../platform/ports.ts";
import type { AssessOptions } from "../workshop/session/open-assessment.ts";
import {
  type Declare,
  examples,
  type LanguageOptions,
  offerLanguages,
  withLanguage,
} from "./command.ts";

/** The options as commander gives them. */
interface ParsedOptions extends Pick<AssessOptions, "quick" | "review" | "from">, LanguageOptions {
  readonly rubric?: string[];
  readonly answers?: string;
  readonly question?: string;
  readonly new: boolean;
  readonly plain?: boolean;
  readonly input: boolean;
  readonly paper: boolean;
}

/** With a place for each option that is not given. */
function withoutMissing({
  answers,
  question,
  quick,
  plain,
  review,
  from,
}: Pick<ParsedOptions, "answers" | "question" | "quick" | "plain" | "review" | "from">) {
  return { answers, question, quick, plain, review, from };
}

export const declareAssess: Declare = (program, perform) => {
  offerLanguages(
    program
      .command("assess [file]")
      .description("answer the questions together; starts a new assessment or carries on"),
  )
    .option("-r, --rubric <rubric...>", "questions to use: a rubric's name or the path of your own")
    .option("--quick", "only the core questions (about 60 minutes)", false)
    .option("--plain", "one line at a time, for screen readers, old terminals and pipes")
    .option("--no-plain", "the usual screen, whatever the settings say")
    .option("--answers <file>", "take the answers from a file and ask nothing")
    .option("--question <id>", "start at one question")
    .option(
      "--from <older-file>",
      "start a new one after this one: its questions, groups and open actions",
    )
    .option("--new", "start another one, also where this folder holds one", false)
    .option("--paper", "answer what the trustees' paper says besides, on your own", false)
    .option("--review", "read the answers back and change nothing", false)
    .option("--no-input", "never ask; stop if something is missing")
    .addHelpText(
      "after",
      examples(
        "coprod assess our-charity.yaml",
        "coprod assess our-charity-2027.yaml --from our-charity.yaml",
      ),
    )
    .action((file: string | undefined, { rubric = [], input, paper, ...parsed }: ParsedOptions) => {
      const { new: fresh } = parsed;
      const task = paper ? ("paper" as const) : undefined;
      const options = { ...withoutMissing(parsed), file, rubric, fresh, noInput: !input, task };
      return perform((context) => runAssess(withLanguage(context, parsed), options));
    });
};

/** Asks the questions of an assessment, or takes or shows its answers without asking. */
async function runAssess(context: Context, options: AssessOptions): Promise<ExitCode> {
  if (options.answers !== undefined) {
    const { importAnswers } = await import("../workshop/session/import-answers.ts");
    return importAnswers(context, options, options.answers);
  }
  if (options.review) {
    const { reviewAnswers } = await import("../workshop/session/import-answers.ts");
    return reviewAnswers(context, options);
  }
  if (options.noInput) {
    const { withoutAsking } = await import("../workshop/session/import-answers.ts");
    return withoutAsking(context, options);
  }
  if (!context.interactive && options.plain !== true) {
    throw new UserError("This needs a keyboard and a screen.", {
      hint: "To answer from a file, use --answers FILE. To be asked one line at a time, use --plain.",
      exitCode: EXIT.wrongUse,
    });
  }
  const { runSession } = await import("../workshop/session/run-session.ts");
  if (options.task !== "paper") return runSession(context, options);
  return runSession(context, { ...options, file: await requireAssessment(context, options.file) });
}
