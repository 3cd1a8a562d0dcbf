import { type Block, type Choice, choices, paragraph } from "../terminal/blocks.ts";
import { ANYWHERE } from "../terminal/typed-line.ts";

export type CommandId =
  | "unsure"
  | "skip"
  | "not-applicable"
  | "differ"
  | "votes"
  | "write"
  | "evidence"
  | "action"
  | "talk"
  | "read"
  | "back"
  | "go"
  | "list"
  | "clear"
  | "quit"
  | "help";

interface CommandWords {
  readonly id: CommandId;
  readonly short: string;
  /** The first one is the word the help shows. */
  readonly words: readonly string[];
  readonly means: string;
}

/** Everything that can be typed besides a level, in the order the help lists it. */
export const COMMANDS: readonly CommandWords[] = [
  {
    id: "unsure",
    short: "u",
    words: ["unsure", "not sure", "we are not sure", "don't know", "dont know"],
    means: "we are not sure",
  },
  {
    id: "differ",
    short: "d",
    words: ["differ", "we differ", "we do not agree", "disagree"],
    means: "we do not agree",
  },
  {
    id: "not-applicable",
    short: "n",
    words: ["not applicable", "n/a", "na", "not for us", "does not apply"],
    means: "this does not apply to us",
  },
  { id: "skip", short: "s", words: ["skip", "later"], means: "skip, come back later" },
  { id: "votes", short: "v", words: ["votes", "vote"], means: "type in votes" },
  { id: "write", short: "w", words: ["write", "note"], means: "write a note" },
  { id: "evidence", short: "e", words: ["evidence", "proof"], means: "list what we could show" },
  { id: "action", short: "a", words: ["action"], means: "add an action" },
  { id: "talk", short: "t", words: ["talk", "talking points"], means: "talking points" },
  { id: "read", short: "r", words: ["read", "read again"], means: "read the question again" },
  { id: "back", short: "b", words: ["back", "undo"], means: "back one question" },
  { id: "go", short: "g", words: ["go", "go to", "goto"], means: "go to a question" },
  { id: "list", short: "l", words: ["list"], means: "list: what is left" },
  { id: "clear", short: "x", words: ["clear"], means: "clear this answer" },
  { id: "quit", short: "q", words: ANYWHERE.quit.slice(1), means: "stop for now (all saved)" },
  { id: "help", short: "?", words: ANYWHERE.help.slice(1), means: "all choices" },
];

/** Help for a place where these commands work. */
export function commandHelp(first: readonly Choice[], ids: readonly CommandId[]): readonly Block[] {
  const known = COMMANDS.filter(({ id }) => ids.includes(id));
  const rows = known.map(({ short, means }) => ({ mark: short, name: means }));
  return [
    choices([...first, ...rows]),
    paragraph("You can also type the word, like skip or back."),
  ];
}
