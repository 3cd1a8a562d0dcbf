import type { Command } from "commander";
import { bundledRubricIds } from "../../files/bundled.ts";
import { EXIT, type ExitCode, UserError } from "../../platform/errors.ts";
import type { Context } from "../../platform/ports.ts";
import { nearest } from "../../util/suggest.ts";
import { type Declare, examples, suggesting } from "../command.ts";
import type { CompletionCommand } from "./tree.ts";

/** The shells that can be taught. */
export const SHELLS = ["bash", "zsh", "fish", "powershell"] as const;

export type Shell = (typeof SHELLS)[number];

export const declareCompletion: Declare = (program, perform) => {
  program
    .command("completion")
    .addArgument(suggesting("[shell]", SHELLS))
    .description("let the Tab key complete commands, options and files")
    .addHelpText(
      "after",
      HOW_TO_SET_UP + examples("coprod completion bash", "coprod completion fish | source"),
    )
    .action((shell: string | undefined) =>
      perform((context) => runCompletion(context, program, shell)),
    );
};

const HOW_TO_SET_UP = `
Type the line for your shell once, then open a new window:

bash
  echo 'eval "$(coprod completion bash)"' >> ~/.bashrc
zsh
  echo 'eval "$(coprod completion zsh)"' >> ~/.zshrc
fish
  echo 'coprod completion fish | source' >~/.config/fish/completions/coprod.fish
PowerShell (if it says there is no such path: New-Item -Force $PROFILE)
  Add-Content $PROFILE 'coprod completion powershell | Out-String | iex'
`;

async function runCompletion(
  context: Context,
  program: Command,
  name: string | undefined,
): Promise<ExitCode> {
  const shell = SHELLS.find((each) => each === name);
  if (shell === undefined) throw noSuchShell(name);
  const { RULE_NAMES } = await import("../../lint/rule-page.ts");
  const { offersByName, readTree } = await import("./tree.ts");
  const offers = offersByName({ rubrics: await bundledRubricIds(context), rules: RULE_NAMES });
  context.stdout.write(await completionScript(shell, readTree(program, offers)));
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

/** What a shell reads to complete the program's commands. */
export async function completionScript(shell: Shell, program: CompletionCommand): Promise<string> {
  const script = await SCRIPTS[shell]();
  return script(program);
}

type Script = (program: CompletionCommand) => string;

const SCRIPTS: Readonly<Record<Shell, () => Promise<Script>>> = {
  bash: async () => (await import("./bash.ts")).bashScript,
  zsh: async () => (await import("./zsh.ts")).zshScript,
  fish: async () => (await import("./fish.ts")).fishScript,
  powershell: async () => (await import("./powershell.ts")).powershellScript,
};
