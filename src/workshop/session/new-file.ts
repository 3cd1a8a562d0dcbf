import type { AssessmentFile, RubricReference } from "../../assessment/schema.ts";
import { type Day, isoDay, spokenMonth } from "../when.ts";

export interface Beginnings {
  readonly charity: string | undefined;
  readonly covers: string;
  readonly today: Day;
  readonly rubrics: readonly RubricReference[];
}

export const WHOLE_ORGANISATION = "The whole organisation";

/** An assessment in which nothing is answered yet. */
export function newAssessment({ charity, covers, today, rubrics }: Beginnings): AssessmentFile {
  return {
    coprod: "assessment/1",
    title: `${charity ?? "Our charity"}, ${spokenMonth(today)}`,
    covers,
    started: isoDay(today),
    rubrics: [...rubrics],
    ...(charity === undefined ? {} : { plan: { charity } }),
  };
}

/** The text of a file that coprod starts, with a few words for whoever opens it. */
export async function newText(file: AssessmentFile): Promise<string> {
  const { yamlText } = await import("../../yaml/edit/yaml-text.ts");
  const words = [
    "# Made by coprod. You can change it by hand; comments of your own are kept.",
    "# No names, please: roles and counts only.",
  ];
  return `${words.join("\n")}\n${yamlText(file)}`;
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
