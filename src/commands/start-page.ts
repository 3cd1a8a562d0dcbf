import { currentAssessments } from "../files/assessment-file.ts";
import { isPlain } from "../files/plain-mode.ts";
import type { Context } from "../platform/ports.ts";
import { choices, heading, paragraph } from "../terminal/blocks.ts";
import { BACK, Conversation, orBack, type Stopped } from "../terminal/conversation.ts";
import { echo, readNumber } from "../terminal/typed-line.ts";

/** What can be chosen, and the words that would have called it. */
interface Way {
  readonly name: string;
  readonly words: readonly string[];
  /** Whether it needs one of the assessments that are there. */
  readonly of?: "assessment";
}

const FRESH: readonly Way[] = [
  { name: "See an example", words: ["demo", "--open"] },
  { name: "Start your own", words: ["assess", "--new"] },
];

/** Asks somebody who typed no word what to do: the words to go on with, or how it was stopped. */
export async function startPage(context: Context): Promise<readonly string[] | Stopped> {
  const names = await currentAssessments(context);
  const talk = await Conversation.open(context, {
    plain: await isPlain(context, undefined),
    hint: "Type ? for help, or q to stop.",
    nothingDone: "Nothing was changed.",
  });
  try {
    return await choose(talk, names);
  } finally {
    talk.close();
  }
}

async function choose(
  talk: Conversation,
  names: readonly string[],
): Promise<readonly string[] | Stopped> {
  for (;;) {
    const chosen = await chooseOnce(talk, names);
    if (chosen !== BACK) return chosen;
  }
}

async function chooseOnce(talk: Conversation, names: readonly string[]) {
  const ways = [...FRESH, ...waysOn(names)];
  talk.say([
    heading(1, "coprod"),
    paragraph("Look honestly, with your team, at how ready your charity is to co-produce."),
    numbered(ways.map(({ name }) => name)),
  ]);
  const way = await pick(talk, "What would you like to do?", { values: ways, isFirst: true });
  if ("exitCode" in way || way.value === BACK) return "exitCode" in way ? way : BACK;
  const { words, of } = way.value;
  const name = of === undefined ? undefined : await whichOf(talk, names);
  if (name === undefined) return words;
  return typeof name === "string" ? [...words, name] : name;
}

/** What can be done with the assessments of this folder. */
function waysOn(names: readonly string[]): readonly Way[] {
  const [only] = names;
  if (only === undefined) return [];
  const which = names.length === 1 ? only : "one of your assessments";
  return [
    { name: `Carry on with ${which}`, words: ["assess"], of: "assessment" },
    { name: `Make the plan from ${which}`, words: ["plan", "--open"], of: "assessment" },
  ];
}

async function whichOf(
  talk: Conversation,
  names: readonly string[],
): Promise<string | typeof BACK | Stopped> {
  const [only] = names;
  if (only !== undefined && names.length === 1) return only;
  talk.say([numbered(names)], { apart: true });
  const chosen = await pick(talk, "Which one?", { values: names, isFirst: false });
  return "exitCode" in chosen ? chosen : chosen.value;
}

function numbered(names: readonly string[]) {
  return choices(names.map((name, at) => ({ mark: String(at + 1), name })));
}

interface Choosing<Value> {
  readonly values: readonly Value[];
  readonly isFirst: boolean;
}

function pick<Value>(talk: Conversation, question: string, { values, isFirst }: Choosing<Value>) {
  const known = `Type a number from 1 to ${values.length}`;
  return talk.ask<Value | typeof BACK>({
    blocks: [paragraph(question)],
    prompt: "Number: ",
    help: [
      paragraph(
        `${known}, then Enter. ${isFirst ? "" : "b goes back, "}q stops. All commands: coprod --help`,
      ),
    ],
    read: orBack(
      (typed) => {
        const value = values[(readNumber(typed) ?? 0) - 1];
        if (value !== undefined) return { value };
        return { problem: `${typed === "" ? "" : `${echo(typed)} is not one of them. `}${known}.` };
      },
      { isFirst },
    ),
  });
}
