import { type ActionProgress, withProgress } from "../assessment/actions.ts";
import { requireAssessment, type Saved, withAssessment } from "../files/assessment-file.ts";
import { displayPath } from "../files/display-path.ts";
import { EXIT, type ExitCode, UserError } from "../platform/errors.ts";
import type { Context } from "../platform/ports.ts";
import { type Declare, examples, loadShowingWarnings, showingWarnings } from "./command.ts";

export const declareActions: Declare = (program, perform) => {
  program
    .command("actions [file]")
    .description("list the actions of an assessment, or write down how far one is")
    .option("--late", "only those whose date has passed")
    .option("--who <role>", "only those that this role leads")
    .option("--no-owner", "only those that nobody leads yet")
    .option("--plain", "ask one line at a time, for screen readers, old terminals and pipes")
    .option("--doing <id>", "write down that an action is under way")
    .option("--done <id>", "write down that an action is done")
    .option("--drop <id>", "write down that an action is dropped; say why with --why")
    .option("--why <text>", "why it is dropped")
    .option("--note <text>", "what happened; goes with --doing, --done or --drop")
    .addHelpText(
      "after",
      examples(
        "coprod actions our-charity.yaml --late",
        'coprod actions our-charity.yaml --done a1 --note "Nobody waits for a fare now"',
      ),
    )
    .action((file: string | undefined, options: ActionsOptions) =>
      perform((context) => runActions(context, file, options)),
    );
};

interface ActionsOptions {
  readonly late?: boolean;
  readonly who?: string;
  /** False with `--no-owner`. */
  readonly owner: boolean;
  readonly plain?: boolean;
  readonly doing?: string;
  readonly done?: string;
  readonly drop?: string;
  readonly why?: string;
  readonly note?: string;
}

async function runActions(
  context: Context,
  file: string | undefined,
  options: ActionsOptions,
): Promise<ExitCode> {
  const progress = progressOf(options);
  if (file === "-" && progress !== undefined)
    throw wrongUse(
      "Progress can't be written into standard input.",
      "Give the path of the assessment.",
    );
  const path = file === "-" ? file : await requireAssessment(context, file);
  if (progress !== undefined) {
    await record(context, path, progress);
    return EXIT.done;
  }
  const isFiltered = options.late === true || options.who !== undefined || !options.owner;
  const asks = path !== "-" && !isFiltered && (context.interactive || options.plain === true);
  const hasSteps = await list(context, path, options);
  return asks && hasSteps ? walkSteps(context, path, options.plain) : EXIT.done;
}

/** Goes through the steps that the answers suggest, as at the end of a workshop. */
async function walkSteps(
  context: Context,
  file: string,
  plain: boolean | undefined,
): Promise<ExitCode> {
  const { runSession } = await import("../workshop/session/run-session.ts");
  const nothing = { rubric: [], answers: undefined, question: undefined, review: false };
  return runSession(context, {
    ...nothing,
    file,
    plain,
    quick: false,
    noInput: false,
    task: "steps",
  });
}

async function list(
  context: Context,
  path: string,
  { late = false, who, owner }: ActionsOptions,
): Promise<boolean> {
  const { assessment } = await loadShowingWarnings(context, path);
  const { actionList } = await import("../assessment/text/action-list.ts");
  const { pageWidth, toText } = await import("../terminal/to-text.ts");
  const { title, actions } = assessment;
  const today = context.now().toISOString().slice(0, 10);
  const blocks = actionList({ title, actions, today }, { late, who, noOwner: !owner });
  context.stdout.write(toText(blocks, pageWidth(context)));
  const { suggestedSteps } = await import("../plan/suggested-steps.ts");
  return suggestedSteps(assessment).some(({ near, reply }) => near || reply?.said === "later");
}

const STATUS_WORDS = {
  planned: "planned",
  doing: "under way",
  done: "done",
  dropped: "dropped",
} as const;

/** Puts one action into the file; everything else in it stays as a person wrote it. */
async function record(context: Context, path: string, progress: ActionProgress): Promise<void> {
  const { readAssessment } = await import("../files/load-assessment.ts");
  const { editText } = await import("../assessment/edit.ts");
  const { EditableYaml } = await import("../yaml/edit/editable-yaml.ts");
  await withAssessment(context, path, async (file) => {
    const text = await file.read();
    const loaded = await showingWarnings(context, await readAssessment(context, path, text));
    const action = withProgress(loaded.assessment.actions, progress);
    const saved = await file.save(
      editText(EditableYaml.read(text), [{ kind: "act", action }]).text,
    );
    const { id, do: title, status = "planned" } = action;
    context.stdout.write(
      `${keptBoth(context, saved)}Action ${id} is ${STATUS_WORDS[status]}: ${title}\nSaved in ${displayPath(context, saved.path)}\n`,
    );
  });
}

function keptBoth(context: Context, saved: Saved): string {
  if (!saved.keptBoth) return "";
  const name = displayPath(context, saved.path);
  return `Something else changed the file meanwhile. We have kept both: this change is in ${name}.\n`;
}

/** What is to be written down; undefined where the actions are only to be listed. */
function progressOf(options: ActionsOptions): ActionProgress | undefined {
  const { doing, done, drop, why, note } = options;
  const given = [
    { status: "doing", id: doing },
    { status: "done", id: done },
    { status: "dropped", id: drop },
  ] as const;
  const [first, ...others] = given.filter(({ id }) => id !== undefined);
  if (first?.id === undefined) {
    if (why !== undefined || note !== undefined)
      throw wrongUse("Which action is this about?", "Add --doing, --done or --drop with its id.");
    return undefined;
  }
  if (others.length > 0)
    throw wrongUse(
      "Only one action can be written down at a time.",
      "Type the command once for each.",
    );
  if (first.status === "dropped" && !why?.trim())
    throw wrongUse("Why is it dropped?", 'Trustees will ask. Add --why "…".');
  if (first.status !== "dropped" && why !== undefined)
    throw wrongUse("--why goes with --drop.", 'To say what happened, use --note "…".');
  return { id: first.id, status: first.status, why, note };
}

function wrongUse(message: string, hint: string): UserError {
  return new UserError(message, { hint, exitCode: EXIT.wrongUse });
}
