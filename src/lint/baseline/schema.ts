import * as z from "zod/mini";
import { text } from "../../yaml/fields.ts";

export const BASELINE_FORMAT = "baseline/1";

/** Problems that a team has accepted for now (`coprod: baseline/1`). coprod writes it. */
export const baselineSchema = z.strictObject({
  coprod: z.literal(BASELINE_FORMAT),
  known: z.record(text, z.int().check(z.gte(1))),
});

export type Baseline = z.infer<typeof baselineSchema>;
