import { parse } from "node:path";
import type { PlanCommandOptions } from "./options.ts";

type Version = Pick<PlanCommandOptions, "format" | "for" | "length" | "largePrint">;

/** The plan's file name says what is in it: nobody sends the trustees' votes to the public, and no version replaces another. */
export function planName(assessment: string, version: Version): string {
  const { format, largePrint } = version;
  const isPage = format === "html" || format === "pdf";
  const parts = [
    ...(assessment === "-" ? [] : [parse(assessment).name]),
    "plan",
    ...(version.for === "public" ? ["public"] : []),
    ...(version.length === "summary" ? ["summary"] : []),
    ...(largePrint === true && isPage ? ["large-print"] : []),
  ];
  return `${parts.join("-")}.${format === "text" ? "txt" : format}`;
}

/** What goes with an email: it says that the plan that is attached has every answer, so that is the full one for the same readers. */
export function attachedNames(assessment: string, version: Pick<Version, "for">): string[] {
  return (["html", "pdf"] as const).map((format) =>
    planName(assessment, { format, for: version.for, length: "full" }),
  );
}
