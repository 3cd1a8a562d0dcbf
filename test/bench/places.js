import { join } from "node:path";

export const ROOT = join(import.meta.dirname, "..", "..");
/** Another built copy can be measured by naming its program. */
export const BIN = process.env.COPROD_BIN ?? join(ROOT, "bin", "coprod.js");
export const RUBRICS = join(ROOT, "rubrics");
export const EXAMPLE = join(ROOT, "docs", "examples", "river-house.yaml");
