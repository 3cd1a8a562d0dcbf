import { isRealDay } from "./real-day.ts";

/** What a text must pass where no regular expression says it. */
export const TEXT_TESTS = {
  day: isRealDay,
  "month-or-day": (value: string) => isRealDay(value) || isRealDay(`${value}-01`),
  instant: (value: string) =>
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/u.test(value) && isRealDay(value.slice(0, 10)),
} as const satisfies Record<string, (value: string) => boolean>;

export type TextTest = keyof typeof TEXT_TESTS;

/** The message that marks a field as an id; see `fields.ts`. */
export const ID_MESSAGE = "an id in small letters, digits and hyphens";
