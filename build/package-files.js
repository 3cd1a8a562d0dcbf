import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { ROOT } from "./places.js";

const FOLDERS = ["rubrics", "templates", "docs/examples"];

/** The files that the program reads from its own package, by their paths below it with forward slashes. */
export function packageFiles() {
  return FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll("\\", "/")),
  ).sort();
}
