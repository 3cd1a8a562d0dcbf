import { clockTime, type LocalTime } from "./dates.ts";
import type { Clock } from "./state.ts";

/** The instant as files keep it, and the day on the clock of this computer. */
export function clockAt(now: Date): Clock {
  return { instant: now.toISOString().replace(/\.\d+Z$/u, "Z"), today: localTime(now) };
}

export function localTime(date: Date): LocalTime {
  return {
    year: date.getFullYear(),
    month: date.getMonth() + 1,
    day: date.getDate(),
    hours: date.getHours(),
    minutes: date.getMinutes(),
  };
}

/** `10:42` on the clock of this computer. */
export function savedTime(now: Date): string {
  return clockTime(localTime(now));
}
