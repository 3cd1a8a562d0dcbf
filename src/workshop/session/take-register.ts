import { resolve } from "node:path";
import { numberOf } from "../../assessment/actions.ts";
import { type AssessmentEdit, editText } from "../../assessment/edit.ts";
import { looksLikeName } from "../../assessment/names.ts";
import type { Action } from "../../assessment/schema.ts";
import {
  REGISTER_FIELDS,
  type RegisterKey,
  spokenValue,
} from "../../documents/register/register.ts";
import { MOST_BYTES, savedText, withAssessment } from "../../files/assessment-file.ts";
import { displayPath } from "../../files/display-path.ts";
import { readAssessment } from "../../files/load-assessment.ts";
import { questionsOf } from "../../files/write-register.ts";
import { diagnosticsText } from "../../lint/reporters/diagnostics.ts";
import { EXIT, type ExitCode, UserError } from "../../platform/errors.ts";
import type { Context } from "../../platform/ports.ts";
import { type Block, bullets, list, paragraph } from "../../terminal/blocks.ts";
import { Conversation } from "../../terminal/conversation.ts";
import { pageWidth, toText } from "../../terminal/to-text.ts";
import { ANYWHERE } from "../../terminal/typed-line.ts";
import { counted, listOf } from "../../util/words.ts";
import { EditableYaml } from "../../yaml/edit/editable-yaml.ts";
import { clockAt } from "../dates.ts";
import { type RegisterReading, readRegister } from "./read-register.ts";

interface Taking {
  /** The path of the register, as it was typed. */
  readonly register: string;
  /** Whether it is saved without asking. */
  readonly yes: boolean;
  /** Whether lines are read where no terminal is. */
  readonly plain: boolean;
}

/** Takes in what was changed in a register: shown in words, asked, and saved as any other change. */
export async function takeRegister(
  context: Context,
  path: string,
  { register, yes, plain }: Taking,
): Promise<ExitCode> {
  const name = displayPath(context, resolve(context.cwd, register));
  const bytes = await context.files.readBytes(resolve(context.cwd, register), MOST_BYTES);
  const { readSpreadsheet } = await import("../../documents/spreadsheet/spreadsheet.ts");
  const rows = await readSpreadsheet({ name, bytes });
  return withAssessment(context, path, async (file) => {
    const text = await file.read();
    const { file: value, assessment, warnings, texts } = await readAssessment(context, path, text);
    context.stderr.write(diagnosticsText(warnings, texts, { color: context.color }));
    const { today } = clockAt(context.now());
    const around = { file: value, questions: questionsOf(assessment), today };
    const reading = readRegister(rows, around);
    if (reading.faults.length > 0) throw refused(name, reading.faults);
    const page = changesPage(name, reading, around.questions);
    context.stdout.write(toText(page, pageWidth(context)));
    context.stderr.write(nameWarnings(reading));
    const count = reading.changed.length + reading.added.length;
    if (count === 0) return EXIT.done;
    if (!yes && !(await isWanted(context, { count, plain }))) {
      context.stdout.write("Nothing has been saved.\n");
      return EXIT.done;
    }
    const saved = await file.save(editText(EditableYaml.read(text), editsOf(reading)).text);
    context.stdout.write(savedText(context, saved));
    return EXIT.done;
  });
}

function refused(name: string, faults: readonly string[]): UserError {
  const lines = faults.map((fault) => `  - ${fault}`).join("\n");
  return new UserError(`${name}: this has to be put right first.\n${lines}`, {
    hint: "Nothing has been saved.",
    exitCode: EXIT.problems,
  });
}

function editsOf({ changed, added }: RegisterReading): AssessmentEdit[] {
  const actions = [...changed.map(({ after }) => after), ...added];
  return actions.map((action) => ({ kind: "act", action }));
}

function changesPage(
  name: string,
  { changed, added, left, clashes, notes }: RegisterReading,
  questions: ReadonlyMap<string, string>,
): Block[] {
  const count = changed.length + added.length;
  const said = (key: RegisterKey, action: Action) => spokenIn(key, action, questions);
  const changes = changed.map(({ before, after, fields }) => ({
    name: numberOf(before.id),
    text: before.do,
    details: fields.map((key) => `${nameOf(key)}: ${said(key, after)} (was: ${said(key, before)})`),
  }));
  const additions = added.map((action) => ({
    name: numberOf(action.id),
    text: action.do,
    details: REGISTER_FIELDS.filter(
      ({ key }) => !["id", "do"].includes(key) && action[key] !== undefined,
    ).map(({ key }) => `${nameOf(key)}: ${said(key, action)}`),
  }));
  return [
    ...(count === 0 ? [paragraph(`Nothing in ${name} has changed.`)] : []),
    ...list("Changed:", changes),
    ...list("New:", additions),
    ...bullets("Changed on both sides. The assessment stays as it is:", clashes),
    ...notes.map(paragraph),
    ...(left.length === 0 ? [] : [paragraph(leftText(left))]),
  ];
}

function nameOf(wanted: RegisterKey): string {
  return REGISTER_FIELDS.find(({ key }) => key === wanted)?.name ?? wanted;
}

function spokenIn(
  key: RegisterKey,
  action: Action,
  questions: ReadonlyMap<string, string>,
): string {
  const value = spokenValue(key, action[key]) ?? "nothing";
  return key === "for" ? (questions.get(value) ?? value) : value;
}

const MOST_NAMED = 10;

/** To take a row out of a register is no way to drop an action: nobody would know why. */
function leftText(left: readonly Action[]): string {
  const numbers = left.slice(0, MOST_NAMED).map(({ id }) => numberOf(id));
  const more = left.length > MOST_NAMED ? [`${left.length - MOST_NAMED} more`] : [];
  const [subject, verb, them] =
    left.length === 1 ? ["Action", "is", "it"] : ["Actions", "are", "them"];
  return `${subject} ${listOf([...numbers, ...more])} ${verb} not in the register. Nothing happens to ${them}.`;
}

function nameWarnings({ changed, added }: RegisterReading): string {
  const roles = [
    ...changed.filter(({ fields }) => fields.includes("who")).map(({ after }) => after.who),
    ...added.map(({ who }) => who),
  ];
  return [...new Set(roles)]
    .filter((who) => who !== undefined && looksLikeName(who))
    .map((who) => `"${who}" looks like somebody's name. A role is better, such as Chair.\n`)
    .join("");
}

async function isWanted(
  context: Context,
  { count, plain }: { readonly count: number; readonly plain: boolean },
): Promise<boolean> {
  if (!context.interactive && !plain)
    throw new UserError(`Nobody can be asked here whether to save ${counted(count, "change")}.`, {
      hint: "Nothing has been saved. To save what is shown above, add --yes.",
      exitCode: EXIT.wrongUse,
    });
  // What was just shown stays in sight.
  const talk = await Conversation.open(context, {
    plain: true,
    hint: "Type q to stop.",
    nothingDone: "Nothing has been saved.",
  });
  try {
    const chosen = await talk.choose({
      prompt: `Save ${count === 1 ? "it" : `all ${count}`}? y or n: `,
      words: { yes: ["y", "yes"], no: ["n", "no", ...ANYWHERE.quit] },
      otherwise: "Type y to save, or n to leave everything as it is.",
    });
    return chosen === "yes";
  } finally {
    talk.close();
  }
}
