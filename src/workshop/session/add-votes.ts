import { groupsOf } from "../../assessment/assessment.ts";
import type { AssessmentFile } from "../../assessment/schema.ts";
import { addVoices } from "../../assessment/voices.ts";
import { type AssessmentWriter, savedText, withAssessment } from "../../files/assessment-file.ts";
import { readAssessment } from "../../files/load-assessment.ts";
import { isPlain } from "../../files/plain-mode.ts";
import { EXIT, type ExitCode, UserError } from "../../platform/errors.ts";
import type { Context } from "../../platform/ports.ts";
import { type Block, heading, lines, paragraph } from "../../terminal/blocks.ts";
import { Conversation, endingOf } from "../../terminal/conversation.ts";
import { fold, readAnywhere, tidy } from "../../terminal/typed-line.ts";
import { textHash } from "../../util/content-hash.ts";
import { counted } from "../../util/words.ts";
import { type CountedBatch, countSlips, type SheetSlip } from "../../voices/counts.ts";
import { possibleSheets, type QuestionSheet, readSlipOf, slipWords } from "../../voices/slip.ts";
import { EditableYaml } from "../../yaml/edit/editable-yaml.ts";
import { clockAt } from "../dates.ts";
import { type AddingVotes, readVotes, type VotesTarget } from "./read-votes.ts";

/** Adds what people answered elsewhere; all that could not be read is told, and then nothing is saved. */
export async function addVotes(
  context: Context,
  path: string,
  options: AddingVotes,
): Promise<ExitCode> {
  return withAssessment(context, path, async (writer) => {
    const text = await writer.read();
    const loaded = await readAssessment(context, path, text);
    const salt = textHash(path, clockAt(context.now()).instant).slice(0, 16);
    const target = { context, loaded, options, salt };
    if (options.inputs === undefined) return new Typing(target, writer).run();
    const read = await readAll(target, options.inputs, text);
    if (read === undefined) return EXIT.problems;
    const { added, changed, remember } = read;
    if (added === 0) {
      context.stdout.write("Nothing is new. Nothing was changed.\n");
      return EXIT.done;
    }
    if (!(await isConfirmed(target))) return EXIT.done;
    const saved = savedText(context, await writer.save(changed));
    for (const each of remember) await each();
    context.stdout.write(`Added: ${counted(added, "person", "people")}.\n${saved}`);
    return EXIT.done;
  });
}

/** What one file after the other would add, each beside what those before it do. */
class Pile {
  target: VotesTarget;
  /** The assessment with all of it, as sound as it was. */
  changed: string;
  added = 0;
  isWhole = true;
  readonly remember: (() => Promise<void>)[] = [];

  constructor(target: VotesTarget, text: string) {
    this.target = target;
    this.changed = text;
  }

  /** Its preview. */
  async take(input: string): Promise<string> {
    const votes = await readVotes(this.target, input);
    if ("exitCode" in votes) {
      this.isWhole = false;
      return "";
    }
    if (votes.remember !== undefined) this.remember.push(votes.remember);
    const added = votes.batches.reduce((sum, each) => sum + each.added, 0);
    if (added > 0) await this.add(votes.batches);
    this.added += added;
    return votes.preview;
  }

  private async add(batches: readonly CountedBatch[]): Promise<void> {
    const { context, loaded } = this.target;
    this.changed = textWith(this.target, { text: this.changed, batches });
    const changed = await readAssessment(context, loaded.path, this.changed);
    this.target = { ...this.target, loaded: changed };
  }
}

/** Reads all files and says what each would add; undefined where any could not be read. */
async function readAll(
  target: VotesTarget,
  inputs: readonly string[],
  text: string,
): Promise<Pile | undefined> {
  const pile = new Pile(target, text);
  const { stdout } = target.context;
  const isOne = inputs.length === 1;
  for (const input of inputs) {
    const preview = await pile.take(input);
    stdout.write(isOne || !pile.isWhole ? preview : `${input}: ${preview || NOTHING_TO_ADD}`);
  }
  if (!isOne && pile.isWhole && pile.added > 0)
    stdout.write(`${counted(pile.added, "person", "people")} to add in all.\n`);
  return pile.isWhole ? pile : undefined;
}

const NOTHING_TO_ADD = "nothing to add.\n";

async function isConfirmed({ context, options }: VotesTarget): Promise<boolean> {
  if (options.preview) {
    context.stdout.write("This was a preview. Nothing was saved.\n");
    return false;
  }
  if (options.yes) return true;
  if (!context.interactive && options.plain !== true)
    throw new UserError("Nothing was saved: nobody is there to say yes.", {
      hint: "Look at the preview above, and add --yes.",
      exitCode: EXIT.wrongUse,
    });
  const talk = await openTalk(context, options.plain);
  try {
    const chosen = await talk.choose({
      prompt: "Add them? y yes . n no: ",
      words: { yes: ["y", "yes"], no: ["n", "no", "q", "quit"] },
      otherwise: "Type y to add them, or n to leave the file as it is.",
    });
    if (chosen === "yes") return true;
    talk.say([paragraph("Nothing was saved.")]);
    return false;
  } finally {
    talk.close();
  }
}

export async function openTalk(
  context: Context,
  plain: boolean | undefined,
): Promise<Conversation> {
  return Conversation.open(context, {
    plain: await isPlain(context, plain),
    hint: "Type ? for help, or q to stop.",
    nothingDone: "Nothing was saved.",
  });
}

interface Saving {
  readonly text: string;
  readonly batches: readonly CountedBatch[];
}

function textWith({ context, loaded, salt }: VotesTarget, { text, batches }: Saving): string {
  const yaml = EditableYaml.read(text);
  const on = context.now().toISOString().slice(0, 10);
  const { rubrics } = loaded.assessment;
  const file = batches
    .filter(({ added }) => added > 0)
    .reduce(
      (before, { batch }) => addVoices(before, batch, { rubrics, on, salt }),
      yaml.value as AssessmentFile,
    );
  return yaml.holding(file).text;
}

/** Slips that are typed one by one from paper. Each is saved as soon as it counts, so that no stop loses any. */
class Typing {
  private readonly target: VotesTarget;
  private readonly writer: AssessmentWriter;
  /** The file before each slip that was typed, for undo. */
  private readonly before: string[] = [];
  private text: string;

  constructor(target: VotesTarget, writer: AssessmentWriter) {
    this.target = target;
    this.writer = writer;
    this.text = target.loaded.text;
  }

  async run(): Promise<ExitCode> {
    const { context, loaded, options } = this.target;
    const { rubrics, people } = loaded.assessment;
    const sheets = possibleSheets(rubrics, groupsOf(people));
    const talk = await openTalk(context, options.plain);
    try {
      talk.say(howToType(sheets), { apart: true });
      for (;;) {
        const reply = await talk.line(`Slip ${this.before.length + 1}: `);
        if (reply.kind !== "line") return this.ended(talk, endingOf(reply).exitCode);
        if (readAnywhere(reply.text, false) === "quit") return this.ended(talk, EXIT.done);
        await this.hear(talk, sheets, reply.text);
      }
    } finally {
      talk.close();
    }
  }

  private async hear(
    talk: Conversation,
    sheets: readonly QuestionSheet[],
    line: string,
  ): Promise<void> {
    const typed = fold(line);
    if (typed === "") return;
    if (readAnywhere(line, false) === "help") talk.say(howToType(sheets));
    else if (typed === "undo" || typed === "z") await this.undo(talk);
    else await this.take(talk, readSlipOf(sheets, tidy(line)));
  }

  private async take(
    talk: Conversation,
    read: SheetSlip | { readonly problem: string },
  ): Promise<void> {
    if ("problem" in read) {
      talk.say([paragraph(read.problem)]);
      return;
    }
    talk.say(readBack(read));
    const chosen = await talk.choose({
      prompt: "Enter to count it . n to type it again: ",
      words: { count: ["", "y", "yes"], again: ["n", "no", "q"] },
      otherwise: "Press Enter to count this slip, or type n to leave it out.",
    });
    if (chosen !== "count") {
      talk.say([paragraph("This slip is left out.")]);
      return;
    }
    await this.count(talk, read);
  }

  private async count(talk: Conversation, read: SheetSlip): Promise<void> {
    const from = this.target.options.from ?? (read.slip.id === undefined ? "sheets" : "form");
    const { voices = [] } = EditableYaml.read(this.text).value as AssessmentFile;
    const known = voices.find((voice) => voice.from === from);
    // What is typed has no file to be known by: a slip without an id counts each time.
    const { id } = read.slip;
    const found = countSlips([read], { from, known, salt: this.target.salt, source: "" });
    if (found.added === 0 && id !== undefined) {
      talk.say([paragraph("This form was added before. It is not counted again.")]);
      return;
    }
    const plain = { ...found, batch: { ...found.batch, file: undefined } };
    const changed = textWith(this.target, { text: this.text, batches: [plain] });
    await readAssessment(this.target.context, this.writer.path, changed);
    await this.put(changed);
    this.before.push(this.text);
    this.text = changed;
  }

  private async undo(talk: Conversation): Promise<void> {
    const last = this.before.pop();
    if (last === undefined) {
      talk.say([paragraph("There is no slip to take back.")]);
      return;
    }
    await this.put(last);
    this.text = last;
    talk.say([paragraph(`Slip ${this.before.length + 1} is taken back. Type it again.`)]);
  }

  private async put(text: string): Promise<void> {
    await this.writer.save(text);
  }

  private ended(talk: Conversation, exitCode: ExitCode): ExitCode {
    const count = this.before.length;
    const said =
      count === 0 ? "Nothing was changed." : `${counted(count, "slip")} added and saved.`;
    talk.say([paragraph(said)]);
    return exitCode;
  }
}

function howToType([sheet]: readonly QuestionSheet[]): Block[] {
  const { groups = [] } = sheet ?? {};
  const [first] = groups;
  return [
    heading(1, "Votes from paper"),
    paragraph(
      `Type one slip a line: the group, then its answers in the order of the sheet, such as ${first?.short ?? "le"} 3 2 u - 4.`,
    ),
    lines(
      ...groups.map(({ short, name }) => `${short}  ${name}`),
      "u  we are not sure",
      "-  rather not say, or a blank",
    ),
    paragraph("Type undo to take the last slip back, or q when you are done."),
  ];
}

/** The slip in words, before it counts. */
function readBack({ sheet, slip }: SheetSlip): Block[] {
  const { group, answers } = slipWords(sheet, slip);
  const said = answers.map(({ asks, said: answer }, at) => `${at + 1}. ${answer}. ${asks}`);
  return [paragraph(`${group}:`), lines(...said)];
}
