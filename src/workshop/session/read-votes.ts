import { resolve } from "node:path";
import { groupsOf } from "../../assessment/assessment.ts";
import type { VoiceSource } from "../../assessment/schema.ts";
import { kindOnDisk } from "../../files/declared-kind.ts";
import { displayPath } from "../../files/display-path.ts";
import type { LoadedAssessment } from "../../files/load-assessment.ts";
import { EXIT, type ExitCode, UserError } from "../../platform/errors.ts";
import type { Context } from "../../platform/ports.ts";
import { counted, listOf } from "../../util/words.ts";
import {
  type CountedBatch,
  countSlips,
  countTally,
  isNoLine,
  type LineProblem,
  readTally,
  type SheetSlip,
} from "../../voices/counts.ts";
import { isFormPage, readFormPage } from "../../voices/form-page.ts";
import { possibleSheets, type QuestionSheet, readSlipOf } from "../../voices/slip.ts";
import { readSurvey } from "../../voices/survey.ts";
import { commandArgument } from "../screens/closing.ts";
import {
  cellWords,
  columnFaults,
  readTable,
  rememberColumns,
  savedMapping,
  settleColumns,
  surveyWords,
} from "./survey-columns.ts";

export interface AddingVotes {
  /** Files, or `-` for standard input; undefined where slips are typed. */
  readonly inputs: readonly string[] | undefined;
  readonly tally: boolean;
  /** The group of all rows that name none. */
  readonly group: string | undefined;
  readonly from: VoiceSource | undefined;
  /** Tells a survey from another with rows of the same numbers. */
  readonly name: string;
  readonly preview: boolean;
  readonly yes: boolean;
  readonly plain: boolean | undefined;
}

/** An assessment to which votes are being added. */
export interface VotesTarget {
  readonly context: Context;
  readonly loaded: LoadedAssessment;
  readonly options: AddingVotes;
  readonly salt: string;
}

/** What a file or a pipe holds, counted; or that it could not be read, which was told. */
export type ReadVotes = { readonly exitCode: ExitCode } | CountedVotes;

interface CountedVotes {
  readonly batches: readonly CountedBatch[];
  readonly preview: string;
  /** Keeps what was asked about the columns, for the next time. */
  readonly remember?: () => Promise<void>;
}

/** Reads slips, a tally, a form or a survey, by what it is. */
export async function readVotes(target: VotesTarget, input: string): Promise<ReadVotes> {
  const { context, options } = target;
  if (input !== "-" && SURVEY.test(input)) return survey(target, input);
  const text = input === "-" ? await context.readStdin() : await readText(target, input);
  const name = input === "-" ? "the input" : displayPath(context, resolve(context.cwd, input));
  if ((await kindOnDisk(text)) === "assessment") throw wholeAssessment(target, name);
  if (isFormPage(text)) return savedPage(target, name, text);
  const lines = text.split(/\r\n|\r|\n/u);
  return options.tally ? tallied(target, name, lines) : slips(target, name, lines);
}

/** The answers of another room: its votes stand beside an answer, a note and a day of their own. */
function wholeAssessment({ context, loaded }: VotesTarget, name: string): UserError {
  const ours = commandArgument(displayPath(context, loaded.path));
  return new UserError(`${name} is an assessment, and no slips. Nothing was saved.`, {
    hint: `To put the two together: coprod merge ${ours} ${commandArgument(name)}`,
    exitCode: EXIT.wrongUse,
  });
}

const SURVEY = /\.(?:csv|tsv|xlsx|xlsm|xls|ods|json)$/iu;

function savedPage(target: VotesTarget, name: string, text: string): ReadVotes {
  const read = readFormPage(sheetsOf(target), text);
  if (!("problem" in read)) return countsOf(target, "form", [read]);
  target.context.stderr.write(`${name}: ${read.problem} Nothing was saved.\n`);
  return { exitCode: EXIT.problems };
}

/** A pile of paper as text is far smaller. */
const MOST_BYTES = 50 * 1024 * 1024;

async function readText({ context }: VotesTarget, input: string): Promise<string> {
  return context.files.read(resolve(context.cwd, input), MOST_BYTES);
}

function sheetsOf({ loaded }: VotesTarget) {
  const { rubrics, people } = loaded.assessment;
  return possibleSheets(rubrics, groupsOf(people));
}

function slips(target: VotesTarget, name: string, lines: readonly string[]): ReadVotes {
  const sheets = sheetsOf(target);
  const found: SheetSlip[] = [];
  const problems: LineProblem[] = [];
  for (const [at, line] of lines.entries()) {
    if (isNoLine(line)) continue;
    const read = readSlipOf(sheets, line);
    if ("problem" in read) problems.push({ line: at + 1, problem: read.problem });
    else found.push(read);
  }
  if (problems.length > 0) return refused(target, name, problems);
  return countsOf(target, "sheets", found);
}

function tallied(target: VotesTarget, name: string, lines: readonly string[]): ReadVotes {
  const [sheet] = sheetsOf(target);
  const read = sheet === undefined ? { problems: [] } : readTally(sheet, lines);
  if ("problems" in read) return refused(target, name, read.problems);
  const from = target.options.from ?? "room";
  const batch = countTally(read.counts, countingOf(target, from));
  return { batches: [batch], preview: previewOf(target, [batch]) };
}

function countingOf({ loaded, options, salt }: VotesTarget, from: VoiceSource) {
  const known = loaded.assessment.voices.find((voice) => voice.from === from);
  return { from, known, salt, source: options.name };
}

/** The slips by how they came in: one with an id of its own came from a form. */
function countsOf(
  target: VotesTarget,
  usual: VoiceSource,
  found: readonly SheetSlip[],
): CountedVotes {
  const sourceOf = ({ slip }: SheetSlip) =>
    target.options.from ?? (usual === "sheets" && slip.id !== undefined ? "form" : usual);
  const sources = [...new Set(found.map(sourceOf))];
  const batches = sources.map((from) =>
    countSlips(
      found.filter((each) => sourceOf(each) === from),
      countingOf(target, from),
    ),
  );
  return { batches, preview: previewOf(target, batches) };
}

/** Tells every line that could not be read. */
function refused(
  { context }: VotesTarget,
  name: string,
  problems: readonly LineProblem[],
): ReadVotes {
  const said = problems.map(({ line, problem }) => `  Line ${line}: ${problem}\n`);
  context.stderr.write(
    `${name} has ${counted(problems.length, "line")} that could not be read. Nothing was saved.\n${said.join("")}`,
  );
  return { exitCode: EXIT.problems };
}

function previewOf({ loaded }: VotesTarget, batches: readonly CountedBatch[]): string {
  const added = sumOf(batches.map((each) => each.added));
  const before = sumOf(batches.map((each) => each.before));
  const groups = groupsOf(loaded.assessment.people).flatMap(({ group, name }) => {
    const count = sumOf(batches.map(({ batch }) => batch.people[group] ?? 0));
    return count === 0 ? [] : [`  ${name}: ${count}\n`];
  });
  const questions = new Set(batches.flatMap(({ batch }) => [...batch.votes.keys()]));
  const old =
    before === 0
      ? ""
      : `${counted(before, "person", "people")} added before, and left out.\n${otherPeople(batches)}`;
  if (added === 0) return old;
  return `${counted(added, "person", "people")} to add, with votes on ${counted(questions.size, "question")}:\n${groups.join("")}${old}`;
}

/** A form has a number of its own; rows of two files can be alike and be of other people. */
function otherPeople(batches: readonly CountedBatch[]): string {
  const isForm = ({ before, batch }: CountedBatch) => before === 0 || batch.from === "form";
  if (batches.every(isForm)) return "";
  return 'Are these other people? Then give the file a name of its own, such as  --name "Day centre".\n';
}

async function survey(target: VotesTarget, input: string): Promise<ReadVotes> {
  const { context, options } = target;
  const [sheet] = sheetsOf(target);
  if (sheet === undefined) return { exitCode: EXIT.problems };
  const path = resolve(context.cwd, input);
  const name = displayPath(context, path);
  const group = groupGiven(sheet, options.group);
  const asking = { context, sheet, hasGroup: group !== undefined, plain: options.plain };
  const saved = await savedMapping(context, path);
  const { heads, rows, settled } = await readTable(context, path, (found) =>
    settleColumns(asking, found, saved),
  );
  const faults = columnFaults(settled, heads, asking.hasGroup);
  const { mapping, columns } = settled;
  const progress = (count: number) => {
    if (count % 2_000 === 0) context.progress.write(`${name}: ${count} of ${rows.length} rows`);
  };
  const nothing = { slips: [], problems: [], blank: 0 };
  const read =
    faults.length > 0 ? nothing : readSurvey(rows, { sheet, columns, mapping, group, progress });
  context.progress.write("");
  const said = [...faults, ...read.problems.map((each) => cellWords(each, heads))];
  if (said.length > 0) {
    context.stderr.write(
      `${name} could not be read whole. Nothing was saved.\n${said.map((each) => `  ${each}\n`).join("")}`,
    );
    return { exitCode: EXIT.problems };
  }
  const found = countsOf(
    target,
    "survey",
    read.slips.map((slip) => ({ sheet, slip })),
  );
  const about = surveyWords(settled, { heads, rows: rows.length, blank: read.blank });
  const remember = settled.isNew ? () => rememberColumns(context, path, mapping) : undefined;
  return { ...found, preview: `${about}${found.preview}`, ...(remember && { remember }) };
}

function groupGiven({ groups }: QuestionSheet, given: string | undefined): string | undefined {
  if (given === undefined) return undefined;
  const found = groups.find(({ id, short, name }) => [id, short, name].includes(given));
  if (found !== undefined) return found.id;
  throw new UserError(`There is no group called "${given}".`, {
    hint: `The groups are: ${listOf(groups.map(({ id }) => id))}.`,
    exitCode: EXIT.wrongUse,
  });
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0);
}
