import { dirname, isAbsolute, relative, resolve } from "node:path";
import type { RubricReference } from "../../assessment/schema.ts";
import { DEFAULT_RUBRICS, loadRubric } from "../../files/load-rubrics.ts";
import { EXIT, UserError } from "../../platform/errors.ts";
import type { Context } from "../../platform/ports.ts";
import type { Rubric } from "../../rubric/rubric.ts";

export interface ChosenRubric {
  readonly rubric: Rubric;
  /** Full path of a rubric that is not bundled. */
  readonly path: string | undefined;
}

/** The rubrics named on the command line, or the usual ones. */
export async function chosenRubrics(
  context: Context,
  named: readonly string[],
): Promise<readonly ChosenRubric[]> {
  const names = named.length > 0 ? [...new Set(named)] : DEFAULT_RUBRICS;
  const chosen: ChosenRubric[] = [];
  for (const name of names) {
    const rubric = await loadRubric(context, name);
    const path = /[\\/]|\.ya?ml$/u.test(name) ? resolve(context.cwd, name) : undefined;
    if (chosen.some((each) => each.rubric.id === rubric.id)) throw sameId(rubric.id);
    chosen.push({ rubric, path });
  }
  return chosen;
}

/** How an assessment at `assessmentPath` names the rubrics it uses. */
export function referencesFrom(
  assessmentPath: string,
  chosen: readonly ChosenRubric[],
): readonly RubricReference[] {
  return chosen.map(({ rubric, path }) => {
    const { id, version, hash } = rubric;
    const reference = { id, version, hash };
    return path === undefined
      ? reference
      : { ...reference, file: relativePath(assessmentPath, path) };
  });
}

/** With forward slashes, so that the folder can move between computers. */
export function relativePath(from: string, to: string): string {
  const path = relative(dirname(from), to).replaceAll("\\", "/");
  return isAbsolute(path) || path.startsWith(".") ? path : `./${path}`;
}

function sameId(id: string): UserError {
  return new UserError(
    `Two of these rubrics are called "${id}", so their answers could not be told apart.`,
    {
      hint: "Give one of them another id, or leave one out.",
      exitCode: EXIT.wrongUse,
    },
  );
}
