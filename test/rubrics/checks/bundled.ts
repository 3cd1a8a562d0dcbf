import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Guide } from "../../../src/guide/schema.ts";
import { lintText } from "../../../src/lint/lint-text.ts";
import type { LintedText } from "../../../src/lint/subject.ts";
import type { CriterionFile, RubricFile, SectionFile } from "../../../src/rubric/schema.ts";
import { PACKAGE_FOLDER } from "../../support/context.ts";

const FOLDER = join(PACKAGE_FOLDER, "rubrics");

/** Every file of `rubrics/` by its name, read as `coprod lint` reads it. */
export const LINTED: ReadonlyMap<string, LintedText> = new Map(
  readdirSync(FOLDER).map((name) => [
    name,
    lintText(name, readFileSync(join(FOLDER, name), "utf8")),
  ]),
);

export const RUBRICS: readonly RubricFile[] = [...LINTED.values()].flatMap(
  ({ rubric }) => rubric ?? [],
);

export const GUIDE: Guide = [...LINTED.values()].flatMap(({ guide }) => guide ?? [])[0] as Guide;

/** A question with what it hangs on. */
export interface Question {
  readonly key: string;
  readonly section: SectionFile;
  readonly criterion: CriterionFile;
  /** Its scale, lowest level first. */
  readonly levels: RubricFile["scales"][string];
  readonly kind: QuestionKind;
}

/** A pressure question, a practice question with levels of its own, or a check on a shared scale. */
type QuestionKind = "pressure" | "practice" | "check";

export function questionsIn(rubric: RubricFile): Question[] {
  return rubric.sections.flatMap((section) =>
    section.criteria.map((criterion) => ({
      key: `${rubric.id}/${criterion.id}`,
      section,
      criterion,
      levels: rubric.scales[criterion.scale ?? section.scale ?? ""] ?? [],
      kind: kindOf(criterion),
    })),
  );
}

function kindOf({ measures, levels }: CriterionFile): QuestionKind {
  if (measures === "pressure") return "pressure";
  return levels === undefined ? "check" : "practice";
}
