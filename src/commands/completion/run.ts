import type { Command } from "commander";
import { bundledRubricIds } from "../../files/bundled-rubric-ids.ts";
import { RULE_NAMES } from "../../lint/rule-page.ts";
import { EXIT, type ExitCode, UserError } from "../../platform/errors.ts";
import type { Context } from "../../platform/ports.ts";
import { nearest } from "../../util/suggest.ts";
import { offersByName } from "./places.ts";
import { readTree } from "./read-tree.ts";
import { completionScript } from "./shells/completion-script.ts";
import { SHELLS } from "./shells/shells.ts";

export async function runCompletion(
  context: Context,
  program: Command,
  name: string | undefined,
): Promise<ExitCode> {
  const shell = SHELLS.find((each) => each === name);
  if (shell === undefined) throw noSuchShell(name);
  const offers = offersByName({ rubrics: await bundledRubricIds(context), rules: RULE_NAMES });
  context.stdout.write(completionScript(shell, readTree(program, offers)));
  return EXIT.done;
}

function noSuchShell(name: string | undefined): UserError {
  const near = name === undefined ? [] : nearest(name, SHELLS);
  const meant = near.length > 0 ? `Did you mean "${near.join('" or "')}"? ` : "";
  const message =
    name === undefined ? "Say which shell you use." : `There is no completion for "${name}".`;
  return new UserError(message, {
    hint:
      `${meant}The shells are: ${SHELLS.join(", ")}. ` +
      "To see how to set it up, type: coprod completion --help",
    exitCode: EXIT.wrongUse,
  });
}
