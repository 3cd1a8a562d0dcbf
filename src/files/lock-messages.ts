import type { Context } from "../platform/ports.ts";
import { localTime } from "../workshop/clock.ts";
import { clockTime, isoDay, spokenTime } from "../workshop/when.ts";
import type { HeldElsewhere } from "./assessment-lock.ts";

/** Where an assessment is open, and since when. */
export function openElsewhere(
  { now }: Pick<Context, "now">,
  { holder, isHere }: HeldElsewhere,
): string {
  const began = localTime(new Date(holder.since));
  const isToday = isoDay(began) === isoDay(localTime(now()));
  const time = isToday ? clockTime(began) : spokenTime(began);
  return isHere
    ? `This assessment is open in another window on this computer since ${time}.`
    : `This assessment has been open on another computer (${holder.machine}) since ${time}.`;
}
