import { bashScript } from "./bash.ts";
import { fishScript } from "./fish.ts";
import { powershellScript } from "./powershell.ts";
import type { Shell } from "./shells.ts";
import type { CompletionCommand } from "./tree.ts";
import { zshScript } from "./zsh.ts";

/** What a shell reads to complete the program's commands. */
export function completionScript(shell: Shell, program: CompletionCommand): string {
  return SCRIPTS[shell](program);
}

const SCRIPTS: Readonly<Record<Shell, (program: CompletionCommand) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
  powershell: powershellScript,
};
