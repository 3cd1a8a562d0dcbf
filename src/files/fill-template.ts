import type { FilledTemplate, TemplateName } from "../documents/formats/format.ts";
import { fillBuiltIn, styleIn } from "../documents/templates/fill.ts";
import type { UserTemplateJob, UserTemplateResult } from "../documents/templates/sandbox.ts";
import type { PlanView } from "../plan/schema/index.ts";
import { EXIT, UserError } from "../platform/errors.ts";
import type { Context } from "../platform/ports.ts";
import { loadTemplates } from "./bundled.ts";
import { loadUserTemplate } from "./templates.ts";

/** Fills in a plan the templates of whatever format asks: coprod's own, or those at the path that was given. */
export function templateFiller(
  context: Context,
  view: PlanView,
  given: string | undefined,
): (name: TemplateName) => Promise<FilledTemplate> {
  if (given === undefined) return (name) => fillBuiltIn(view, name, () => loadTemplates(context));
  return async (name) => {
    const templates = await loadTemplates(context);
    const set = await loadUserTemplate(context, given, { format: name, templates });
    return { body: await fillSandboxed(context, { ...set, view }), ...styleIn(templates) };
  };
}

async function fillSandboxed(context: Context, job: UserTemplateJob): Promise<string> {
  const result = await context.runSandboxed({ name: "fillUserTemplate", input: job });
  if (result.kind === "too-long")
    throw refused(job, ["It takes too long. Look for a list inside a list inside a list."]);
  if (result.kind === "too-much-memory")
    throw refused(job, ["It needs too much memory. Look for a list inside a list inside a list."]);
  const filled = result.value as UserTemplateResult;
  if ("problems" in filled) throw refused(job, filled.problems);
  return filled.text;
}

function refused({ main }: UserTemplateJob, problems: readonly string[]): UserError {
  const fields = "docs/templates.md lists every field there is. Nothing has been written.";
  return new UserError(`The template ${main.name} can't be used.`, {
    hint: [...problems, fields].join("\n"),
    exitCode: EXIT.problems,
  });
}
