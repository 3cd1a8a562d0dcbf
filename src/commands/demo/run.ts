import { join, resolve } from "node:path";
import type { Context } from "../../context.ts";
import { renderDocument } from "../../document/render-document.ts";
import { EXIT, type ExitCode } from "../../errors.ts";
import { buildPlan } from "../../plan/build-plan.ts";
import { scorecardText } from "../../report/scorecard-text.ts";
import { scoreAssessment } from "../../scorecard/score-assessment.ts";
import { displayPath } from "../../workspace/display-path.ts";
import { loadAssessment } from "../../workspace/load-assessment.ts";
import { loadTemplates } from "../../workspace/load-templates.ts";
import { writeDocument } from "../../workspace/write-document.ts";

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
  });
  const templates = await loadTemplates(context);
  const plans = {
    html: join(folder, `${EXAMPLE}-plan.html`),
    md: join(folder, `${EXAMPLE}-plan.md`),
  };
  for (const format of ["html", "md"] as const) {
    const text = renderDocument(view, format, { templates, largePrint: false });
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
  await context.files.write(path, await context.files.read(example));
}

function whatNext({ html, path }: { html: string; path: string }): string {
  return [
    "",
    "This was River House, a made-up charity. What to do next:",
    `  1. Open ${html} in a web browser: it is the plan for their trustees.`,
    `  2. Change an answer in ${path}, then type:  coprod plan ${path}`,
    "  3. Start your own with your team:  coprod assess",
    "",
  ].join("\n");
}
