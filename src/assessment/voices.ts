import { type Criterion, criteriaOf, type Rubric } from "../rubric/rubric.ts";
import { textHash } from "../util/content-hash.ts";
import { groupsOf } from "./assessment.ts";
import { inOrder, responseInOrder } from "./edit.ts";
import type { AssessmentFile, Response, Voice, VoiceSource, VoteRound } from "./schema.ts";

// Answers of people who were not in the room are kept as counts by group and question, one entry for each way they came in.
// Nothing is kept of one person: not a line, not the order, not which answers belong together.

/** What one import adds. */
export interface VoiceBatch {
  readonly from: VoiceSource;
  /** How many people of each group. */
  readonly people: Readonly<Record<string, number>>;
  /** By the question's key. */
  readonly votes: ReadonlyMap<string, VoteRound>;
  /** Marks of the rows that have an id of their own. */
  readonly rows: readonly string[];
  /** The mark of a file whose rows have none, and the one it takes the place of. */
  readonly file?: { readonly mark: string; readonly replaces: string | undefined } | undefined;
}

export interface AddingVoices {
  readonly rubrics: readonly Rubric[];
  /** The day of the import. */
  readonly on: string;
  readonly salt: string;
}

/** The file with the votes in it; what the room answered stays as it is. */
export function addVoices(
  file: AssessmentFile,
  batch: VoiceBatch,
  { rubrics, on, salt }: AddingVoices,
): AssessmentFile {
  const answers = { ...file.answers };
  const keys = storedKeys(rubrics, answers);
  for (const [key, votes] of batch.votes) {
    const { criterion, stored } = keys.get(key) ?? {};
    if (criterion === undefined || stored === undefined) continue;
    answers[stored] = withVotes(answers[stored] ?? {}, criterion, { from: batch.from, on, votes });
  }
  const voices = withVoice(file.voices ?? [], batch, { on, salt });
  return inOrder({ ...file, people: [...groupsOf(file.people ?? [])], voices, answers });
}

interface Stored {
  readonly criterion: Criterion;
  /** The key that the answer has in the file: perhaps a former one. */
  readonly stored: string;
}

function storedKeys(
  rubrics: readonly Rubric[],
  answers: NonNullable<AssessmentFile["answers"]>,
): ReadonlyMap<string, Stored> {
  return new Map(
    rubrics.flatMap((rubric) =>
      criteriaOf(rubric).map((criterion) => {
        const former = criterion.formerly.map((id) => `${rubric.id}/${id}`);
        const stored = [criterion.key, ...former].find((key) => Object.hasOwn(answers, key));
        return [criterion.key, { criterion, stored: stored ?? criterion.key }] as const;
      }),
    ),
  );
}

export type OutsideVotes = NonNullable<Response["outside"]>[number];

function withVotes(
  response: Response,
  { asks, hash }: Criterion,
  { from, on, votes }: OutsideVotes,
): Response {
  const before = response.outside ?? [];
  const known = before.find((each) => each.from === from);
  const entry = { from, on, votes: known === undefined ? votes : addRounds(known.votes, votes) };
  const outside = replaced(before, known, entry);
  return responseInOrder({
    ...response,
    outside,
    asked: response.asked ?? { wording: asks, hash },
  });
}

function replaced<Entry>(list: readonly Entry[], known: Entry | undefined, entry: Entry): Entry[] {
  return known === undefined
    ? [...list, entry]
    : list.map((each) => (each === known ? entry : each));
}

export function addRounds(a: VoteRound, b: VoteRound): VoteRound {
  const groups = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return Object.fromEntries(groups.map((group) => [group, addCounts(a[group], b[group])]));
}

type Counts = Readonly<Record<string, number>>;

/** Each count of one put to that of the other, or with -1 taken from it; what comes to nothing is left out. */
export function addCounts(
  a: Counts = {},
  b: Counts = {},
  sign: 1 | -1 = 1,
): Record<string, number> {
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  const sums = names.map((name) => [name, (a[name] ?? 0) + sign * (b[name] ?? 0)] as const);
  return Object.fromEntries(sums.filter(([, sum]) => sum > 0));
}

function withVoice(
  voices: readonly Voice[],
  batch: VoiceBatch,
  { on, salt }: Pick<AddingVoices, "on" | "salt">,
): Voice[] {
  const known = voices.find(({ from }) => from === batch.from);
  const rows = [...rowMarks(known), ...batch.rows].toSorted().join("");
  const files = (known?.files ?? []).filter((mark) => mark !== batch.file?.replaces);
  const marks = [...files, ...(batch.file === undefined ? [] : [batch.file.mark])];
  const isMarked = rows !== "" || marks.length > 0;
  const voice: Voice = {
    from: batch.from,
    on,
    people: addCounts(known?.people, batch.people),
    ...(isMarked && { salt: known?.salt ?? salt }),
    ...(rows !== "" && { rows }),
    ...(marks.length > 0 && { files: marks }),
  };
  return replaced(voices, known, voice);
}

const MARK_LENGTH = 8;

/** What is kept of a row's own id: enough to know it again, and nothing to read. */
export function rowMark(salt: string, id: string): string {
  return Buffer.from(textHash(salt, id).slice(0, 12), "hex").toString("base64url");
}

/** The marks of the rows that were added before. */
export function rowMarks(voice: Pick<Voice, "rows"> | undefined): readonly string[] {
  return voice?.rows?.match(new RegExp(`.{${MARK_LENGTH}}`, "gu")) ?? [];
}
