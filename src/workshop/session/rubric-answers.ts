import { basename, parse } from "node:path";
import { isPlain } from "../../files/plain-mode.ts";
import { EXIT, UserError } from "../../platform/errors.ts";
import type { Context } from "../../platform/ports.ts";
import {
  FEWEST_QUESTIONS,
  MOST_QUESTIONS,
  SCAFFOLD_KINDS,
  type ScaffoldContent,
  type ScaffoldKind,
  USUAL_QUESTIONS,
} from "../../rubric/scaffold.ts";
import { choices, heading, paragraph } from "../../terminal/blocks.ts";
import {
  Conversation,
  type Question,
  readShortText,
  type Stopped,
} from "../../terminal/conversation.ts";
import { echo, readNumber, tidy } from "../../terminal/typed-line.ts";

/** What is asked before a rubric is started, each also an option of the same name. */
export type RubricAnswers = Pick<
  ScaffoldContent,
  "title" | "about" | "kind" | "questions" | "source"
>;

export interface AnswerOptions {
  readonly title?: string;
  readonly about?: string;
  readonly kind?: ScaffoldKind;
  readonly questions?: string;
  readonly source?: string;
}

const USUAL = { kind: "questions", questions: USUAL_QUESTIONS, source: "Our own talks" } as const;

/** The answers from the options, and where somebody sits at the keyboard from questions. */
export async function rubricAnswers(
  context: Context,
  { plain, ...options }: AnswerOptions & { readonly plain?: boolean },
): Promise<RubricAnswers | Stopped> {
  const given = readOptions(options);
  const isAll = NAMES.every((name) => given[name] !== undefined);
  if (isAll || (!context.interactive && plain !== true)) return withoutAsking(given);
  const talk = await Conversation.open(context, {
    plain: await isPlain(context, plain),
    hint: HINT,
    nothingDone: "Nothing has been written.",
  });
  try {
    return await askFor(talk, given);
  } finally {
    talk.close();
  }
}

/** The answers from the options alone, as where the rubric is printed. */
export function answersFromOptions(options: AnswerOptions): RubricAnswers {
  return withoutAsking(readOptions(options));
}

/** The options as answers, each held against what a typed answer may be. */
function readOptions({ kind, ...options }: AnswerOptions): Partial<RubricAnswers> {
  return {
    ...read("title", options.title),
    ...read("about", options.about),
    ...(kind === undefined ? {} : { kind }),
    ...read("questions", options.questions),
    ...read("source", options.source),
  };
}

/** The answers where nobody can be asked; what has no usual answer must be given. */
function withoutAsking(given: Partial<RubricAnswers>): RubricAnswers {
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

/** Asks for the answers that are not given. */
async function askFor(
  talk: Conversation,
  given: Partial<RubricAnswers>,
): Promise<RubricAnswers | Stopped> {
  talk.say([
    heading(1, "A rubric of your own"),
    paragraph("A few questions, then coprod writes a file for you to fill in. Nothing is final."),
  ]);
  const answers: Partial<RubricAnswers> = { ...given };
  for (const name of NAMES) {
    if (answers[name] !== undefined) continue;
    const { blocks, ...question } = QUESTIONS[name];
    const help = [...blocks, paragraph(HINT)];
    const answer = await talk.ask<RubricAnswers[typeof name]>({ ...question, blocks, help });
    if ("exitCode" in answer) return answer;
    Object.assign(answers, { [name]: answer.value });
  }
  return answers as RubricAnswers;
}

type RubricQuestion<Value> = Omit<Question<Value>, "help">;

const HINT = "Type q to stop.";

const NAMES = ["title", "about", "kind", "questions", "source"] as const;

const KIND_NAMES: Readonly<Record<ScaffoldKind, string>> = {
  questions: "Questions with levels: how far along are we?",
  checklist: "A checklist: what gets in the way, and what is in place?",
  both: "Both of these",
  statements: "Statements from 1 to 5: how far is this so with us?",
  "yes-no": "Questions for yes or no",
  sum: "Statements from 1 to 5 that are added up to one total",
  unscored: "Open questions in our own words, without a score",
};

const QUESTIONS: { readonly [Name in keyof RubricAnswers]: RubricQuestion<RubricAnswers[Name]> } = {
  title: {
    blocks: [paragraph("What is it called? For example: How we decide.")],
    prompt: "Title: ",
    read: (typed) => readText(typed, undefined),
  },
  about: {
    blocks: [paragraph("What does it ask about? One or two short sentences.")],
    prompt: "About: ",
    read: (typed) => readText(typed, undefined),
  },
  kind: {
    blocks: [
      paragraph("What kind of instrument is it? Press Enter for 1."),
      choices(SCAFFOLD_KINDS.map((kind, at) => ({ mark: String(at + 1), name: KIND_NAMES[kind] }))),
    ],
    prompt: `1 to ${SCAFFOLD_KINDS.length}: `,
    read(typed) {
      const kind = typed === "" ? USUAL.kind : SCAFFOLD_KINDS[(readNumber(typed) ?? 0) - 1];
      return kind === undefined
        ? {
            problem: `${echo(typed)} is not one of the choices. Type a number from 1 to ${SCAFFOLD_KINDS.length}.`,
          }
        : { value: kind };
    },
  },
  questions: {
    blocks: [
      paragraph(
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
      paragraph(
        `Where do the questions come from? For example the title of a report. Press Enter for: ${USUAL.source}.`,
      ),
    ],
    prompt: "Source: ",
    read: (typed) => readText(typed, USUAL.source),
  },
};

function readText(typed: string, usual: string | undefined): ReturnType<Question<string>["read"]> {
  const line = readShortText(typed.replace(/\s+/gu, " ").trim());
  if ("problem" in line) return line;
  const value = line.value === "" ? usual : line.value;
  return value === undefined
    ? { problem: "Nothing is typed yet. A few words will do; they can change later." }
    : { value };
}

/** An option's text, read as the answer to its question. */
function read(
  name: "title" | "about" | "questions" | "source",
  given: string | undefined,
): Partial<RubricAnswers> {
  if (given === undefined) return {};
  const typed = tidy(given).trim();
  const understood =
    typed === "" ? { problem: "There is nothing in it." } : QUESTIONS[name].read(typed);
  if ("value" in understood) return { [name]: understood.value };
  throw new UserError(`--${name}: ${understood.problem}`, { exitCode: EXIT.wrongUse });
}

/** What there is to do with a new rubric; `copied` is the schema that was put beside it. */
export function afterScaffold(name: string, copied: string | undefined): string {
  const schema =
    copied === undefined ? [] : [`${copied} is beside it: editors read the fields from it.`];
  return [
    `Your rubric is in ${name}. Each TODO in it is a text for you to write.`,
    ...schema,
    "What to do next:",
    `  coprod lint ${name}`,
    "      names what is still to be written, line by line",
    `  coprod rubric show ${name} --preview`,
    "      shows each question as people will see it, and how long it takes to read aloud",
    "",
  ].join("\n");
}

/** An id from the file's name, and not one that a rubric of coprod already has. */
export function idFrom(path: string, taken: readonly string[]): string {
  const slug = parse(basename(path))
    .name.normalize("NFKD")
    .toLowerCase()
    .replace(/['’]|\p{M}/gu, "")
    .replace(/[^a-z0-9]+/gu, "-")
    .replace(/^(?:\d*-)+|^\d+|-+$/gu, "");
  if (!/^[a-z]/u.test(slug)) return "ours";
  return taken.includes(slug) ? `our-${slug}` : slug;
}
