import { Option } from "commander";
import { type Declare, examples } from "../command.ts";
import { SHOW_FORMATS } from "./choices.ts";
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
    .addHelpText(
      "after",
      examples("coprod rubric show principles", "coprod rubric show ./ours.yaml --format md"),
    )
    .action((idOrPath: string, options: ShowOptions) =>
      perform(async (context) => {
        const { runRubricShow } = await import("./run.ts");
        return runRubricShow(context, idOrPath, options);
      }),
    );
};
