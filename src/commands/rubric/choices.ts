import type { ScaffoldKind } from "../../rubric/scaffold.ts";

export const SHOW_FORMATS = ["text", "md"] as const;

export const KINDS: readonly ScaffoldKind[] = ["questions", "checklist", "both"];
