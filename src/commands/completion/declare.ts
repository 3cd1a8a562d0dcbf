import { type Declare, examples, suggesting } from "../command.ts";
import { SHELLS } from "./shells/shells.ts";

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
      perform(async (context) => {
        const { runCompletion } = await import("./run.ts");
        return runCompletion(context, program, shell);
      }),
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
