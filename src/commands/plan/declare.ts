import { Option } from "commander";
import { type Declare, examples } from "../command.ts";
import { AUDIENCES, FORMATS, LENGTHS } from "./choices.ts";
import type { PlanCommandOptions } from "./options.ts";

export const declarePlan: Declare = (program, perform) => {
  program
    .command("plan [file]")
    .description("make an action plan for trustees from an assessment")
    .addOption(
      new Option("-f, --format <format>", "kind of document").choices(FORMATS).default("html"),
    )
    .option(
      "-o, --output <file>",
      "where to write it; - prints it (default: beside the assessment, under a name that says which plan it is)",
    )
    .addOption(new Option("--length <length>", "how much to show").choices(LENGTHS).default("full"))
    .addOption(new Option("--for <readers>", "who reads it").choices(AUDIENCES).default("trustees"))
    .option("--large-print", "use large letters")
    .option("--previous <file>", "the assessment of last time: the plan says what happened since")
    .option("--template <path>", "a template of your own: a file, or a folder of them")
    .option("--date <day>", "the day of the plan, such as 2026-12-12")
    .option("--open", "show it when it is made")
    .option("--force", "replace a file that coprod did not make")
    .addHelpText(
      "after",
      examples(
        "coprod plan our-charity.yaml",
        "coprod plan our-charity.yaml --previous last-year.yaml --format pdf",
      ),
    )
    .action((file: string | undefined, options: PlanCommandOptions) =>
      perform(async (context) => {
        const { runPlan } = await import("./run.ts");
        return runPlan(context, file, options);
      }),
    );
};
