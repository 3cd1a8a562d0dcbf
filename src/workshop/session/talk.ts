import { EXIT, type ExitCode } from "../../platform/errors.ts";
import type { Asking, Context, Prompter, Reply } from "../../platform/ports.ts";
import type { Block } from "../../terminal/blocks.ts";
import { interviewText } from "../../terminal/interview-text.ts";
import { clean } from "../../terminal/wrap.ts";
import type { HowEnded } from "../state.ts";
import { Sight } from "./scroll-reminder.ts";

interface Saying {
  readonly apart?: boolean;
  /** What should be in sight together with the next prompt. */
  readonly reminder?: readonly Block[];
  /** Whether the blocks show in full what the reminder says. */
  readonly inFull?: boolean;
}

const HINT = "Type ? for help, or q to stop.";

/** The conversation with whoever sits at the keyboard: blocks are printed, lines come back. */
export class Talk {
  readonly context: Context;
  private readonly prompter: Prompter;
  private readonly sight = new Sight();
  /** Whether what is typed to a secret stays hidden. */
  readonly masks: boolean;
  /** When the file was last saved, such as `10:42`. */
  saved: string | undefined;

  private constructor(context: Context, prompter: Prompter) {
    this.context = context;
    this.prompter = prompter;
    this.masks = prompter.masks === true;
  }

  static async open(context: Context, { plain }: { readonly plain: boolean }): Promise<Talk> {
    const { color } = context;
    return new Talk(context, await context.openPrompter({ plain, color: color && !plain }));
  }

  /** A remark stands right below the line it answers; anything longer, or what is new, starts apart. */
  say(
    blocks: readonly Block[],
    { apart = false, reminder = [], inFull = false }: Saying = {},
  ): void {
    const [first] = blocks;
    if (first === undefined) return;
    const { stdout, window, color } = this.context;
    const { columns, rows } = window();
    const page = { columns, saved: this.saved, tables: this.masks, bold: this.masks && color };
    const shown = {
      text: interviewText(blocks, page),
      reminder: interviewText(reminder, page),
      inFull,
    };
    const text = this.sight.show(shown, rows);
    const remark = blocks.length === 1 && first.kind === "text" && !apart;
    stdout.write(remark ? `${text}\n` : `\n${text}\n`);
  }

  ask(prompt: string, typing?: Asking["typing"]): Promise<Reply> {
    this.sight.asked();
    // Names of groups come from a file, which could carry codes that a terminal obeys.
    return this.prompter.line(clean(prompt).replaceAll("\n", " "), { typing, hint: HINT });
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
