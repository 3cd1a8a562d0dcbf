import { readdirSync } from "node:fs";
import { join, relative } from "node:path";

export const ROOT = join(import.meta.dirname, "..");
export const PACKAGES = join(ROOT, "node_modules");
export const LICENCES = "THIRD-PARTY-LICENCES.txt";

/** All files of some folders, by their paths below the package with forward slashes. */
export function filesIn(...folders) {
  return folders
    .flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .sort();
}
