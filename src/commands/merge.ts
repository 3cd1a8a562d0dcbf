import { resolve } from "node:path";
import type { Clash, Copies, Decide, MergedCopies, WhichCopy } from "../assessment/merge.ts";
import { savedText, withAssessment } from "../files/assessment-file.ts";
import { displayPath } from "../files/display-path.ts";
import type { LoadedAssessment } from "../files/load-assessment.ts";
import { EXIT, type ExitCode } from "../platform/errors.ts";
import type { Context } from "../platform/ports.ts";
import { type Declare, examples, wrongUse } from "./command.ts";

export const declareMerge: Declare = (program, perform) => {
  program
    .command("merge [ours] [theirs] [more-files...]")
    .description("put two copies of one assessment together")
    .option("--base <file>", "the copy that both began with, where you still have it")
    .option("--keep <side>", "where the two say different things, take: ours or theirs")
    .option("--plain", "ask one line at a time, for screen readers, old terminals and pipes")
    .option("--git", "be git's merge driver: coprod merge --git %O %A %B %L %P")
    .option("--check", "say whether git in this folder merges assessments with coprod")
    .addHelpText(
      "after",
      `
Answers, votes, notes, actions and sessions of both are kept, in the first file.
Where the two say different things, both are shown and you choose.
${examples("coprod merge our-charity.yaml copy-from-the-laptop.yaml", "coprod merge ours.yaml theirs.yaml --base last-week.yaml")}`,
    )
    .action(
      (
        ours: string | undefined,
        theirs: string | undefined,
        more: string[],
        options: MergeOptions,
      ) => perform((context) => runMerge(context, [ours, theirs, ...more], options)),
    );
};

interface MergeOptions {
  readonly base?: string;
  readonly keep?: string;
  readonly plain?: boolean;
  readonly git?: boolean;
  readonly check?: boolean;
}

async function runMerge(
  context: Context,
  given: readonly (string | undefined)[],
  options: MergeOptions,
): Promise<ExitCode> {
  if (options.check === true) return (await import("../files/git-merge.ts")).checkGit(context);
  const files = given.filter((each) => each !== undefined);
  if (options.git === true)
    return (await import("../files/git-merge.ts")).mergeForGit(context, files);
  const [ours, theirs, ...more] = files;
  if (ours === undefined || theirs === undefined || more.length > 0)
    throw wrongUse(
      "Two copies are put together.",
      "Give their two paths: coprod merge OURS.yaml THEIRS.yaml",
    );
  const keep = sideOf(options.keep);
  const paths = { ours: resolve(context.cwd, ours), theirs: resolve(context.cwd, theirs) };
  if (paths.ours === paths.theirs)
    throw wrongUse("These are one and the same file.", "Give the paths of two copies.");
  const base =
    options.base === undefined
      ? undefined
      : await loadFile(context, resolve(context.cwd, options.base));
  const { readAssessment } = await import("../files/load-assessment.ts");
  const other = await loadFile(context, paths.theirs);
  return withAssessment(context, paths.ours, async (file) => {
    const text = await file.read();
    const own = await readAssessment(context, paths.ours, text);
    const copies = { base: base?.file, ours: own.file, theirs: other.file };
    refuseStrangers(context, copies, paths);
    const decided = await decide(context, { copies, keep, plain: options.plain }, own);
    if (decided === undefined) return EXIT.problems;
    const { EditableYaml } = await import("../yaml/edit/editable-yaml.ts");
    const merged = EditableYaml.read(text).holding(decided.file).text;
    if (merged === text) {
      context.stdout.write(
        `Nothing in ${displayPath(context, paths.theirs)} is new. Nothing was changed.\n`,
      );
      return EXIT.done;
    }
    // Whatever is put together must be as sound as its parts, or nothing is saved.
    await readAssessment(context, paths.ours, merged);
    const saved = await file.save(merged);
    const { mergeSummary } = await import("../assessment/text/merge-words.ts");
    const said = mergeSummary({ before: own.file, ...decided });
    context.stdout.write(`${said}${savedText(context, saved)}`);
    return EXIT.done;
  });
}

async function loadFile(context: Context, path: string): Promise<LoadedAssessment> {
  const { loadAssessment } = await import("../files/load-assessment.ts");
  return loadAssessment(context, path);
}

function sideOf(keep: string | undefined): WhichCopy | undefined {
  if (keep === undefined || keep === "ours" || keep === "theirs") return keep;
  throw wrongUse(`"${keep}" is neither ours nor theirs.`, "Give --keep ours or --keep theirs.");
}

/** Two assessments that have nothing in common are no copies of one. */
function refuseStrangers(
  context: Context,
  { ours, theirs }: Copies,
  paths: Readonly<Record<WhichCopy, string>>,
): void {
  const shared = ours.rubrics.some(({ id }) => theirs.rubrics.some((each) => each.id === id));
  const isSame =
    ours.title === theirs.title || (ours.started !== undefined && ours.started === theirs.started);
  if (shared && isSame) return;
  throw wrongUse(
    `${displayPath(context, paths.ours)} and ${displayPath(context, paths.theirs)} are two different assessments. Nothing was changed.`,
    "To see what changed from one to the other, type: coprod compare OLDER.yaml NEWER.yaml",
  );
}

interface Deciding {
  readonly copies: Copies;
  readonly keep: WhichCopy | undefined;
  readonly plain: boolean | undefined;
}

/** Undefined where it was not decided: then nothing is saved. */
async function decide(
  context: Context,
  { copies, keep, plain }: Deciding,
  { assessment }: LoadedAssessment,
): Promise<MergedCopies | undefined> {
  const { mergeAssessments } = await import("../assessment/merge.ts");
  const first = mergeAssessments(copies, () => keep ?? "ours");
  if (keep !== undefined || first.clashes.length === 0) return first;
  const { clashWords } = await import("../assessment/text/merge-words.ts");
  const words = first.clashes.map((each) => ({
    clash: each,
    ...clashWords(assessment.rubrics, each),
  }));
  if (!context.interactive && plain !== true) {
    const said = words.map(
      ({ about, ours, theirs }) => `${about}\n  Ours: ${ours}\n  Theirs: ${theirs}\n`,
    );
    context.stderr.write(
      `The two copies say different things in ${said.length === 1 ? "one place" : `${said.length} places`}. Nothing was changed.\n\n${said.join("")}\nTo choose one by one, type the command in a terminal. To take one side everywhere, add --keep ours or --keep theirs.\n`,
    );
    return undefined;
  }
  const sides = await askSides(context, words, plain);
  return sides === undefined ? undefined : mergeAssessments(copies, sides);
}

interface Said {
  readonly clash: Clash;
  readonly about: string;
  readonly ours: string;
  readonly theirs: string;
}

async function askSides(
  context: Context,
  words: readonly Said[],
  plain: boolean | undefined,
): Promise<Decide | undefined> {
  const { isPlain } = await import("../files/plain-mode.ts");
  const { Conversation } = await import("../terminal/conversation.ts");
  const { choices, heading, paragraph } = await import("../terminal/blocks.ts");
  const talk = await Conversation.open(context, {
    plain: await isPlain(context, plain),
    hint: "Type ? for help, or q to stop.",
    nothingDone: "Nothing was changed.",
  });
  const chosen = new Map<string, WhichCopy>();
  try {
    for (const [index, { clash, about, ours, theirs }] of words.entries()) {
      const help = [
        paragraph("Type 1 to keep what our file says, 2 to take what theirs says, or q to stop."),
      ];
      const answer = await talk.ask<WhichCopy>({
        blocks: [
          heading(2, `${index + 1} of ${words.length}: ${about}`),
          choices([
            { mark: "1", name: "Ours", text: ours },
            { mark: "2", name: "Theirs", text: theirs },
          ]),
        ],
        prompt: "1 or 2: ",
        help,
        read: (typed) =>
          typed === "1" || typed === "2"
            ? { value: typed === "1" ? "ours" : "theirs" }
            : { problem: "Type 1 for ours or 2 for theirs." },
      });
      if ("exitCode" in answer) return undefined;
      chosen.set(clash.at, answer.value);
    }
  } finally {
    talk.close();
  }
  return ({ at }) => chosen.get(at) ?? "ours";
}
