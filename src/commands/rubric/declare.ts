import { Option } from "commander";
import { type Declare, examples } from "../command.ts";
import { KINDS, SHOW_FORMATS } from "./choices.ts";
import type { NewOptions } from "./new.ts";
import type { ShowOptions } from "./run.ts";

export const declareRubric: Declare = (program, perform) => {
  const rubric = program
    .command("rubric")
    .description("list and read the rubrics: what coprod asks")
    .addHelpText("after", examples("coprod rubric list", "coprod rubric show principles"));
  rubric
    .command("list")
    .description("list the rubrics that come with coprod")
    .addHelpText("after", examples("coprod rubric list", "coprod rubric list | less"))
    .action(() =>
      perform(async (context) => {
        const { runRubricList } = await import("./run.ts");
        return runRubricList(context);
      }),
    );
  rubric
    .command("show <rubric>")
    .description("show a rubric from start to end; give its id, or the path of one of your own")
    .addOption(
      new Option("--format <format>", "text, or Markdown").choices(SHOW_FORMATS).default("text"),
    )
    .addOption(
      new Option(
        "--preview",
        "each question as it will look on the wall, and how long it takes to read aloud",
      ).conflicts("format"),
    )
    .addHelpText(
      "after",
      examples("coprod rubric show principles", "coprod rubric show ./ours.yaml --preview"),
    )
    .action((idOrPath: string, options: ShowOptions) =>
      perform(async (context) => {
        const { runRubricShow } = await import("./run.ts");
        return runRubricShow(context, idOrPath, options);
      }),
    );
  declareNew(rubric, perform);
};

const declareNew: Declare = (rubric, perform) => {
  rubric
    .command("new <file>")
    .description("start a rubric of your own: a file with a TODO for each text to write")
    .option("--title <text>", "what it is called")
    .option("--about <text>", "what it asks about, in one or two short sentences")
    .addOption(
      new Option("--kind <kind>", "questions with levels, a checklist, or both").choices(KINDS),
    )
    .option("--questions <count>", "how many questions each part starts with")
    .option("--source <title>", "what the questions draw on, such as a report")
    .option("--plain", "one line at a time, for screen readers, old terminals and pipes")
    .option("--no-plain", "the usual screen, whatever the settings say")
    .addHelpText(
      "after",
      examples(
        "coprod rubric new ours.yaml",
        'coprod rubric new ours.yaml --title "How we decide" --about "Who decides what here."',
      ),
    )
    .action((file: string, options: NewOptions) =>
      perform(async (context) => {
        const { runRubricNew } = await import("./new.ts");
        return runRubricNew(context, file, options);
      }),
    );
};
