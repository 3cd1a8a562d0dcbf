import { dirname, isAbsolute, relative, resolve } from "node:path";
import { FIRST_LINES, withEnd } from "../../assessment/end-mark.ts";
import type { AssessmentFile, RubricReference } from "../../assessment/schema.ts";
import { DEFAULT_RUBRICS, loadRubric, tellWords } from "../../files/rubrics.ts";
import { EXIT, UserError } from "../../platform/errors.ts";
import type { Context } from "../../platform/ports.ts";
import type { Rubric } from "../../rubric/rubric.ts";
import { type Day, isoDay, spokenMonth } from "../dates.ts";

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
  await tellWords(
    context,
    chosen.map(({ rubric }) => rubric),
  );
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

export interface Beginnings {
  readonly charity: string | undefined;
  readonly covers: string;
  readonly today: Day;
  readonly rubrics: readonly RubricReference[];
  /** Whether only the core questions are to be asked. */
  readonly quick?: boolean;
  /** Key of the question that the people chose besides. */
  readonly picked?: string | undefined;
}

export const WHOLE_ORGANISATION = "The whole organisation";

/** An assessment in which nothing is answered yet. */
export function newAssessment({
  charity,
  covers,
  today,
  rubrics,
  quick = false,
  picked,
}: Beginnings): AssessmentFile {
  return {
    coprod: "assessment/1",
    title: `${charity ?? "Our charity"}, ${spokenMonth(today)}`,
    covers,
    ...(quick ? { look: "quick" as const } : {}),
    ...(picked === undefined ? {} : { picked }),
    started: isoDay(today),
    rubrics: [...rubrics],
    ...(charity === undefined ? {} : { plan: { charity } }),
  };
}

/** The text of a file that coprod starts, with a few words for whoever opens it. */
export async function newText(file: AssessmentFile): Promise<string> {
  const { yamlText } = await import("../../yaml/edit/yaml-text.ts");
  return withEnd(`${FIRST_LINES}\n${yamlText(file)}`);
}

/** A file name from a charity's name: small letters, digits and hyphens. */
export function fileNameFor(charity: string | undefined): string {
  const letters = (charity ?? "")
    .normalize("NFKD")
    .toLowerCase()
    .replace(/['’]|\p{M}/gu, "");
  const slug = letters
    .replace(/[^a-z0-9]+/gu, "-")
    .replace(/^-+|-+$/gu, "")
    .slice(0, 50);
  return slug === "" || isReserved(slug) ? "our-charity.yaml" : `${slug}.yaml`;
}

/** Names that Windows keeps for devices, with or without an ending. */
export function isReserved(name: string): boolean {
  return /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?$/iu.test(name);
}
