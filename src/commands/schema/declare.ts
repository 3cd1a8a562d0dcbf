import { type Declare, examples, suggesting } from "../command.ts";
import { SCHEMA_NAMES } from "./names.ts";

export const declareSchema: Declare = (program, perform) => {
  program
    .command("schema")
    .addArgument(suggesting("[name]", SCHEMA_NAMES))
    .description("print the JSON Schema of a kind of file, for editors")
    .addHelpText("after", examples("coprod schema", "coprod schema rubric > rubric.schema.json"))
    .action((name: string | undefined) =>
      perform(async (context) => {
        const { runSchema } = await import("./run.ts");
        return runSchema(context, name);
      }),
    );
};
