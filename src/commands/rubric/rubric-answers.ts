import { EXIT, UserError } from "../../platform/errors.ts";
import {
  FEWEST_QUESTIONS,
  MOST_QUESTIONS,
  type ScaffoldKind,
  type ScaffoldWishes,
} from "../../rubric/scaffold.ts";
import { choices, heading, text } from "../../terminal/blocks.ts";
import { echo, readNumber, tidy } from "../../workshop/parse-input.ts";
import { KINDS } from "./choices.ts";
import { ask, type Conversation, type Question, type Stopped, say } from "./conversation.ts";

/** What is asked before a rubric is started, each also an option of the same name. */
export type Wishes = Pick<ScaffoldWishes, "title" | "about" | "kind" | "questions" | "source">;

export interface WishOptions {
  readonly title?: string;
  readonly about?: string;
  readonly kind?: ScaffoldKind;
  readonly questions?: string;
  readonly source?: string;
}

const USUAL = { kind: "questions", questions: FEWEST_QUESTIONS, source: "Our own talks" } as const;

const LONGEST_LINE = 200;

/** The options as wishes, each held against what a typed answer may be. */
export function givenWishes({ kind, ...options }: WishOptions): Partial<Wishes> {
  return {
    ...read("title", options.title),
    ...read("about", options.about),
    ...(kind === undefined ? {} : { kind }),
    ...read("questions", options.questions),
    ...read("source", options.source),
  };
}

/** The wishes where nobody can be asked; what has no usual answer must be given. */
export function wishesWithoutAsking(given: Partial<Wishes>): Wishes {
  const { title, about } = given;
  if (title !== undefined && about !== undefined) return { ...USUAL, ...given, title, about };
  const missing = [
    ...(title === undefined ? ["--title"] : []),
    ...(about === undefined ? ["--about"] : []),
  ];
  throw new UserError(`Nobody can be asked here. Missing: ${missing.join(" and ")}.`, {
    hint: 'Give the answers as options: --title "How we decide" --about "Who decides what here." There are also --kind, --questions and --source. To be asked one line at a time, use --plain.',
    exitCode: EXIT.wrongUse,
  });
}

/** Asks for the wishes that are not given. */
export async function askWishes(
  conversation: Conversation,
  given: Partial<Wishes>,
): Promise<Wishes | Stopped> {
  say(conversation, [
    heading("A rubric of your own"),
    text("A few questions, then coprod writes a file for you to fill in. Nothing is final."),
  ]);
  const wishes: Partial<Wishes> = { ...given };
  for (const name of NAMES) {
    if (wishes[name] !== undefined) continue;
    const answer = await ask<Wishes[typeof name]>(conversation, QUESTIONS[name]);
    if ("kind" in answer) return answer;
    Object.assign(wishes, { [name]: answer.value });
  }
  return wishes as Wishes;
}

const NAMES = ["title", "about", "kind", "questions", "source"] as const;

const QUESTIONS: { readonly [Name in keyof Wishes]: Question<Wishes[Name]> } = {
  title: {
    blocks: [text("What is it called? For example: How we decide.")],
    prompt: "Title: ",
    read: (typed) => readText(typed, undefined),
  },
  about: {
    blocks: [text("What does it ask about? One or two short sentences.")],
    prompt: "About: ",
    read: (typed) => readText(typed, undefined),
  },
  kind: {
    blocks: [
      text("What kind of questions? Press Enter for 1."),
      choices([
        { mark: "1", name: "Questions with levels: how far along are we?" },
        { mark: "2", name: "A checklist: what gets in the way, and what is in place?" },
        { mark: "3", name: "Both" },
      ]),
    ],
    prompt: "1, 2 or 3: ",
    read(typed) {
      const kind = typed === "" ? USUAL.kind : KINDS[(readNumber(typed) ?? 0) - 1];
      return kind === undefined
        ? { problem: `${echo(typed)} is not one of the choices. Type 1, 2 or 3.` }
        : { value: kind };
    },
  },
  questions: {
    blocks: [
      text(
        `How many questions to start with, in each part? From ${FEWEST_QUESTIONS} to ${MOST_QUESTIONS}. Press Enter for ${USUAL.questions}.`,
      ),
    ],
    prompt: "Questions: ",
    read(typed) {
      const number = typed === "" ? USUAL.questions : readNumber(typed);
      const fits = number !== undefined && number >= FEWEST_QUESTIONS && number <= MOST_QUESTIONS;
      return fits
        ? { value: number }
        : {
            problem: `${echo(typed)} does not fit. Type a number from ${FEWEST_QUESTIONS} to ${MOST_QUESTIONS}.`,
          };
    },
  },
  source: {
    blocks: [
      text(
        `Where do the questions come from? For example the title of a report. Press Enter for: ${USUAL.source}.`,
      ),
    ],
    prompt: "Source: ",
    read: (typed) => readText(typed, USUAL.source),
  },
};

function readText(typed: string, usual: string | undefined): ReturnType<Question<string>["read"]> {
  const line = typed.replace(/\s+/gu, " ").trim();
  if (line.length > LONGEST_LINE) return { problem: "That is too long. Use at most 200 signs." };
  const value = line === "" ? usual : line;
  return value === undefined
    ? { problem: "Nothing is typed yet. A few words will do; they can change later." }
    : { value };
}

/** An option's text, read as the answer to its question. */
function read(
  name: "title" | "about" | "questions" | "source",
  given: string | undefined,
): Partial<Wishes> {
  if (given === undefined) return {};
  const typed = tidy(given).trim();
  const understood =
    typed === "" ? { problem: "There is nothing in it." } : QUESTIONS[name].read(typed);
  if ("value" in understood) return { [name]: understood.value };
  throw new UserError(`--${name}: ${understood.problem}`, { exitCode: EXIT.wrongUse });
}
