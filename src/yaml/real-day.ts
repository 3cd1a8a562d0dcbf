/** Whether the text is a day that exists, written like 2026-12-12. */
export function isRealDay(value: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/u.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  // Date.parse turns 2026-02-31 into 3 March, so a day is real only if it comes back as it went in.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}
