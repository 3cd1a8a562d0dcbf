import type { Guide } from "../../../src/guide/schema.ts";
import type { RubricFile } from "../../../src/rubric/schema.ts";
import { questionsIn } from "./bundled.ts";

/** References from rubric to barrier, rubric to guide page and guide page to question that lead nowhere. */
export function danglingReferences(rubrics: readonly RubricFile[], guide: Guide): string[] {
  const questions = rubrics.flatMap(questionsIn);
  const keys = new Set(questions.map(({ key }) => key));
  const pages = new Set(guide.pages.map(({ id }) => id));
  const barriers = new Set(rubrics.flatMap(barriersIn));
  return [
    ...questions.flatMap(({ key, criterion: { eases = [], guide: refers = [] } }) => [
      ...missing(key, eases, barriers),
      ...missing(key, refers, pages),
    ]),
    ...guide.pages.flatMap(({ id, also = [] }) => missing(`guide/${id}`, also, keys)),
  ];
}

function barriersIn({ id, sections }: RubricFile): string[] {
  return sections.filter(({ kind }) => kind === "barrier").map((section) => `${id}/${section.id}`);
}

function missing(from: string, names: readonly string[], known: ReadonlySet<string>): string[] {
  return names.filter((name) => !known.has(name)).map((name) => `${from} refers to ${name}`);
}
