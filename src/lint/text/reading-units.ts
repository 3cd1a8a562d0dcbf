import type { Path } from "../../yaml/diagnostic.ts";
import type { Subject } from "../subject.ts";
import type { Prose } from "./prose.ts";

/** Texts that are read together: those of one section, or of one page of the guide. */
export interface Pool {
  readonly title: string;
  readonly path: Path;
  readonly prose: readonly Prose[];
}

/** Below this number of words a reading grade means nothing. */
export const FEWEST_WORDS = 100;

const GRADED = new Set(["text", "question", "anchor", "talk", "step", "avoid"]);

export function poolsOf({ rubric, guide, prose }: Subject): Pool[] {
  const [field, parts] =
    rubric === undefined ? ["pages", guide?.pages ?? []] : ["sections", rubric.sections];
  const texts = parts.map((): Prose[] => []);
  for (const each of prose) {
    const [top, at] = each.path;
    if (top === field && GRADED.has(each.role)) texts[Number(at)]?.push(each);
  }
  return parts.map(({ title }, at) => ({ title, path: [field, at], prose: texts[at] ?? [] }));
}

export function wordsIn({ prose }: Pool): number {
  return prose.reduce((total, { words }) => total + words.length, 0);
}
