import { FORMAT_NAMES } from "../../lint/reporters/format-names.ts";
import type { Place } from "./shells/tree.ts";

/** Words that are known only once rubrics or rules have been read. */
export interface KnownWords {
  readonly rubrics: readonly string[];
  readonly rules: readonly string[];
}

export type Offer = Pick<Place, "words" | "files">;

/** What a place may hold, by its name in the help, with its option or command before it where the name alone says too little. */
export function offersByName({ rubrics, rules }: KnownWords): ReadonlyMap<string, Offer> {
  return new Map<string, Offer>([
    ...[
      "file",
      "older-file",
      "newer-file",
      "more-files",
      "paths",
      "version",
      "--stdin-filename name",
    ].map(yaml),
    ...["path", "--output file", "--baseline file"].map(anyFile),
    ...["key", "band", "id", "people", "count", "day", "role", "text", "title", "words"].map(
      nothing,
    ),
    ...["folder", "rubric new file"].map(folder),
    ["rubric", { words: rubrics, files: "yaml" }],
    ["rule", { words: rules, files: "none" }],
    ["format=file", { words: FORMAT_NAMES.map((name) => `${name}=`), files: "after-equals" }],
  ]);
}

const yaml = (name: string) => [name, { words: [], files: "yaml" }] as const;
const anyFile = (name: string) => [name, { words: [], files: "any" }] as const;
const nothing = (name: string) => [name, { words: [], files: "none" }] as const;
const folder = (name: string) => [name, { words: [], files: "folders" }] as const;
