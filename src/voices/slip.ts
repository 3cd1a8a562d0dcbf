import {
  askedParts,
  type Criterion,
  isVotedOn,
  levelMarks,
  levelName,
  type Rubric,
} from "../rubric/rubric.ts";
import { copiesAmong } from "../rubric/same-as.ts";
import { textHash } from "../util/content-hash.ts";
import { counted, listOf } from "../util/words.ts";

// A slip is what one person answered, as one line that is typed from paper or read out over the telephone:
//
//   le 3 2 u - 4 1 KTRB #7f3k
//
// The group's short name, an answer to each question of the sheet in its order (its figure on the sheet, u for "we are not
// sure", - for "rather not say" and for a blank), and, where there is one, the sheet's code and the slip's own id.

/** A group as sheets and slips call it. */
export interface SheetGroup {
  readonly id: string;
  /** Two letters or so, derived from the id: `le` for `lived-experience`. */
  readonly short: string;
  readonly name: string;
}

/** What a sheet, a form or a survey asks, and of whom. */
export interface QuestionSheet {
  readonly questions: readonly Criterion[];
  readonly groups: readonly SheetGroup[];
  /** Four letters that stand for these questions as they are now worded, so that those of another sheet are noticed. */
  readonly code: string;
}

/** Index of a level, or that people are not sure, or nothing. */
export type SlipAnswer = number | "unsure" | "blank";

export interface Slip {
  /** The group's id. */
  readonly group: string;
  /** One for each question of the sheet. */
  readonly answers: readonly SlipAnswer[];
  /** Given by a form, so that the same answers are never counted twice. */
  readonly id?: string | undefined;
}

export type ReadSlip = { readonly slip: Slip } | { readonly problem: string };

/** What rubrics ask, or only the core of it, in the order in which a room is asked too. */
export function sheetQuestions(
  rubrics: readonly Rubric[],
  { core = false }: { readonly core?: boolean } = {},
): readonly Criterion[] {
  const copies = copiesAmong(rubrics);
  return rubrics.flatMap(({ sections }) =>
    sections.flatMap((section) => {
      const asked = section.criteria.filter(
        (each) => isVotedOn(each) && (each.core || !core) && !copies.has(each.key),
      );
      const { alone, listed } = askedParts(section, asked);
      return [...alone, ...listed];
    }),
  );
}

/** The questions of some rubrics, or only some of them, as they stand on a sheet. */
export function questionSheet(
  rubrics: readonly Rubric[],
  groups: readonly { readonly group: string; readonly name: string }[],
  questions: readonly Criterion[] = sheetQuestions(rubrics),
): QuestionSheet {
  const short = shortNames(groups.map(({ group }) => group));
  return {
    questions,
    groups: groups.map(({ group, name }) => ({
      id: group,
      short: short.get(group) ?? group,
      name,
    })),
    code: checkCode(rubrics, questions),
  };
}

/** No vowel, so that no code is a word, and no u, which is an answer. */
const CODE_LETTERS = "BCDFGHJKMNPQRSTVWXYZ";
const CODE_LENGTH = 4;
const CODE = new RegExp(`^[${CODE_LETTERS}]{${CODE_LENGTH}}$`, "iu");

function checkCode(rubrics: readonly Rubric[], questions: readonly Criterion[]): string {
  const asked = rubrics.map(({ id, version, hash }) => `${id} ${version} ${hash}`);
  const number = Number.parseInt(
    textHash(...asked, ...questions.map(({ key }) => key)).slice(0, 12),
    16,
  );
  return Array.from({ length: CODE_LENGTH }, (_, place) => {
    const digit = Math.floor(number / CODE_LETTERS.length ** place) % CODE_LETTERS.length;
    return CODE_LETTERS[digit] ?? "";
  }).join("");
}

/** By which a sheet of other questions is noticed. */
export function sheetCode({
  rubrics,
  asked,
}: {
  readonly rubrics: readonly Rubric[];
  readonly asked: QuestionSheet;
}): string {
  const named = rubrics.map(
    ({ id, version, hash }) => `${id} ${version} ${hash.replace(/^sha256-/u, "").slice(0, 8)}`,
  );
  return `Sheet ${asked.code}: ${named.join(", ")}`;
}

/** First letters of the parts of an id, or the first two of an id of one part; where two groups would share one, the ids. */
function shortNames(ids: readonly string[]): ReadonlyMap<string, string> {
  const taken = (short: string, own: string) =>
    ids.some((id) => id !== own && (id === short || initials(id) === short));
  return new Map(ids.map((id) => [id, taken(initials(id), id) ? id : initials(id)]));
}

function initials(id: string): string {
  const parts = id.split("-");
  return parts.length > 1 ? parts.map((part) => part.slice(0, 1)).join("") : id.slice(0, 2);
}

/** The slip as a line to read out: always with the sheet's code. */
export function printSlip(sheet: QuestionSheet, { group, answers, id }: Slip): string {
  const short = sheet.groups.find((each) => each.id === group)?.short ?? group;
  const typed = sheet.questions.map((question, at) => characterOf(question, answers[at]));
  return [short, ...typed, sheet.code, ...(id === undefined ? [] : [`#${id}`])].join(" ");
}

function characterOf({ levels }: Criterion, answer: SlipAnswer = "blank"): string {
  if (answer === "blank") return "-";
  return answer === "unsure" ? "u" : (levelMarks(levels)[answer] ?? "-");
}

/** Reads a line; answers may stand apart or together, such as `le 32u-4`. */
export function readSlip(sheet: QuestionSheet, line: string): ReadSlip {
  const { name, characters, code, id } = partsOf(line);
  const group = readGroup(sheet, name);
  if ("problem" in group) return group;
  if (code !== undefined && code !== sheet.code) return { problem: otherSheet(sheet, code) };
  const answers = readAnswers(sheet, characters);
  if ("problem" in answers) return answers;
  return { slip: { group: group.id, answers: answers.answers, ...(id !== undefined && { id }) } };
}

interface SlipParts {
  readonly name: string;
  /** An answer each. */
  readonly characters: readonly string[];
  readonly code: string | undefined;
  readonly id: string | undefined;
}

function partsOf(line: string): SlipParts {
  const [name = "", ...rest] = line
    .replace(/[\u2010-\u2015\u2212]/gu, "-")
    .toLowerCase()
    .split(/[\s,;]+/u)
    .filter((part) => part !== "");
  const id = /^#[a-z0-9]+$/u.test(rest.at(-1) ?? "") ? rest.pop()?.slice(1) : undefined;
  const code = CODE.test(rest.at(-1) ?? "") ? rest.pop()?.toUpperCase() : undefined;
  return { name, characters: [...rest.join("")], code, id };
}

function otherSheet({ code }: QuestionSheet, found: string): string {
  return `This line has the code ${found}, and the sheet of these questions has ${code}. It answers other questions, or another version of them.`;
}

function readGroup(
  { groups }: QuestionSheet,
  typed: string,
): SheetGroup | { readonly problem: string } {
  const found = groups.find(({ id, short }) => typed === id || typed === short);
  if (found !== undefined) return found;
  const known = listOf(groups.map(({ short, name }) => `${short} (${name})`));
  const meant = groups.filter(({ id }) => initials(id) === typed).map(({ id }) => id);
  if (meant.length > 1)
    return { problem: `“${typed}” could be ${meant.join(" or ")}. Type the whole name.` };
  return {
    problem:
      typed === ""
        ? `There is nothing on this line. It begins with a group: ${known}.`
        : `“${typed}” is no group. The line begins with one of: ${known}.`,
  };
}

function readAnswers(
  { questions }: QuestionSheet,
  characters: readonly string[],
): { readonly answers: readonly SlipAnswer[] } | { readonly problem: string } {
  const answers: SlipAnswer[] = [];
  for (const [at, question] of questions.entries()) {
    const character = characters[at];
    if (character === undefined) break;
    const answer = answerOfCharacter(question, character);
    if (answer === undefined) return { problem: notAnAnswer(question, at, character) };
    answers.push(answer);
  }
  if (characters.length === questions.length) return { answers };
  return {
    problem: `This line has ${counted(characters.length, "answer")}, and the sheet has ${counted(questions.length, "question")}. Type - for a blank.`,
  };
}

function answerOfCharacter({ levels }: Criterion, character: string): SlipAnswer | undefined {
  if (character === "u") return "unsure";
  if (character === "-") return "blank";
  const level = levelMarks(levels).indexOf(character);
  return level < 0 ? undefined : level;
}

function notAnAnswer({ asks, levels }: Criterion, at: number, character: string): string {
  const marks = levelMarks(levels);
  return `Answer ${at + 1} is “${character}”. For “${asks}” it is ${marks[0]} to ${marks.at(-1)}, u for not sure, or - for a blank.`;
}

/** A slip in words, to be looked at before it counts: each question's number with what was answered. */
export function slipWords(
  { questions, groups }: QuestionSheet,
  { group, answers }: Slip,
): { readonly group: string; readonly answers: readonly { asks: string; said: string }[] } {
  return {
    group: groups.find(({ id }) => id === group)?.name ?? group,
    answers: questions.map((question, at) => ({
      asks: question.asks,
      said: answerWords(question, answers[at]),
    })),
  };
}

function answerWords(question: Criterion, answer: SlipAnswer = "blank"): string {
  if (answer === "unsure") return "We are not sure";
  return answer === "blank" ? "Rather not say" : levelName(question, answer);
}

/** The sheets that can be printed of these rubrics: all of them together first, then some of them, then the core alone. */
export function possibleSheets(
  rubrics: readonly Rubric[],
  groups: readonly { readonly group: string; readonly name: string }[],
): readonly QuestionSheet[] {
  const sets = [false, true].flatMap((core) =>
    subsetsOf(rubrics).map((some) => ({ some, questions: sheetQuestions(some, { core }) })),
  );
  const sheets = sets
    .filter(({ questions }) => questions.length > 0)
    .map(({ some, questions }) => questionSheet(some, groups, questions));
  return [
    ...new Map(sheets.toReversed().map((sheet) => [sheet.code, sheet])).values(),
  ].toReversed();
}

/** More rubrics than this are asked all together or one by one. */
const FEW = 5;

function subsetsOf(rubrics: readonly Rubric[]): readonly (readonly Rubric[])[] {
  if (rubrics.length > FEW) return [rubrics, ...rubrics.map((rubric) => [rubric])];
  const all = Array.from({ length: 2 ** rubrics.length - 1 }, (_, at) =>
    rubrics.filter((__, bit) => ((at + 1) >> bit) % 2 === 1),
  );
  return all.toSorted((a, b) => b.length - a.length);
}

/** Reads a line of any of these sheets: by its code, or else by how many answers it has. */
export function readSlipOf(
  sheets: readonly QuestionSheet[],
  line: string,
): { readonly sheet: QuestionSheet; readonly slip: Slip } | { readonly problem: string } {
  const parts = partsOf(line);
  const fitting =
    parts.code === undefined
      ? sheets.filter(({ questions }) => questions.length === parts.characters.length)
      : sheets.filter(({ code }) => code === parts.code);
  const [sheet = sheets[0], other] = fitting;
  if (sheet === undefined) return { problem: "There is nothing to answer." };
  if (other !== undefined)
    return {
      problem: `Two sheets have ${parts.characters.length} questions. Type the code of the sheet at the end: ${listOf(fitting.map(({ code }) => code))}.`,
    };
  const read = readSlip(sheet, line);
  return "problem" in read ? read : { sheet, slip: read.slip };
}
