import { type Declare, examples } from "../command.ts";

export const declareSchema: Declare = (program, perform) => {
  program
    .command("schema [name]")
    .description("print the JSON Schema of a kind of file, for editors")
    .addHelpText("after", examples("coprod schema", "coprod schema rubric > rubric.schema.json"))
    .action((name: string | undefined) =>
      perform(async (context) => {
        const { runSchema } = await import("./run.ts");
        return runSchema(context, name);
      }),
    );
};
