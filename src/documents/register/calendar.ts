import { numberOf } from "../../assessment/actions.ts";
import type { Assessment } from "../../assessment/assessment.ts";
import type { Action } from "../../assessment/schema.ts";
import { textHash } from "../../util/content-hash.ts";
import { lastDay } from "./register.ts";

interface Event {
  readonly uid: string;
  /** Rises when the event changes, so that a calendar takes the newer one. */
  readonly sequence: number;
  /** A whole day, such as `2027-03-31`. */
  readonly day: string;
  readonly summary: string;
  readonly description: string;
  readonly isCancelled?: boolean;
}

/** By which we know our own file again. */
export const CALENDAR_SIGNATURE = "PRODID:-//coprod//actions//EN";

/**
 * The days of the actions, the feedback day and the review day, for any calendar. It holds what to do and nobody's name
 * or role. To import it again moves what moved: an event has one name for life, also in next year's assessment.
 */
export function calendarText(assessment: Assessment): string {
  const stamp = stampOf(assessment);
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    CALENDAR_SIGNATURE,
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    ...eventsOf(assessment).flatMap((event) => eventLines(event, stamp)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function eventsOf(assessment: Assessment): Event[] {
  const { actions, plan, sessions, title } = assessment;
  const day = (name: string, summary: string, date: string | undefined): Event[] =>
    date === undefined
      ? []
      : [
          {
            uid: uidOf(assessment, name),
            // Both are set in a workshop, and each one adds a session to the file.
            sequence: sessions.length,
            day: date,
            summary,
            description: title,
          },
        ];
  return [
    ...actions.flatMap((action) => actionEvent(assessment, action)),
    ...day("feedback", "Tell everybody what was decided", plan["feedback-by"]),
    ...day("review", "Look at the plan again", plan.review),
  ];
}

function actionEvent(assessment: Assessment, action: Action): Event[] {
  const { by, status, revised = 0 } = action;
  if (by === undefined) return [];
  const first = action.first === undefined ? "" : `First step: ${action.first}\n`;
  return [
    {
      uid: uidOf(assessment, action.id, action.since),
      sequence: revised,
      day: by.length === 7 ? lastDay(by) : by,
      summary: status === "done" ? `Done: ${action.do}` : action.do,
      description: `${first}Action ${numberOf(action.id)} of ${assessment.title}`,
      isCancelled: status === "dropped",
    },
  ];
}

/** The same each time, and in the assessments that follow: of what is said about an action, only its number and first day never change. */
function uidOf({ title, covers = "", started = "" }: Assessment, name: string, since = started) {
  const charity = title.replace(/, \p{L}+ \d{4}$/u, "");
  return `${textHash(charity, covers, since, name)}@coprod`;
}

/** When something was last written down, rather than now: the same file gives the same calendar. */
function stampOf({ answers, sessions, started = "2000-01-01" }: Assessment): string {
  const moments = [
    ...[...answers.values()].map(({ at }) => at),
    ...sessions.flatMap(({ began, ended }) => [began, ended]),
  ].filter((moment) => moment !== undefined);
  const last = moments.reduce((a, b) => (a > b ? a : b), `${started}T00:00:00Z`);
  return last.replace(/[-:]/gu, "");
}

function eventLines(event: Event, stamp: string): string[] {
  const compact = (day: string) => day.replaceAll("-", "");
  return [
    "BEGIN:VEVENT",
    `UID:${event.uid}`,
    `DTSTAMP:${stamp}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTART;VALUE=DATE:${compact(event.day)}`,
    // Without an end, or with the same day as end, programs do not agree how long it is.
    `DTEND;VALUE=DATE:${compact(dayAfter(event.day))}`,
    `SUMMARY:${escaped(event.summary)}`,
    `DESCRIPTION:${escaped(event.description)}`,
    `STATUS:${event.isCancelled === true ? "CANCELLED" : "CONFIRMED"}`,
    // Nobody is busy because something is due.
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

function dayAfter(day: string): string {
  const [year, month, date] = day.split("-").map(Number);
  return new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, (date ?? 0) + 1))
    .toISOString()
    .slice(0, 10);
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/gu, "\\$&").replace(/\r\n?|\n/gu, "\\n");
}

const LINE = 75;

/** Lines of at most 75 bytes, not characters, and none that ends inside one. */
function folded(line: string): string {
  let bytes = 0;
  let text = "";
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (bytes + size > LINE) {
      text += "\r\n ";
      bytes = 1;
    }
    text += character;
    bytes += size;
  }
  return text;
}
