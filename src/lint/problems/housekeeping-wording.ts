import type { Wording } from "./words.ts";

/** The sentences about settings, and about what changed since an earlier version. */
export const HOUSEKEEPING_WORDING = {
  "lint/config": ({ name }) => ({
    says: `"${name}" cannot be changed: it finds what makes a file unusable.`,
    fix: "Take it out of the settings.",
  }),
  "id/renamed": ({ id, problem, version }) => ({
    says:
      problem === "gone"
        ? `"${id}" was here in ${version}, and is gone. Old answers to it would be lost.`
        : `"${id}" is listed as a former name, but a question of that name still exists.`,
    fix:
      problem === "gone"
        ? `If you renamed it, add  formerly: [${id}]  to the question that took its place. If it is dropped, raise the first number of the version.`
        : "Take it out of  formerly,  or rename the other question.",
  }),
  "version/changed-meaning": ({ what, version }) => ({
    says: `The ${what} changed since ${version}, but the version did not. Old and new answers would be compared as if they meant the same.`,
    fix: "Raise the version at the top of the file.",
  }),
} as const satisfies Partial<Wording>;
