import { MONTHS } from "../util/dates.ts";

/** A day where the people are; months count from 1. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The instant of a typed line, and the day it is where the people are. */
export interface Clock {
  readonly instant: string;
  readonly today: Day;
}

export interface LocalTime extends Day {
  readonly hours: number;
  readonly minutes: number;
}

const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/** A date as it is kept: `2027-03` or `2027-03-31`. */
export interface When {
  readonly date: string;
  /** Whether part of it was worked out, so that people should say yes to it. */
  readonly guessed: boolean;
}

/** Reads a date as people say it: `March 2027`, `by March`, `next month`, `31/1/27`. Undefined where it is no date. */
export function readWhen(line: string, today: Day): When | undefined {
  const typed = plainWords(line);
  return relative(typed, today) ?? inDigits(typed) ?? inWords(typed, today);
}

/** Whether a text that is no date says a day that does not exist, such as 31/2/27. */
export function isNoSuchDay(line: string): boolean {
  const typed = plainWords(line);
  if (DIGITS.some((form) => form.test(typed))) return true;
  const [, day, name = ""] =
    /^(?:(\d{1,2}) )?([a-z]{3,})(?: \d{4})?$/u.exec(typed) ?? monthFirst(typed) ?? [];
  return day !== undefined && monthIndex(name) >= 0;
}

// A spreadsheet or a program may put midnight after it.
const ISO = /^(\d{4})-(\d{1,2})(?:-(\d{1,2})(?:[t ]00:00(?::00)?(?:\.0+)?z?)?)?$/u;
const BRITISH = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/u;
const MONTH_AND_YEAR = /^(\d{1,2})\/(\d{4})$/u;
const AS_EXCEL_WRITES = /^(\d{1,2})[- ]([a-z]{3,9})[- ](?:20)?(\d\d)$/u;
const DIGITS = [ISO, BRITISH, MONTH_AND_YEAR];

function plainWords(line: string): string {
  return line
    .normalize("NFKC")
    .toLowerCase()
    .replace(/(\d)(?:st|nd|rd|th)\b/gu, "$1")
    .replace(/[.,]+(?=\s|$)/gu, " ")
    .replace(/\b(?:by|the|end of|in|of|on|before|until)\b/gu, " ")
    .replace(/\s+/gu, " ")
    .trim()
    .replace(AS_EXCEL_WRITES, "$1 $2 20$3");
}

/** `Thursday 19 November at 15:42` */
export function spokenTime(time: LocalTime): string {
  const weekday = WEEKDAYS[new Date(Date.UTC(time.year, time.month - 1, time.day)).getUTCDay()];
  return `${weekday} ${time.day} ${MONTHS[time.month - 1]} at ${clockTime(time)}`;
}

/** When something was, as seen from now: today by the clock, and of another year with the year. */
export function timeBefore(time: LocalTime, now: LocalTime): string {
  if (isoDay(time) === isoDay(now)) return clockTime(time);
  if (time.year === now.year) return spokenTime(time);
  return spokenTime(time).replace(/ at /u, ` ${time.year} at `);
}

/** `15:42` */
function clockTime({ hours, minutes }: Pick<LocalTime, "hours" | "minutes">): string {
  return `${twoDigits(hours)}:${twoDigits(minutes)}`;
}

/** `November 2026` */
export function spokenMonth({ year, month }: Day): string {
  return `${MONTHS[month - 1]} ${year}`;
}

/** `2026-11-21` */
export function isoDay({ year, month, day }: Day): string {
  return `${String(year).padStart(4, "0")}-${twoDigits(month)}-${twoDigits(day)}`;
}

/** Whether the whole of the date lies before today. */
export function isPast(date: string, today: Day): boolean {
  return date < isoDay(today).slice(0, date.length);
}

function relative(typed: string, today: Day): When | undefined {
  const months: Readonly<Record<string, number>> = { "this month": 0, "next month": 1 };
  const ahead = months[typed] ?? /^(\d{1,2}) months?(?: time)?$/u.exec(typed)?.[1];
  if (ahead !== undefined) return guess(monthAhead(today, Number(ahead)));
  if (typed === "today") return guess(isoDay(today));
  if (typed === "tomorrow") return guess(dayAhead(today, 1));
  if (typed === "next week") return guess(dayAhead(today, 7));
  if (typed === "next year") return guess(`${today.year + 1}-12`);
  if (["year", "this year"].includes(typed)) return guess(`${today.year}-12`);
  return undefined;
}

function guess(date: string): When {
  return { date, guessed: true };
}

function inDigits(typed: string): When | undefined {
  const iso = ISO.exec(typed);
  if (iso !== null) return real({ year: iso[1], month: iso[2], day: iso[3] }, false);
  const british = BRITISH.exec(typed);
  if (british !== null) return real({ day: british[1], month: british[2], year: british[3] }, true);
  const month = MONTH_AND_YEAR.exec(typed);
  return month === null ? undefined : real({ month: month[1], year: month[2] }, true);
}

function inWords(typed: string, today: Day): When | undefined {
  const found = /^(?:(\d{1,2}) )?([a-z]{3,})(?: (\d{4}))?$/u.exec(typed) ?? monthFirst(typed);
  if (found === undefined || found === null) return undefined;
  const [, day, name = "", year] = found;
  const index = monthIndex(name);
  if (index < 0) return undefined;
  if (year !== undefined) return real({ year, month: String(index + 1), day }, false);
  const thisYear = real({ year: String(today.year), month: String(index + 1), day }, true);
  if (thisYear !== undefined && !isPast(thisYear.date, today)) return thisYear;
  return real({ year: String(today.year + 1), month: String(index + 1), day }, true);
}

function monthFirst(typed: string): (string | undefined)[] | undefined {
  const found = /^([a-z]{3,}) (\d{1,2})(?: (\d{4}))?$/u.exec(typed);
  return found === null ? undefined : [found[0], found[2], found[1], found[3]];
}

function monthIndex(name: string): number {
  return MONTHS.findIndex((month) => isShortFor(name, month.toLowerCase()));
}

function isShortFor(typed: string, month: string): boolean {
  return (
    month === typed || month.slice(0, 3) === typed || (typed === "sept" && month === "september")
  );
}

interface Parts {
  readonly year: string | undefined;
  readonly month: string | undefined;
  readonly day?: string | undefined;
}

function real({ year = "", month = "", day }: Parts, guessed: boolean): When | undefined {
  const fullYear = year.length === 2 ? 2000 + Number(year) : Number(year);
  const parts = { year: fullYear, month: Number(month), day: Number(day ?? 1) };
  const time = new Date(Date.UTC(parts.year, parts.month - 1, parts.day));
  const same = time.getUTCMonth() === parts.month - 1 && time.getUTCDate() === parts.day;
  if (!same || parts.year < 1900) return undefined;
  return { date: isoDay(parts).slice(0, day === undefined ? 7 : 10), guessed };
}

function monthAhead({ year, month }: Day, ahead: number): string {
  const index = year * 12 + month - 1 + ahead;
  return isoDay({ year: Math.floor(index / 12), month: (index % 12) + 1, day: 1 }).slice(0, 7);
}

function dayAhead({ year, month, day }: Day, days: number): string {
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}

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
