import {
  type ActionProgress,
  actionNamed,
  nextActionId,
  numberOf,
  withProgress,
} from "../../assessment/actions.ts";
import { type AssessmentEdit, editText } from "../../assessment/edit.ts";
import type { Action } from "../../assessment/schema.ts";
import { savedText, withAssessment } from "../../files/assessment-file.ts";
import { type LoadedAssessment, readAssessment } from "../../files/load-assessment.ts";
import { isPlain } from "../../files/plain-mode.ts";
import { diagnosticsText } from "../../lint/reporters/diagnostics.ts";
import {
  actionFrom,
  type SuggestedStep,
  stepNamed,
  suggestedSteps,
} from "../../plan/suggestions.ts";
import { EXIT, type ExitCode, UserError } from "../../platform/errors.ts";
import type { Context } from "../../platform/ports.ts";
import { paragraph } from "../../terminal/blocks.ts";
import { Conversation, readShortText } from "../../terminal/conversation.ts";
import { ANYWHERE } from "../../terminal/typed-line.ts";
import { nearest } from "../../util/suggest.ts";
import { EditableYaml } from "../../yaml/edit/editable-yaml.ts";
import { clockAt, type Day } from "../dates.ts";
import { messages } from "../messages/messages.ts";
import { type ActionFields, fieldsFrom } from "./action-fields.ts";

/** One change to the actions of an assessment, as a command line asks for it. */
export type ActionChange =
  | { readonly kind: "progress"; readonly progress: ActionProgress }
  | { readonly kind: "take"; readonly step: string; readonly fields: ActionFields }
  | {
      readonly kind: "reply";
      readonly step: string;
      readonly said: "later" | "no";
      readonly why: string | undefined;
    }
  | { readonly kind: "add"; readonly fields: ActionFields }
  | { readonly kind: "set"; readonly id: string; readonly fields: ActionFields };

interface Asking {
  /** Undefined where neither --plain nor --no-plain is given. */
  readonly plain: boolean | undefined;
}

/** Puts one change into the file; everything else in it stays as a person wrote it. */
export async function changeActions(
  context: Context,
  path: string,
  change: ActionChange,
  asking: Asking,
): Promise<ExitCode> {
  return withAssessment(context, path, async (file) => {
    const text = await file.read();
    const loaded = await readAssessment(context, path, text);
    context.stderr.write(diagnosticsText(loaded.warnings, loaded.texts, { color: context.color }));
    const { today } = clockAt(context.now());
    const made = await makeChange({ context, loaded, today, asking }, change);
    if (made === undefined) return EXIT.done;
    const saved = await file.save(editText(EditableYaml.read(text), made.edits).text);
    context.stdout.write(`${made.says}\n${savedText(context, saved)}`);
    return EXIT.done;
  });
}

interface Working {
  readonly context: Context;
  readonly loaded: LoadedAssessment;
  readonly today: Day;
  readonly asking: Asking;
}

interface Made {
  readonly edits: readonly AssessmentEdit[];
  readonly says: string;
}

/** Undefined where people were asked and said no. */
async function makeChange(working: Working, change: ActionChange): Promise<Made | undefined> {
  const { file, assessment } = working.loaded;
  switch (change.kind) {
    case "progress":
      return progressMade(working, change.progress);
    case "take":
      return take(working, change);
    case "reply":
      return reply(working, change);
    case "add": {
      const action = { id: nextActionId(file), do: "", ...fieldsFrom(working, change.fields) };
      return acted(action, "is added");
    }
    case "set": {
      const before = actionNamed(assessment.actions, change.id);
      return acted({ ...before, ...fieldsFrom(working, change.fields) }, "is changed");
    }
    default:
      return change satisfies never;
  }
}

function acted(action: Action, what: string): Made {
  const { whoAndWhen } = messages.action;
  return {
    edits: [{ kind: "act", action }],
    says: `Action ${numberOf(action.id)} ${what}: ${action.do}\n${whoAndWhen(action)}`,
  };
}

const STATUS_WORDS = {
  planned: "planned",
  doing: "under way",
  done: "done",
  dropped: "dropped",
} as const;

/** Of what is done, people are asked whether it helped, where somebody can be asked. */
async function progressMade(working: Working, progress: ActionProgress): Promise<Made> {
  const { actions } = working.loaded.assessment;
  const before = actionNamed(actions, progress.id);
  const isAsked = progress.status === "done" && progress.helped === undefined;
  const said = isAsked ? await askHelped(working, { ...before, note: progress.note }) : {};
  const action = withProgress(actions, { ...progress, ...said });
  const { id, do: title, status = "planned" } = action;
  return {
    edits: [{ kind: "act", action }],
    says: `Action ${numberOf(id)} is ${STATUS_WORDS[status]}: ${title}`,
  };
}

async function askHelped(
  { context, asking: { plain } }: Working,
  { sign, note }: Pick<Action, "sign"> & Pick<ActionProgress, "note">,
): Promise<Partial<Pick<ActionProgress, "helped" | "note">>> {
  if (!context.interactive && plain !== true) return {};
  const talk = await openTalk(context, plain);
  try {
    const known = sign === undefined ? [] : [paragraph(`How we will know: ${sign}`)];
    talk.say(
      [
        ...known,
        paragraph(
          "Did it help? y yes, p partly, n no, e too early to say. Press Enter to leave it out.",
        ),
      ],
      {
        apart: true,
      },
    );
    const chosen = await talk.choose({
      prompt: "y, p, n, e or Enter: ",
      words: {
        yes: ["y", "yes"],
        partly: ["p", "partly"],
        no: ["n", "no"],
        "too-early": ["e", "too early", "too-early"],
        out: ["", ...ANYWHERE.quit],
      },
      otherwise: "Type y, p, n or e, or press Enter to leave it out.",
    });
    if (typeof chosen !== "string" || chosen === "out") return {};
    return note === undefined
      ? { helped: chosen, note: await askEvidence(talk) }
      : { helped: chosen };
  } finally {
    talk.close();
  }
}

/** What shows it, in people's own words; undefined where nothing is said. */
async function askEvidence(talk: Conversation): Promise<string | undefined> {
  const { evidence, prompts } = messages.accounts;
  const blocks = [paragraph(evidence)];
  const typed = await talk.ask({
    blocks,
    prompt: prompts.evidence,
    help: blocks,
    read: readShortText,
  });
  return "exitCode" in typed || typed.value === "" ? undefined : typed.value;
}

async function openTalk(context: Context, plain: boolean | undefined): Promise<Conversation> {
  return Conversation.open(context, {
    plain: await isPlain(context, plain),
    hint: "Type q to stop.",
    nothingDone: "Nothing has been saved.",
  });
}

/** A letter moves when answers change, so its words are read back and asked about; a key says itself what is meant. */
async function take(
  working: Working,
  { step: name, fields }: Extract<ActionChange, { kind: "take" }>,
): Promise<Made | undefined> {
  const step = stepIn(working, name);
  if (step.key !== name && !(await isMeant(working, step))) return undefined;
  const { file } = working.loaded;
  const action = { id: nextActionId(file), ...actionFrom(step), ...fieldsFrom(working, fields) };
  const made = acted(action, "is agreed");
  if (step.reply === undefined) return made;
  const withdrawn = { for: step.key, do: step.do };
  return { ...made, edits: [...made.edits, { kind: "reply", step: withdrawn, reply: undefined }] };
}

async function isMeant(
  { context, asking: { plain } }: Working,
  { letter, key, do: words }: SuggestedStep,
): Promise<boolean> {
  if (!context.interactive && plain !== true)
    throw new UserError(`Letters move when answers change. ${letter} is now: ${words}`, {
      hint: `Nobody can be asked here. To agree it, give its key: --take ${key}`,
      exitCode: EXIT.wrongUse,
    });
  const talk = await openTalk(context, plain);
  try {
    talk.say([paragraph(`${letter}: ${words}`), paragraph("Agree this?")], { apart: true });
    const chosen = await talk.choose({
      prompt: "y or n: ",
      words: { yes: ["y", "yes"], no: ["n", "no", ...ANYWHERE.quit] },
      otherwise: "Type y to agree it, or n to leave it.",
    });
    return chosen === "yes";
  } finally {
    talk.close();
  }
}

function reply(
  working: Working,
  { step: name, said, why }: Extract<ActionChange, { kind: "reply" }>,
): Made {
  const { key, do: words } = stepIn(working, name);
  const edit: AssessmentEdit = {
    kind: "reply",
    step: { for: key, do: words },
    reply: why === undefined ? { said } : { said, why },
  };
  return { edits: [edit], says: `${said === "later" ? "Put off" : "Declined"}: ${words}` };
}

function stepIn({ loaded: { assessment } }: Working, name: string): SuggestedStep {
  const steps = suggestedSteps(assessment);
  const found = stepNamed(steps, name);
  if (found !== undefined) return found;
  const keys = steps.map(({ key }) => key);
  const near = nearest(name, keys);
  const hint =
    near.length > 0 ? `Did you mean "${near.join('" or "')}"?` : "coprod actions lists them.";
  throw new UserError(`There is no suggested step "${name}".`, { hint, exitCode: EXIT.wrongUse });
}
