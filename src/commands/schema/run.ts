import { EXIT, type ExitCode, UserError } from "../../platform/errors.ts";
import type { Context } from "../../platform/ports.ts";
import { list, paragraph } from "../../terminal/blocks.ts";
import { toText } from "../../terminal/to-text.ts";
import { nearest } from "../../util/suggest.ts";
import { SCHEMA_NAMES } from "./names.ts";
import { SCHEMAS } from "./schemas.ts";

export async function runSchema(context: Context, name: string | undefined): Promise<ExitCode> {
  if (name === undefined) {
    context.stdout.write(toText(contents(), context));
    return EXIT.done;
  }
  const known = SCHEMA_NAMES.find((each) => each === name);
  if (known === undefined) throw unknownSchema(name);
  context.stdout.write(`${JSON.stringify(await SCHEMAS[known].make(), null, 2)}\n`);
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
  const near = nearest(name, SCHEMA_NAMES);
  const meant = near.length > 0 ? `Did you mean "${near.join('" or "')}"? ` : "";
  return new UserError(`There is no schema called "${name}".`, {
    hint: `${meant}The schemas are: ${SCHEMA_NAMES.join(", ")}.`,
    exitCode: EXIT.wrongUse,
  });
}
