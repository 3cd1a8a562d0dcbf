import type { AUDIENCES, FORMATS, LENGTHS } from "./choices.ts";

export interface PlanCommandOptions {
  readonly format: (typeof FORMATS)[number];
  readonly output?: string;
  readonly length: (typeof LENGTHS)[number];
  readonly for: (typeof AUDIENCES)[number];
  readonly largePrint?: boolean;
  readonly previous?: string;
  readonly template?: string;
  readonly date?: string;
  readonly open?: boolean;
  readonly force?: boolean;
}
