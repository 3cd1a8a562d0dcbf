import { dirname, join, parse, resolve } from "node:path";
import { type ActionFilter, chosenActions } from "../assessment/actions.ts";
import { formatEnding } from "../documents/formats/index.ts";
import { EXIT, type ExitCode, UserError } from "../platform/errors.ts";
import type { Context } from "../platform/ports.ts";
import { criteriaOf } from "../rubric/rubric.ts";
import { REGISTER_FORMATS, type RegisterFormat } from "../util/formats.ts";
import { displayPath } from "./display-path.ts";
import type { LoadedAssessment } from "./load-assessment.ts";
import { writeDocument } from "./write-document.ts";

interface Made {
  readonly content: string | Uint8Array;
  /** Whether a file that holds this text may give way to a new one. */
  readonly isOurs: (latin1: string) => boolean | Promise<boolean>;
}

interface Listed {
  readonly title: string;
  readonly started: string | undefined;
  readonly actions: LoadedAssessment["assessment"]["actions"];
  readonly questions: ReadonlyMap<string, string>;
  readonly assessment: LoadedAssessment["assessment"];
}

type Make = (listed: Listed) => Promise<Made>;

/** Each form of the register: what makes it, and how we know a file of ours that nobody has changed. */
const FORMATS = {
  xlsx: async (listed) => {
    const { REGISTER_SIGNATURE, registerTable } = await registerModule();
    const { writeXlsx } = await import("../documents/spreadsheet/spreadsheet.ts");
    // Whatever saves it anew leaves the signature out.
    const isOurs = (text: string) => text.startsWith("PK") && text.includes(REGISTER_SIGNATURE);
    return { content: writeXlsx(registerTable(listed)), isOurs };
  },
  csv: async (listed) => {
    const { isAsMade, registerTable } = await registerModule();
    const { readSpreadsheet, writeCsv } = await import("../documents/spreadsheet/spreadsheet.ts");
    const isOurs = async (text: string) => {
      const bytes = Buffer.from(text, "latin1");
      const rows = await readSpreadsheet({ name: "register.csv", bytes }).catch(() => []);
      return isAsMade(rows, listed.questions);
    };
    return { content: writeCsv(registerTable(listed)), isOurs };
  },
  ics: async ({ assessment, actions }) => {
    const { CALENDAR_SIGNATURE, calendarText } = await import("../documents/register/calendar.ts");
    const content = calendarText({ ...assessment, actions });
    return { content, isOurs: (text) => text.includes(CALENDAR_SIGNATURE) };
  },
  json: async (listed) => {
    const { registerJson } = await registerModule();
    const isOurs = (text: string) => /^\{\s*"coprod": "actions\//u.test(text);
    return { content: registerJson(listed), isOurs };
  },
  md: async (listed) => {
    const { registerMarkdown } = await registerModule();
    const isOurs = (text: string) => /^# [\s\S]*^Made with coprod /mu.test(text);
    return { content: registerMarkdown(listed), isOurs };
  },
} as const satisfies Readonly<Record<RegisterFormat, Make>>;

function registerModule() {
  return import("../documents/register/register.ts");
}

interface Wanted {
  readonly format: RegisterFormat | undefined;
  readonly output: string | undefined;
  readonly force: boolean;
  readonly filter: ActionFilter;
}

/** Writes or prints the actions in the form that is asked for. A page for programs is printed, anything else is a file beside the assessment. */
export async function writeRegister(
  context: Context,
  { path, assessment }: LoadedAssessment,
  { output, force, filter, ...wanted }: Wanted,
): Promise<ExitCode> {
  const format = chosenFormat(wanted.format, output);
  const target = targetOf(context, path, { format, output });
  const today = context.now().toISOString().slice(0, 10);
  const { content, isOurs } = await FORMATS[format]({
    title: assessment.title,
    started: assessment.started,
    actions: chosenActions(assessment.actions, filter, today),
    questions: questionsOf(assessment),
    assessment,
  });
  if (target === undefined) {
    context.stdout.write(String(content));
    return EXIT.done;
  }
  const ours = { what: "register", isOurs };
  await writeDocument(context, { path: target, content }, { force, ...ours });
  context.stdout.write(`The actions are in ${displayPath(context, target)}\n${ADVICE[format]}`);
  return EXIT.done;
}

const ADVICE: Readonly<Record<RegisterFormat, string>> = {
  xlsx: "Change it there, and take the changes in with --from.\n",
  csv: "Change it there, and take the changes in with --from.\n",
  ics: "Open it to put the days into a calendar. Make it again when something has changed.\n",
  json: "",
  md: "",
};

/** The questions in the words in which they are asked, by their keys. */
export function questionsOf({
  rubrics,
}: LoadedAssessment["assessment"]): ReadonlyMap<string, string> {
  return new Map(rubrics.flatMap(criteriaOf).map(({ key, asks }) => [key, asks]));
}

/** What is asked for, or what the name after -o says; where the two differ, nobody knows which was meant. */
function chosenFormat(
  format: RegisterFormat | undefined,
  output: string | undefined,
): RegisterFormat {
  const ending = output === undefined || output === "-" ? "" : formatEnding(output);
  const named = REGISTER_FORMATS.find((each) => each === ending);
  if (named === undefined && (ending !== "" || format === undefined))
    throw new UserError(
      ending === ""
        ? "Which form should the register have?"
        : `coprod can't make a register that ends in .${ending}.`,
      {
        hint: `Add --format ${REGISTER_FORMATS.join(", ")}, or give a name with one of these endings after -o.`,
        exitCode: EXIT.wrongUse,
      },
    );
  if (format !== undefined && named !== undefined && format !== named)
    throw new UserError(
      `--format ${format} and a file that ends in .${ending} don't go together.`,
      {
        hint: `Leave --format out, or let the name end in .${format}.`,
        exitCode: EXIT.wrongUse,
      },
    );
  return format ?? (named as RegisterFormat);
}

/** Undefined is standard output. */
function targetOf(
  context: Context,
  assessment: string,
  { format, output }: { readonly format: RegisterFormat; readonly output: string | undefined },
): string | undefined {
  const isStdin = assessment === "-" || parse(assessment).name === "standard input";
  if (
    output === "-" ||
    (output === undefined && format !== "xlsx" && (format === "json" || isStdin))
  ) {
    if (format !== "xlsx") return undefined;
    throw new UserError("A spreadsheet can't be printed to the screen.", {
      hint: "Give the name of a file after -o, or leave -o out.",
      exitCode: EXIT.wrongUse,
    });
  }
  if (output !== undefined) return resolve(context.cwd, output);
  const name = isStdin ? "actions" : `${parse(assessment).name}-actions`;
  return join(isStdin ? context.cwd : dirname(assessment), `${name}.${format}`);
}
