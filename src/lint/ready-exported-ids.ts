import type { ReadyText } from "../util/ready-text.ts";
import type { ExportedIds } from "./references.ts";

/** The names in the bundled rubrics and the guide, by id; the build puts its own module in place of this one. */
export const readyExportedIds: Readonly<Record<string, () => Promise<ReadyText<ExportedIds>>>> = {};
