/** Whether the text is a day that exists, written like 2026-12-12. */
export function isRealDay(value: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/u.test(value)) return false;
  const [year = 0, month = 0, day = 0] = value.split("-").map(Number);
  // Four hundred years on, the calendar is the same, and no year is taken for one of the last century.
  const daysInMonth = new Date(Date.UTC(year + 400, month, 0)).getUTCDate();
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth;
}
