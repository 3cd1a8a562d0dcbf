import { join } from "node:path";

export const ROOT = join(import.meta.dirname, "..");
export const PACKAGES = join(ROOT, "node_modules");
export const LICENCES = "THIRD-PARTY-LICENCES.txt";
