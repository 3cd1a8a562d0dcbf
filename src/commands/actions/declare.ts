import { type Declare, examples } from "../command.ts";
import type { ActionsOptions } from "./options.ts";

export const declareActions: Declare = (program, perform) => {
  program
    .command("actions [file]")
    .description("list the actions of an assessment, or write down how far one is")
    .option("--late", "only those whose date has passed")
    .option("--who <role>", "only those that this role leads")
    .option("--no-owner", "only those that nobody leads yet")
    .option("--doing <id>", "write down that an action is under way")
    .option("--done <id>", "write down that an action is done")
    .option("--drop <id>", "write down that an action is dropped; say why with --why")
    .option("--why <text>", "why it is dropped")
    .option("--note <text>", "what happened; goes with --doing, --done or --drop")
    .addHelpText(
      "after",
      examples(
        "coprod actions our-charity.yaml --late",
        'coprod actions our-charity.yaml --done a1 --note "Nobody waits for a fare now"',
      ),
    )
    .action((file: string | undefined, options: ActionsOptions) =>
      perform(async (context) => {
        const { runActions } = await import("./run.ts");
        return runActions(context, file, options);
      }),
    );
};
