import type { Context, Prompter, Reply } from "../../context.ts";
import { EXIT, type ExitCode } from "../../errors.ts";
import type { Block } from "../../interview/block.ts";
import type { HowEnded } from "../../interview/state.ts";
import { interviewText } from "../../report/interview-text.ts";

/** The conversation with whoever sits at the keyboard: blocks are printed, lines come back. */
export class Talk {
  readonly context: Context;
  private readonly prompter: Prompter;
  /** When the file was last saved, such as `10:42`. */
  saved: string | undefined;

  constructor(context: Context) {
    this.context = context;
    this.prompter = context.openPrompter();
  }

  /** A remark stands right below the line it answers; anything longer, or what is new, starts apart. */
  say(blocks: readonly Block[], { apart = false }: { readonly apart?: boolean } = {}): void {
    const [first] = blocks;
    if (first === undefined) return;
    const { stdout, columns } = this.context;
    const text = interviewText(blocks, { columns, saved: this.saved });
    const remark = blocks.length === 1 && first.kind === "text" && !apart;
    stdout.write(remark ? `${text}\n` : `\n${text}\n`);
  }

  ask(prompt: string): Promise<Reply> {
    return this.prompter.line(prompt);
  }

  close(): void {
    this.prompter.close();
  }
}

/** How a walk ends when the reply is no line. */
export function endingOf(reply: Exclude<Reply, { kind: "line" }>): {
  readonly how: HowEnded;
  readonly exitCode: ExitCode;
} {
  if (reply.kind === "end") return { how: "input-ended", exitCode: EXIT.done };
  switch (reply.signal) {
    case "SIGINT":
      return { how: "interrupted", exitCode: EXIT.interrupted };
    case "SIGTERM":
      return { how: "terminated", exitCode: EXIT.terminated };
    case "SIGHUP":
      return { how: "closed", exitCode: EXIT.windowClosed };
    default:
      return reply.signal satisfies never;
  }
}
