import { join, resolve } from "node:path";
import type { Assessment } from "../assessment/assessment.ts";
import { formatNamed } from "../documents/formats/index.ts";
import { withAssessment } from "../files/assessment-file.ts";
import { displayPath } from "../files/display-path.ts";
import { EXIT, type ExitCode } from "../platform/errors.ts";
import type { Context } from "../platform/ports.ts";
import type { Scorecard } from "../scoring/schema.ts";
import { type Declare, examples } from "./command.ts";

export const declareDemo: Declare = (program, perform) => {
  program
    .command("demo [folder]")
    .description("make an example: an assessment and its plan for trustees")
    .option("--open", "show the plan in a web browser")
    .addHelpText("after", examples("coprod demo --open", "coprod demo my-first-look"))
    .action((folder: string | undefined, { open = false }: { readonly open?: boolean }) =>
      perform((context) => runDemo(context, folder, open)),
    );
};

const EXAMPLE = "river-house";
const DEFAULT_FOLDER = "coprod-demo";

async function runDemo(
  context: Context,
  given: string | undefined,
  open: boolean,
): Promise<ExitCode> {
  const folder = resolve(context.cwd, given ?? DEFAULT_FOLDER);
  await context.files.makeFolder(folder);
  const path = join(folder, `${EXAMPLE}.yaml`);
  await copyExample(context, path);
  const { loadAssessment } = await import("../files/load-assessment.ts");
  const { scoreAssessment } = await import("../scoring/score-assessment.ts");
  const { scorecardText } = await import("../scoring/text/scorecard-text.ts");
  const { assessment } = await loadAssessment(context, path);
  const scorecard = scoreAssessment(assessment);
  const page = await writePlans(context, folder, { assessment, scorecard });
  context.stdout.write(scorecardText(assessment, scorecard, context));
  const opened = open && (await context.openFile(page));
  const again = given === undefined ? "coprod demo" : `coprod demo ${displayPath(context, folder)}`;
  const [html, file] = [displayPath(context, page), displayPath(context, path)];
  context.stdout.write(whatNext({ plan: aboutPlan(html, { open, opened, again }), path: file }));
  return EXIT.done;
}

/** The plan as a page and as Markdown; returns the path of the page. */
async function writePlans(
  context: Context,
  folder: string,
  { assessment, scorecard }: { readonly assessment: Assessment; readonly scorecard: Scorecard },
): Promise<string> {
  const { buildPlan } = await import("../plan/build-plan.ts");
  const { templateFiller } = await import("../files/fill-template.ts");
  const { writeDocument } = await import("../files/write-document.ts");
  const view = buildPlan(assessment, scorecard, {
    date: undefined,
    length: "full",
    audience: "trustees",
    tool: `coprod ${context.version}`,
  });
  const job = {
    view,
    largePrint: false,
    otherLanguages: new Map(),
    letterhead: {},
    attachments: async () => ({ made: [], command: "" }),
    fill: templateFiller(context, view, undefined),
    printPage: context.printPage,
  };
  for (const format of ["html", "md"] as const) {
    const content = await formatNamed(format).render(job);
    const path = join(folder, `${EXAMPLE}-plan.${format}`);
    await writeDocument(context, { path, content }, { force: false });
  }
  return join(folder, `${EXAMPLE}-plan.html`);
}

// What people changed in the example is theirs: a second run makes its plan again and leaves the answers alone.
async function copyExample(context: Context, path: string): Promise<void> {
  if ((await context.files.kind(path)) === "file") return;
  const example = join(context.packageFolder, "docs", "examples", `${EXAMPLE}.yaml`);
  const text = await context.files.read(example);
  await withAssessment(context, path, (file) => file.save(text));
}

interface Shown {
  readonly open: boolean;
  readonly opened: boolean;
  /** The command that makes it again. */
  readonly again: string;
}

/** How to see the plan, or that it can be seen. */
function aboutPlan(page: string, { open, opened, again }: Shown): readonly string[] {
  const how = opened ? "Read it; it is open in your web browser:" : "Open it in a web browser:";
  const shows = open ? [] : ["     This does it for you:", `       ${again} --open`];
  return [`  1. The plan for their trustees. ${how}`, `       ${page}`, ...shows];
}

/** Paths and commands stand on lines of their own, so that people can copy them whole on a screen of any width. */
function whatNext({ plan, path }: { plan: readonly string[]; path: string }): string {
  return [
    "",
    "This was River House, a made-up charity. What to do next:",
    ...plan,
    "  2. Change an answer in this file:",
    `       ${path}`,
    "     Then make the plan again:",
    `       coprod plan ${path}`,
    "  3. Start your own with your team:",
    "       coprod assess",
    "",
  ].join("\n");
}
