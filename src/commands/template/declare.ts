import { DOCUMENT_FORMATS } from "../../documents/templates/templates.ts";
import { type Declare, examples, suggesting } from "../command.ts";

export const declareTemplate: Declare = (program, perform) => {
  const template = program
    .command("template")
    .description("list and copy the templates of the plan, to adapt them")
    .addHelpText("after", examples("coprod template list", "coprod template copy html"));
  template
    .command("list")
    .description("list the templates that come with coprod")
    .addHelpText("after", examples("coprod template list", "coprod template list | less"))
    .action(() =>
      perform(async (context) => {
        const { runTemplateList } = await import("./run.ts");
        return runTemplateList(context);
      }),
    );
  template
    .command("copy")
    .addArgument(suggesting("[name]", DOCUMENT_FORMATS))
    .argument("[folder]")
    .description("copy a template and its parts into a folder; name it html, md or text")
    .addHelpText(
      "after",
      examples("coprod template copy html", "coprod template copy md our-templates"),
    )
    .action((name: string | undefined, folder: string | undefined) =>
      perform(async (context) => {
        const { runTemplateCopy } = await import("./run.ts");
        return runTemplateCopy(context, name, folder);
      }),
    );
};
