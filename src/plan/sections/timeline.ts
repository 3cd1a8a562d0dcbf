import { isLate } from "../../util/dates.ts";
import { planWords } from "../messages/messages.ts";
import type { ActionView, PlanView } from "../schema/index.ts";

type Timeline = PlanView["actions"]["timeline"];

/** What is due when: late, within 90 days, then by the end of each quarter; what has no date comes last. */
export function timelineOf(list: readonly ActionView[], today: string | undefined): Timeline {
  const placed = list.map((action) => ({ action, ...placeOf(action, today) }));
  const orders = [...new Set(placed.map(({ order }) => order))].sort();
  return orders.map((order) => {
    const here = placed.filter((each) => each.order === order);
    return {
      when: here[0]?.when ?? "",
      actions: here.map(({ action: { number, title, lead } }) => ({
        number,
        title,
        lead: lead.text,
      })),
    };
  });
}

interface Place {
  /** Sorts as text: days as they are, what comes before and after them as signs. */
  readonly order: string;
  readonly when: string;
}

function placeOf({ finish: { iso } }: ActionView, today: string | undefined): Place {
  if (iso === null) return { order: "~", when: planWords.timeline.noDate };
  if (isLate(iso, today)) return { order: "!", when: planWords.timeline.late };
  const due = lastDayOf(iso);
  const soon = today === undefined ? undefined : daysAfter(today, 90);
  if (soon !== undefined && due <= soon) return { order: "#", when: planWords.timeline.soon(soon) };
  const end = quarterEnd(due);
  return { order: end, when: planWords.timeline.by(end) };
}

/** A month ends with its last day. */
function lastDayOf(iso: string): string {
  if (iso.length > 7) return iso;
  const [year, month] = iso.split("-").map(Number);
  return dayText(Date.UTC(year ?? 0, month ?? 1, 0));
}

function quarterEnd(day: string): string {
  const [year, month] = day.split("-").map(Number);
  return dayText(Date.UTC(year ?? 0, Math.ceil((month ?? 1) / 3) * 3, 0));
}

function daysAfter(day: string, count: number): string {
  return dayText(Date.parse(day) + count * 86_400_000);
}

// From a day in the data, never from a clock, and never in a time zone.
function dayText(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
