import { namePattern } from "./glob.ts";

/** What one file called `.gitignore` says, for the folder it stands in. */
export interface IgnoreFile {
  readonly folder: string;
  readonly rules: readonly IgnoreRule[];
}

interface IgnoreRule {
  readonly pattern: RegExp;
  readonly foldersOnly: boolean;
  /** Written with `!`: not ignored after all. */
  readonly takesBack: boolean;
}

export function ignoreRules(text: string): readonly IgnoreRule[] {
  return text.split(/\r?\n/u).flatMap((line) => {
    const written = line.replace(/(?<!\\)[ \t]+$/u, "");
    if (written === "" || written.startsWith("#")) return [];
    const takesBack = written.startsWith("!");
    const path = takesBack ? written.slice(1) : written;
    const foldersOnly = path.endsWith("/");
    const inner = foldersOnly ? path.slice(0, -1) : path;
    return inner === "" ? [] : [{ pattern: rulePattern(inner), foldersOnly, takesBack }];
  });
}

/** A slash at the start or inside binds a rule to its folder; without one it holds at any depth. */
function rulePattern(path: string): RegExp {
  const isBound = path.includes("/");
  const names = path.replace(/^\//u, "").split("/");
  const parts = names.map((name, index) => {
    const isLast = index === names.length - 1;
    if (name === "**") return isLast ? ".+" : "(?:[^/]+/)*";
    return `${namePattern(name)}${isLast ? "" : "/"}`;
  });
  return new RegExp(`^${isBound ? "" : "(?:[^/]+/)*"}${parts.join("")}$`, "u");
}

/** The last rule that fits wins, and a deeper file has the last word. Paths have forward slashes. */
export function isIgnored(
  path: string,
  { files, isFolder }: { readonly files: readonly IgnoreFile[]; readonly isFolder: boolean },
): boolean {
  let ignored = false;
  for (const { folder, rules } of files) {
    const inside = path.slice(folder.length + 1);
    for (const { pattern, foldersOnly, takesBack } of rules) {
      if ((isFolder || !foldersOnly) && pattern.test(inside)) ignored = !takesBack;
    }
  }
  return ignored;
}
