import type { Context, Files } from "../../platform/ports.ts";
import { textHash } from "../../util/content-hash.ts";

/** Everything that can be asked of a disk without changing it. */
const QUESTIONS = ["read", "readBytes", "list", "kind", "stamp"] as const;

type Question = (typeof QUESTIONS)[number];

interface Stored<Found> {
  /** What was asked of the disk, such as `read /charity/our.yaml` → what stands for the answer. */
  readonly answers: Readonly<Record<string, string>>;
  readonly found: readonly Found[];
}

/**
 * What `work` finds; or what an earlier run with the same key and version found, where the disk gives the same answer to
 * each question that run asked. `key` holds all that counts beside the files: options, paths and the day.
 */
export async function remembered<Found>(
  context: Context,
  key: readonly unknown[],
  work: (context: Context) => Promise<readonly Found[]>,
): Promise<{ readonly found: readonly Found[]; readonly isKnown: boolean }> {
  const { leftovers, version, cwd, files } = context;
  const name = `lint-${textHash(JSON.stringify([version, cwd, ...key]))}.json`;
  const stored = parsed<Found>(await leftovers.read(name));
  if (stored !== undefined && (await isAsBefore(files, stored.answers)))
    return { found: stored.found, isKnown: true };
  const asked = new AskedFiles(files);
  // A context has getters, and may stand on another one: spread, it would lose them.
  const found = await work(Object.create(context, { files: { value: asked.files } }));
  const { answers } = asked;
  if (answers !== undefined) await leftovers.keep(name, sealed(JSON.stringify({ answers, found })));
  return { found, isKnown: false };
}

async function isAsBefore(files: Files, answers: Stored<unknown>["answers"]): Promise<boolean> {
  for (const [asked, answer] of Object.entries(answers)) {
    const space = asked.indexOf(" ");
    const question = QUESTIONS.find((each) => each === asked.slice(0, space));
    if (question === undefined) return false;
    if ((await told(files, question, asked.slice(space + 1))) !== answer) return false;
  }
  return true;
}

/** What stands for the answer; an answer can be that it can't be told. */
async function told(files: Files, question: Question, path: string): Promise<string> {
  try {
    return standingFor(await files[question](path));
  } catch (error) {
    return standingForError(error);
  }
}

function standingFor(answer: unknown): string {
  if (answer instanceof Uint8Array) return textHash(answer);
  return textHash(JSON.stringify(answer) ?? "nothing");
}

function standingForError(error: unknown): string {
  return textHash("error", String(error));
}

/** Files that note what is asked of them. */
class AskedFiles {
  readonly files: Files;
  private readonly noted = new Map<string, string>();
  /** Something changed while it was looked at, so nobody can say what belongs to what was found. */
  private isUnsteady = false;

  constructor(files: Files) {
    const noting =
      <Answer>(question: Question, ask: (path: string) => Promise<Answer>) =>
      async (path: string): Promise<Answer> => {
        const key = `${question} ${path}`;
        try {
          const answer = await ask(path);
          this.note(key, standingFor(answer));
          return answer;
        } catch (error) {
          this.note(key, standingForError(error));
          throw error;
        }
      };
    this.files = {
      ...files,
      read: noting("read", (path) => files.read(path)),
      readBytes: noting("readBytes", (path) => files.readBytes(path)),
      list: noting("list", (path) => files.list(path)),
      kind: noting("kind", (path) => files.kind(path)),
      stamp: noting("stamp", (path) => files.stamp(path)),
    };
  }

  get answers(): Stored<unknown>["answers"] | undefined {
    return this.isUnsteady ? undefined : Object.fromEntries(this.noted);
  }

  private note(key: string, answer: string): void {
    const before = this.noted.get(key);
    if (before === undefined) this.noted.set(key, answer);
    else if (before !== answer) this.isUnsteady = true;
  }
}

/** With its hash before it, so that what was damaged or written by something else is told from what we kept. */
function sealed(text: string): string {
  return `${textHash(text)}\n${text}`;
}

/** What is not as we kept it is as good as nothing. */
function parsed<Found>(kept = ""): Stored<Found> | undefined {
  const text = kept.slice(kept.indexOf("\n") + 1);
  return kept === sealed(text) ? (JSON.parse(text) as Stored<Found>) : undefined;
}
