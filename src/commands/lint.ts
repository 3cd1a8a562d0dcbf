import { Option } from "commander";
import type { LintOptions } from "../lint/engine/run-lint.ts";
import { REPORTER_NAMES, SEVERITIES } from "../lint/reporters/format.ts";
import { PROFILES } from "../lint/rule.ts";
import { type Declare, examples } from "./command.ts";

export const declareLint: Declare = (program, perform) => {
  program
    .command("lint [paths...]")
    .description("check rubrics, assessments and templates, and say what to mend")
    .option("--max-warnings <count>", "end with exit code 1 above this many warnings")
    .addOption(
      new Option("--fail-on <severity>", "end with exit code 1 from this severity on")
        .choices(SEVERITIES)
        .default("error"),
    )
    .option("--verbose", "show info as well: worth a look, never a fault")
    .addOption(new Option("--profile <profile>", "who reads the texts").choices(PROFILES))
    .option("--config <file>", "take the settings from this file, not from coprod.yaml")
    .option("--no-config", "take no settings from a file")
    .option("--print-config <file>", "print the settings that hold for a file, and stop")
    .option("--explain [rule]", "say what a rule is about; without a name, list them all")
    .option("--fix", "mend what can be mended without a look")
    .option("--dry-run", "show what --fix would change, and change nothing")
    .option("--stdin-filename <name>", "with - as the path: the file the text belongs to")
    .option("--no-cache", "look at every file again, and keep nothing for the next run")
    .option("--baseline <file>", "leave out the problems that this file knows")
    .option("--update-baseline", "write every problem of now to the baseline")
    .option("--against <version>", "compare rubrics with a git version, or with an earlier file")
    .addOption(new Option("--format <format>", "how the result is printed").choices(REPORTER_NAMES))
    .addOption(
      new Option(
        "--output <format=file>",
        "write a report to a file as well; may be given again",
      ).argParser((given: string, before: readonly string[] = []) => [...before, given]),
    )
    .addHelpText("after", examples("coprod lint", "coprod lint rubrics/ our-charity.yaml"))
    .action((paths: string[], options: LintOptions) =>
      perform(async (context) => {
        const { runLint } = await import("../lint/engine/run-lint.ts");
        return runLint(context, paths, options);
      }),
    );
};
