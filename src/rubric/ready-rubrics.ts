import type { ReadyText } from "../util/ready-text.ts";
import type { RubricHashes } from "./resolve.ts";
import type { RubricFile } from "./schema.ts";

interface ReadyRubric {
  readonly file: RubricFile;
  readonly hashes: RubricHashes;
}

/** The bundled rubrics by id as the build read and checked them; it puts its own module in place of this one. */
export const readyRubrics: Readonly<Record<string, () => Promise<ReadyText<ReadyRubric>>>> = {};
