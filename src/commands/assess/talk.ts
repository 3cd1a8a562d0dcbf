import type { Asking, Context, Prompter, Reply } from "../../context.ts";
import { EXIT, type ExitCode } from "../../errors.ts";
import type { Block } from "../../interview/block.ts";
import type { HowEnded } from "../../interview/state.ts";
import { interviewText } from "../../report/interview-text.ts";

interface Saying {
  readonly apart?: boolean;
  /** Said again after what does not fit into the window. */
  readonly reminder?: readonly Block[];
}

/** The prompt, the hint below it, and the word above that it is saved. */
const ROWS_TO_ASK = 3;

const HINT = "Type ? for help, or q to stop.";

/** The conversation with whoever sits at the keyboard: blocks are printed, lines come back. */
export class Talk {
  readonly context: Context;
  private readonly prompter: Prompter;
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
  say(blocks: readonly Block[], { apart = false, reminder = [] }: Saying = {}): void {
    const [first] = blocks;
    if (first === undefined) return;
    const { stdout, window, color } = this.context;
    const { columns, rows } = window();
    const page = { columns, saved: this.saved, tables: this.masks, bold: this.masks && color };
    const whole = interviewText(blocks, page);
    const fits = whole.split("\n").length + ROWS_TO_ASK <= rows;
    const text = fits ? whole : [whole, interviewText(reminder, page)].join("\n\n").trimEnd();
    const remark = blocks.length === 1 && first.kind === "text" && !apart;
    stdout.write(remark ? `${text}\n` : `\n${text}\n`);
  }

  ask(prompt: string, typing?: Asking["typing"]): Promise<Reply> {
    return this.prompter.line(prompt, { typing, hint: HINT });
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
