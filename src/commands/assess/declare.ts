import type { AssessOptions } from "../../workshop/session/options.ts";
import { type Declare, examples } from "../command.ts";

type Given = Omit<
  AssessOptions,
  "file" | "answers" | "question" | "rubric" | "noInput" | "plain"
> & {
  readonly rubric?: string[];
  readonly answers?: string;
  readonly question?: string;
  readonly plain?: boolean;
  readonly input: boolean;
};

export const declareAssess: Declare = (program, perform) => {
  program
    .command("assess [file]")
    .description("answer the questions together; starts a new assessment or carries on")
    .option("-r, --rubric <rubric...>", "questions to use: a rubric's name or the path of your own")
    .option("--quick", "only the core questions (about 45 minutes)", false)
    .option("--plain", "one line at a time, for screen readers, old terminals and pipes")
    .option("--no-plain", "the usual screen, whatever the settings say")
    .option("--answers <file>", "take the answers from a file and ask nothing")
    .option("--question <id>", "start at one question")
    .option("--review", "read the answers back and change nothing", false)
    .option("--no-input", "never ask; stop if something is missing")
    .addHelpText(
      "after",
      examples("coprod assess our-charity.yaml", "coprod assess our-charity.yaml --quick"),
    )
    .action((file: string | undefined, given: Given) =>
      perform(async (context) => {
        const { runAssess } = await import("./run.ts");
        const { rubric = [], answers, question, input, quick, plain, review } = given;
        const noInput = !input;
        return runAssess(context, {
          file,
          rubric,
          answers,
          question,
          noInput,
          quick,
          plain,
          review,
        });
      }),
    );
};
