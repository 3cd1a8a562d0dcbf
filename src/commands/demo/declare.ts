import { type Declare, examples } from "../command.ts";

export const declareDemo: Declare = (program, perform) => {
  program
    .command("demo [folder]")
    .description("make an example: an assessment and its plan for trustees")
    .addHelpText("after", examples("coprod demo", "coprod demo my-first-look"))
    .action((folder: string | undefined) =>
      perform(async (context) => {
        const { runDemo } = await import("./run.ts");
        return runDemo(context, folder);
      }),
    );
};
