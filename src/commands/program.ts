import { Command, CommanderError } from "commander";
import { EXIT, type ExitCode } from "../platform/errors.ts";
import type { Context } from "../platform/ports.ts";
import { declareActions } from "./actions.ts";
import { declareAssess } from "./assess.ts";
import type { Declare, Perform } from "./command.ts";
import { declareCompare } from "./compare.ts";
import { declareCompletion } from "./completion/completion.ts";
import { declareDemo } from "./demo.ts";
import { reportFailure } from "./failure.ts";
import { declareForm } from "./form.ts";
import { declareGuide } from "./guide.ts";
import { declareLint } from "./lint.ts";
import { declareMerge } from "./merge.ts";
import { declarePlan } from "./plan.ts";
import { declareRestore } from "./restore.ts";
import { declareRubric } from "./rubric.ts";
import { declareSchema } from "./schema.ts";
import { declareScore } from "./score.ts";
import { declareShare } from "./share.ts";
import { declareSheet } from "./sheet.ts";
import { declareTemplate } from "./template.ts";
import { declareTogether } from "./together.ts";
import { declareVotes } from "./votes.ts";

/** Each command by its name. */
const COMMANDS: ReadonlyMap<string, Declare> = new Map([
  ["demo", declareDemo],
  ["assess", declareAssess],
  ["score", declareScore],
  ["plan", declarePlan],
  ["actions", declareActions],
  ["sheet", declareSheet],
  ["form", declareForm],
  ["votes", declareVotes],
  ["restore", declareRestore],
  ["compare", declareCompare],
  ["merge", declareMerge],
  ["share", declareShare],
  ["together", declareTogether],
  ["template", declareTemplate],
  ["rubric", declareRubric],
  ["guide", declareGuide],
  ["lint", declareLint],
  ["schema", declareSchema],
  ["completion", declareCompletion],
]);

interface GlobalOptions {
  readonly color: boolean;
  readonly debug?: boolean;
}

/** The whole program: arguments (without `node` and the script) and a context in, exit code out. Never throws. */
export async function run(argv: readonly string[], context: Context): Promise<ExitCode> {
  if (argv.length === 0 && context.interactive) return runChosen(context);
  let exitCode: ExitCode = EXIT.done;
  const program = createProgram(context);
  const chosen = () => withOptions(context, program.opts<GlobalOptions>());
  const perform: Perform = async (work) => {
    exitCode = await work(chosen());
  };
  for (const declare of wanted(argv)) declare(program, perform);
  try {
    await program.parseAsync([...argv], { from: "user" });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.wrongUse;
    return reportFailure(error, chosen(), { debug: argv.includes("--debug") });
  }
}

/** Whoever types nothing more at a terminal is asked what to do. */
async function runChosen(context: Context): Promise<ExitCode> {
  try {
    const { startPage } = await import("./start-page.ts");
    const chosen = await startPage(context);
    return "exitCode" in chosen ? chosen.exitCode : await run(chosen, context);
  } catch (error) {
    return reportFailure(error, context, { debug: false });
  }
}

/** The one command that the words name; all of them for help, for completion, or where none is known. */
function wanted(argv: readonly string[]): Iterable<Declare> {
  const name = argv.find((word) => !word.startsWith("-")) ?? "";
  const named = name === "completion" ? undefined : COMMANDS.get(name);
  return named === undefined ? COMMANDS.values() : [named];
}

function createProgram(context: Context): Command {
  return (
    new Command("coprod")
      .exitOverride()
      .configureOutput({
        writeOut: (text) => context.stdout.write(text),
        writeErr: (text) => context.stderr.write(text),
        getOutHelpWidth: () => context.columns,
        getErrHelpWidth: () => context.columns,
        outputError: (text, write) => write(plainUsageError(text)),
      })
      .description(
        "Look honestly at how ready your charity is to co-produce: to design, decide, deliver and " +
          "evaluate its services together with the people who use them. Works offline. Keeps no names.",
      )
      // Arguments and options are in each command's own help; here they would crowd out the words.
      .configureHelp({ subcommandTerm: (command) => command.name() })
      .version(context.version, "-V, --version", "print the version")
      .helpOption("-h, --help", "show help")
      .helpCommand("help [command]", "show help for a command")
      .option("--no-color", "use no colour")
      .option("--debug", "show technical details when something goes wrong")
      .showHelpAfterError("Type the command with --help to see how it is used.")
      .addHelpText(
        "after",
        "\nStart here:\n  coprod demo       see an example first\n  coprod assess     start your own\n",
      )
  );
}

function plainUsageError(text: string): string {
  return text
    .replace(
      /^error: option '.*?(--[\w-]+).*?' argument '(.*)' is invalid\./su,
      '"$2" does not fit $1.',
    )
    .replace(/^error: missing required argument '(.*?)'/su, "Something is missing: <$1>.")
    .replace(/^error: (.)/u, (_, first: string) => first.toUpperCase())
    .replace(/\(Did you mean (.*)\?\)/u, "Did you mean $1?");
}

function withOptions(context: Context, options: GlobalOptions): Context {
  // A copy would ask for everything at once, and some of it takes time to find out.
  return Object.create(context, { color: { value: context.color && options.color } });
}
