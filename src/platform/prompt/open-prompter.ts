import type { Output, Prompter, PrompterChoice } from "../ports.ts";
import { hasKeyboard } from "../processes.ts";
import { openPlainPrompter } from "./plain-prompter.ts";

/** Asks on this process's own streams; `stdout` is the way out of all else that it says. */
export async function openPrompter(
  { plain, color }: PrompterChoice,
  stdout: Output,
): Promise<Prompter> {
  // Node's own way with it is to open a port for a debugger.
  process.on("SIGUSR1", () => undefined);
  if (plain || !hasKeyboard()) return openPlainPrompter(stdout);
  if (!color) forbidColor();
  // Only now: whether it may use colour is read from the environment while it loads.
  const { openTerminalPrompter } = await import("./terminal-prompter.ts");
  return openTerminalPrompter();
}

// Node warns where both are set.
function forbidColor(): void {
  process.env["NO_COLOR"] = "1";
  delete process.env["FORCE_COLOR"];
}
