import { Option } from "commander";
import { FORMAT_NAMES } from "../../report/format-names.ts";
import { type Declare, examples } from "../command.ts";
import type { LintOptions } from "./run.ts";

export const declareLint: Declare = (program, perform) => {
  program
    .command("lint [paths...]")
    .description("check rubrics and assessments, and say what to mend")
    .option("--max-warnings <count>", "end with exit code 1 above this many warnings")
    .addOption(new Option("--format <format>", "how the result is printed").choices(FORMAT_NAMES))
    .addOption(
      new Option(
        "--output <format=file>",
        "write a report to a file as well; may be given again",
      ).argParser((given: string, before: readonly string[] = []) => [...before, given]),
    )
    .addHelpText("after", examples("coprod lint", "coprod lint rubrics/ our-charity.yaml"))
    .action((paths: string[], options: LintOptions) =>
      perform(async (context) => {
        const { runLint } = await import("./run.ts");
        return runLint(context, paths, options);
      }),
    );
};
