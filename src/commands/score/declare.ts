import { Option } from "commander";
import { type Declare, examples } from "../command.ts";
import type { ScoreOptions } from "./run.ts";

export const declareScore: Declare = (program, perform) => {
  program
    .command("score [file]")
    .description("show the scorecard of an assessment")
    .option("--json", "print the scorecard as JSON")
    .option("--previous <file>", "also show what changed since that assessment")
    .addOption(
      new Option(
        "--explain <key>",
        "show how one figure was reached: headline, or the key of a section or a question",
      ).conflicts(["json", "previous"]),
    )
    .option("--fail-below <band>", "end with exit code 1 if the headline may be below this band")
    .option("--min-group <people>", "show no group in which fewer people voted (3 or more)")
    .addHelpText(
      "after",
      examples(
        "coprod score our-charity.yaml",
        "coprod score our-charity.yaml --previous last-year.yaml",
        "coprod score our-charity.yaml --explain principles/equality",
      ),
    )
    .action((file: string | undefined, options: ScoreOptions) =>
      perform(async (context) => {
        const { runScore } = await import("./run.ts");
        return runScore(context, file, options);
      }),
    );
};
