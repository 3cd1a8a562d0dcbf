import { type Declare, examples } from "../command.ts";

export const declareGuide: Declare = (program, perform) => {
  program
    .command("guide [words...]")
    .description("short pages for hard moments: list them, search them, read one")
    .addHelpText("after", examples("coprod guide", "coprod guide nobody listens"))
    .action((words: string[]) =>
      perform(async (context) => {
        const { runGuide } = await import("./run.ts");
        return runGuide(context, words);
      }),
    );
};
