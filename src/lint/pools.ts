import type { Path } from "../diagnostic.ts";
import type { Prose } from "./prose.ts";
import type { Subject } from "./subject.ts";

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
  const parts: Pool[] = [
    ...(rubric?.sections ?? []).map(({ title }, at) => ({ title, path: ["sections", at], prose })),
    ...(guide?.pages ?? []).map(({ title }, at) => ({ title, path: ["pages", at], prose })),
  ];
  return parts.map((part) => ({
    ...part,
    prose: prose.filter(({ path, role }) => GRADED.has(role) && startsWith(path, part.path)),
  }));
}

export function wordsIn({ prose }: Pool): number {
  return prose.reduce((total, { words }) => total + words.length, 0);
}

function startsWith(path: Path, start: Path): boolean {
  return start.every((step, index) => path[index] === step);
}
