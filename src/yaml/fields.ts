import * as z from "zod";
import { ID_MESSAGE, TEXT_TESTS } from "./text-tests.ts";

// A run validates a handful of values: making fast code for each shape first takes longer than it saves.
z.config({ jitless: true });

/** Text a person reads: trimmed, never blank. */
export const text = z.string().trim().min(1);

export const id = z.string().regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u, ID_MESSAGE);

/** `<rubric id>/<section or criterion id>`. */
export const key = z
  .string()
  .regex(
    /^[a-z0-9-]+\/[a-z0-9-]+$/u,
    "a rubric id, a slash and the id of a question, such as principles/power-talked-about",
  );

export const version = z
  .string()
  .regex(/^\d+\.\d+\.\d+$/u, "three numbers with dots, such as 1.0.0");

/** An exact share: a whole number or a fraction such as `1/4`. */
export const fraction = z.union([
  z.number().min(0),
  z.string().regex(/^\d+(?:\/[1-9]\d*)?$/u, "a whole number or a fraction such as 1/4"),
]);

const DATE_MESSAGE = "a real day, written like 2027-03-31";
const MONTH_OR_DATE_MESSAGE = "a real month or day, written like 2027-03 or 2027-03-31";

export const date = z.string().refine(TEXT_TESTS.day, DATE_MESSAGE);

export const monthOrDate = z.string().refine(TEXT_TESTS["month-or-day"], MONTH_OR_DATE_MESSAGE);

export const instant = z
  .string()
  .refine(TEXT_TESTS.instant, "a time in UTC, written like 2026-11-21T10:31:00Z");
