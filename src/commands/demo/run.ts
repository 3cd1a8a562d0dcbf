import { join, resolve } from "node:path";
import { withAssessment } from "../../files/assessment-file.ts";
import { displayPath } from "../../files/display-path.ts";
import { loadAssessment } from "../../files/load-assessment.ts";
import { renderBuiltIn } from "../../files/render-built-in.ts";
import { writeDocument } from "../../files/write-document.ts";
import { buildPlan } from "../../plan/build-plan.ts";
import { EXIT, type ExitCode } from "../../platform/errors.ts";
import type { Context } from "../../platform/ports.ts";
import { scoreAssessment } from "../../scoring/score-assessment.ts";
import { scorecardText } from "../../scoring/text/scorecard-text.ts";

const EXAMPLE = "river-house";
const DEFAULT_FOLDER = "coprod-demo";

export async function runDemo(context: Context, given: string | undefined): Promise<ExitCode> {
  const folder = resolve(context.cwd, given ?? DEFAULT_FOLDER);
  await context.files.makeFolder(folder);
  const path = join(folder, `${EXAMPLE}.yaml`);
  await copyExample(context, path);
  const { assessment } = await loadAssessment(context, path);
  const scorecard = scoreAssessment(assessment);
  const view = buildPlan(assessment, scorecard, {
    date: undefined,
    length: "full",
    audience: "trustees",
    tool: `coprod ${context.version}`,
  });
  const plans = {
    html: join(folder, `${EXAMPLE}-plan.html`),
    md: join(folder, `${EXAMPLE}-plan.md`),
  };
  for (const format of ["html", "md"] as const) {
    const text = await renderBuiltIn(context, view, { format, largePrint: false });
    await writeDocument(context, { path: plans[format], content: text }, { force: false });
  }
  context.stdout.write(scorecardText(assessment, scorecard, context));
  context.stdout.write(
    whatNext({ html: displayPath(context, plans.html), path: displayPath(context, path) }),
  );
  return EXIT.done;
}

// What people changed in the example is theirs: a second run makes its plan again and leaves the answers alone.
async function copyExample(context: Context, path: string): Promise<void> {
  if ((await context.files.kind(path)) === "file") return;
  const example = join(context.packageFolder, "docs", "examples", `${EXAMPLE}.yaml`);
  const text = await context.files.read(example);
  await withAssessment(context, path, (file) => file.save(text));
}

/** Paths and commands stand on lines of their own, so that people can copy them whole on a screen of any width. */
function whatNext({ html, path }: { html: string; path: string }): string {
  return [
    "",
    "This was River House, a made-up charity. What to do next:",
    "  1. Open the plan for their trustees in a web browser:",
    `       ${html}`,
    "  2. Change an answer in this file:",
    `       ${path}`,
    "     Then make the plan again:",
    `       coprod plan ${path}`,
    "  3. Start your own with your team:",
    "       coprod assess",
    "",
  ].join("\n");
}
