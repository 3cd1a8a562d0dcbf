import { type Command, Option } from "commander";
import type { ActionProgress } from "../assessment/actions.ts";
import type { Action } from "../assessment/schema.ts";
import { requireAssessment } from "../files/assessment-file.ts";
import { EXIT, type ExitCode } from "../platform/errors.ts";
import type { Context } from "../platform/ports.ts";
import { REGISTER_FORMATS, type RegisterFormat } from "../util/formats.ts";
import type { ActionChange } from "../workshop/session/change-actions.ts";
import { type Declare, examples, loadShowingWarnings, wrongUse } from "./command.ts";

const HELPED = ["yes", "partly", "no", "too-early"] as const;

export const declareActions: Declare = (program, perform) => {
  const command = program
    .command("actions [file]")
    .description("list the actions of an assessment, agree steps, or write down how far one is");
  changeOptions(listOptions(command))
    .addHelpText(
      "after",
      examples(
        "coprod actions our-charity.yaml --take principles/hear-back --who Chair --by 2027-03",
        'coprod actions our-charity.yaml --done 1 --helped partly --note "Nobody waits for a fare"',
        "coprod actions our-charity.yaml --format xlsx",
        "coprod actions our-charity.yaml --from our-charity-actions.xlsx",
      ),
    )
    .action((file: string | undefined, options: ActionsOptions) =>
      perform((context) => runActions(context, file, options)),
    );
};

function listOptions(command: Command): Command {
  return command
    .option("--late", "only those whose date has passed")
    .option("--who <role>", "only those that this role leads; with a change, who leads it")
    .option("--no-owner", "only those that nobody leads yet")
    .addOption(
      new Option("-f, --format <format>", "write them as a register or a calendar").choices(
        REGISTER_FORMATS,
      ),
    )
    .option("-o, --output <file>", "where to write it; - prints it")
    .option("--force", "replace a file that coprod did not make, or that was changed since")
    .option("--from <register>", "take in what was changed in a register (.xlsx or .csv)")
    .option("--yes", "save what --from shows, without asking")
    .option("--plain", "ask one line at a time, for screen readers, old terminals and pipes");
}

function changeOptions(command: Command): Command {
  return command
    .option("--take <step>", "agree a suggested step, by its letter or its question's key")
    .option("--put-off <step>", "put a suggested step off")
    .option("--decline <step>", "say no to a suggested step; say why with --why")
    .option("--add <text>", "add an action in your own words")
    .option("--set <number>", "change an action")
    .option("--doing <number>", "write down that an action is under way")
    .option("--done <number>", "write down that an action is done")
    .option("--drop <number>", "write down that an action is dropped; say why with --why")
    .option("--for <key>", "the question that an added action is about")
    .option("--do <text>", "what to do, in other words; goes with --take and --set")
    .option("--by <date>", "by when, such as 2027-03 or 31 March 2027")
    .option("--with <text>", "who does it with them")
    .option("--first <text>", "a first move that takes under an hour")
    .option("--sign <text>", "how we will know that it worked")
    .option("--cost <pounds>", "what it costs, in pounds")
    .option("--hours <hours>", "how many hours it takes")
    .addOption(new Option("--helped <how>", "whether it helped").choices(HELPED))
    .option("--why <text>", "why it is dropped or declined; a plan for the public says it too")
    .option("--note <text>", "what happened; goes with --doing, --done or --drop");
}

interface ActionsOptions {
  readonly late?: boolean;
  readonly who?: string;
  /** False with `--no-owner`. */
  readonly owner: boolean;
  readonly format?: RegisterFormat;
  readonly output?: string;
  readonly force?: boolean;
  readonly from?: string;
  readonly yes?: boolean;
  readonly plain?: boolean;
  readonly take?: string;
  readonly putOff?: string;
  readonly decline?: string;
  readonly add?: string;
  readonly set?: string;
  readonly doing?: string;
  readonly done?: string;
  readonly drop?: string;
  readonly for?: string;
  readonly do?: string;
  readonly by?: string;
  readonly with?: string;
  readonly first?: string;
  readonly sign?: string;
  readonly cost?: string;
  readonly hours?: string;
  readonly helped?: NonNullable<Action["helped"]>;
  readonly why?: string;
  readonly note?: string;
}

async function runActions(
  context: Context,
  file: string | undefined,
  options: ActionsOptions,
): Promise<ExitCode> {
  const change = changeOf(options);
  const isRegister = options.format !== undefined || options.output !== undefined;
  refuseTogether(change, { isRegister, from: options.from });
  const isWritten = change !== undefined || options.from !== undefined;
  if (file === "-" && isWritten)
    throw wrongUse(
      "Nothing can be written into standard input.",
      "Give the path of the assessment.",
    );
  const path = file === "-" ? file : await requireAssessment(context, file);
  if (change !== undefined) {
    const { changeActions } = await import("../workshop/session/change-actions.ts");
    return changeActions(context, path, change, { plain: options.plain });
  }
  if (options.from !== undefined) {
    const { takeRegister } = await import("../workshop/session/take-register.ts");
    const { from: register, yes = false, plain = false } = options;
    return takeRegister(context, path, { register, yes, plain });
  }
  return isRegister ? writeActions(context, path, options) : showActions(context, path, options);
}

function refuseTogether(
  change: ActionChange | undefined,
  { isRegister, from }: { readonly isRegister: boolean; readonly from: string | undefined },
): void {
  const wanted = [change !== undefined, isRegister, from !== undefined];
  if (wanted.filter(Boolean).length > 1)
    throw wrongUse(
      "To change an action, to write a register and to take one in are three things.",
      "Type the command once for each.",
    );
}

/** The actions as a file to work in, or to put into a calendar. */
async function writeActions(
  context: Context,
  path: string,
  { format, output, force = false, ...options }: ActionsOptions,
): Promise<ExitCode> {
  const loaded = await loadShowingWarnings(context, path);
  const { writeRegister } = await import("../files/write-register.ts");
  return writeRegister(context, loaded, { format, output, force, filter: filterOf(options) });
}

function filterOf({ late = false, who, owner }: Pick<ActionsOptions, "late" | "who" | "owner">) {
  return { late, who, noOwner: !owner };
}

async function showActions(
  context: Context,
  path: string,
  options: ActionsOptions,
): Promise<ExitCode> {
  const isFiltered = options.late === true || options.who !== undefined || !options.owner;
  const asks = path !== "-" && !isFiltered && (context.interactive || options.plain === true);
  const isAsked = await list(context, path, options);
  return asks && isAsked ? walkSteps(context, path, options.plain) : EXIT.done;
}

/** Goes through the steps that the answers suggest, as at the end of a workshop. */
async function walkSteps(
  context: Context,
  file: string,
  plain: boolean | undefined,
): Promise<ExitCode> {
  const { runSession } = await import("../workshop/session/run-session.ts");
  const nothing = { rubric: [], answers: undefined, question: undefined, review: false };
  const steps = { quick: false, noInput: false, task: "steps" } as const;
  return runSession(context, { ...nothing, ...steps, file, plain });
}

/** Says whether there is something to ask about. */
async function list(context: Context, path: string, options: ActionsOptions): Promise<boolean> {
  const filter = filterOf(options);
  const { assessment } = await loadShowingWarnings(context, path);
  const { actionList, stepList } = await import("../assessment/text/action-list.ts");
  const { pageWidth, toText } = await import("../terminal/to-text.ts");
  const { suggestedSteps } = await import("../plan/suggestions.ts");
  const { isUnaccounted } = await import("../assessment/actions.ts");
  const { title, actions } = assessment;
  const today = context.now().toISOString().slice(0, 10);
  const isFiltered = filter.late || filter.who !== undefined || filter.noOwner;
  const steps = suggestedSteps(assessment).filter(
    ({ near, reply }) => near || reply?.said === "later",
  );
  const blocks = [
    ...actionList({ title, actions, today }, filter),
    ...(isFiltered ? [] : stepList(steps)),
  ];
  context.stdout.write(toText(blocks, pageWidth(context)));
  return steps.length > 0 || actions.some(isUnaccounted);
}

const CHANGES = ["take", "putOff", "decline", "add", "set", "doing", "done", "drop"] as const;
type ChangeName = (typeof CHANGES)[number];

/** What is to be written down; undefined where the actions are only to be listed. */
function changeOf(options: ActionsOptions): ActionChange | undefined {
  const [name, ...others] = CHANGES.filter((each) => options[each] !== undefined);
  if (others.length > 0)
    throw wrongUse(
      "Only one action can be written down at a time.",
      "Type the command once for each.",
    );
  if (name === undefined) {
    refuseFieldsAlone(options);
    return undefined;
  }
  return CHANGE[name](options[name] ?? "", options);
}

type Make = (value: string, options: ActionsOptions) => ActionChange;

const CHANGE: Readonly<Record<ChangeName, Make>> = {
  take: (step, options) => ({ kind: "take", step, fields: fieldsOf(options) }),
  putOff: (step) => ({ kind: "reply", step, said: "later", why: undefined }),
  decline: (step, { why }) => ({ kind: "reply", step, said: "no", why: reason(why, "declined") }),
  add: (words, options) => ({ kind: "add", fields: { ...fieldsOf(options), do: words } }),
  set: (id, options) => ({ kind: "set", id, fields: fieldsOf(options) }),
  doing: (id, options) => progress({ id, status: "doing" }, options),
  done: (id, options) => progress({ id, status: "done" }, options),
  drop: (id, options) => progress({ id, status: "dropped" }, options),
};

function fieldsOf(options: ActionsOptions): Extract<ActionChange, { kind: "add" }>["fields"] {
  const { for: about, do: words, who, by, with: others, first, sign, cost, hours, note } = options;
  return { for: about, do: words, who, by, with: others, first, sign, cost, hours, note };
}

function progress(
  { id, status }: Pick<ActionProgress, "id" | "status">,
  { why, note, helped }: ActionsOptions,
): ActionChange {
  if (status !== "dropped" && why !== undefined)
    throw wrongUse("--why goes with --drop.", 'To say what happened, use --note "…".');
  const said = status === "dropped" ? reason(why, "dropped") : undefined;
  return { kind: "progress", progress: { id, status, why: said, note, helped } };
}

function reason(why: string | undefined, what: string): string {
  if (why?.trim()) return why;
  throw wrongUse(`Why is it ${what}?`, 'Trustees will ask. Add --why "…".');
}

/** A field says nothing without the action that it is about. */
function refuseFieldsAlone({ why, note, helped, by, cost }: ActionsOptions): void {
  if ([why, note, helped, by, cost].every((each) => each === undefined)) return;
  throw wrongUse(
    "Which action is this about?",
    "Add --doing, --done, --drop or --set with its number.",
  );
}
