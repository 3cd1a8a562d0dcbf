/** In English and in order: dates are worded by us, so that no locale changes them. */
export const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** `2026-11-12` as `12 November 2026`, `2027-03` as `March 2027`. Never through a clock or a time zone. */
export function dateText(value: string): string {
  const [year = "", month = "", day] = value.split("-");
  const name = MONTHS[Number(month) - 1] ?? month;
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

/** Whether it should have been finished before this day; a month ends with its last day. */
export function isLate(by: string | undefined, today: string | undefined): boolean {
  if (by === undefined || today === undefined) return false;
  return by < today.slice(0, by.length);
}

/** Whether the text is a day that exists, written like 2026-12-12. */
export function isRealDay(value: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/u.test(value)) return false;
  const [year = 0, month = 0, day = 0] = value.split("-").map(Number);
  // Four hundred years on, the calendar is the same, and no year is taken for one of the last century.
  const daysInMonth = new Date(Date.UTC(year + 400, month, 0)).getUTCDate();
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth;
}
