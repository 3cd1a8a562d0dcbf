import { Option } from "commander";
import { type Declare, examples } from "../command.ts";
import { FORMATS } from "./choices.ts";
import type { CompareOptions } from "./run.ts";

export const declareCompare: Declare = (program, perform) => {
  program
    .command("compare <older-file> <newer-file> [more-files...]")
    .description("show what changed between two assessments or more, oldest first")
    .addOption(
      new Option("-f, --format <format>", "how to print it").choices(FORMATS).default("text"),
    )
    .addHelpText(
      "after",
      examples(
        "coprod compare march.yaml november.yaml",
        "coprod compare 2024.yaml 2025.yaml 2026.yaml --format md",
      ),
    )
    .action((old: string, next: string, newer: string[], options: CompareOptions) =>
      perform(async (context) => {
        const { runCompare } = await import("./run.ts");
        return runCompare(context, [old, next, ...newer], options);
      }),
    );
};
