import type { Context } from "../../context.ts";
import { EXIT, type ExitCode, UserError } from "../../errors.ts";
import { list, paragraph } from "../../report/outline.ts";
import { outlineText } from "../../report/outline-text.ts";
import { nearest } from "../../suggest.ts";
import { SCHEMAS } from "./schemas.ts";

export async function runSchema(context: Context, name: string | undefined): Promise<ExitCode> {
  if (name === undefined) {
    context.stdout.write(outlineText(contents(), context));
    return EXIT.done;
  }
  const schema = SCHEMAS[name];
  if (schema === undefined) throw unknownSchema(name);
  context.stdout.write(`${JSON.stringify(await schema.make(), null, 2)}\n`);
  return EXIT.done;
}

function contents() {
  const items = Object.entries(SCHEMAS).map(([name, { about }]) => ({ name, text: about }));
  return [
    ...list("A JSON Schema can be printed for:", items),
    paragraph("To print one: coprod schema rubric"),
  ];
}

function unknownSchema(name: string): UserError {
  const known = Object.keys(SCHEMAS);
  const near = nearest(name, known);
  const meant = near.length > 0 ? `Did you mean "${near.join('" or "')}"? ` : "";
  return new UserError(`There is no schema called "${name}".`, {
    hint: `${meant}The schemas are: ${known.join(", ")}.`,
    exitCode: EXIT.wrongUse,
  });
}
