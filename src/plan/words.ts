export function plural(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(items: readonly string[]): string {
  const last = items.at(-1);
  if (items.length < 2 || last === undefined) return items.join("");
  return `${items.slice(0, -1).join(", ")} and ${last}`;
}

/** `action 1`, `actions 1, 3 and 4`. */
export function actionNumbers(numbers: readonly string[]): string {
  return `${numbers.length === 1 ? "action" : "actions"} ${listed(numbers)}`;
}

export function quoted(text: string): string {
  return `“${text}”`;
}

/** One name where both ends are the same, otherwise `between X and Y`; never a middle. */
export function betweenWords(low: string, high: string): string {
  return low === high ? low : `between ${low} and ${high}`;
}

export function percentWords([low, high]: readonly [number, number]): string {
  return low === high ? `${low}%` : `${low}% to ${high}%`;
}

export function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** Ends with one full stop unless it already ends a sentence. */
export function asSentence(text: string): string {
  return /[.!?…][”"')]?$/u.test(text) ? text : `${text}.`;
}

/** `£1,450` or `£12.50`, from whole pence so that sums are exact. */
export function moneyText(pence: number): string {
  const pounds = grouped(Math.floor(pence / 100));
  const rest = pence % 100;
  return rest === 0 ? `£${pounds}` : `£${pounds}.${String(rest).padStart(2, "0")}`;
}

export function toPence(pounds: number): number {
  return Math.round(pounds * 100);
}

/** `12 hours`, `1 hour`, `1.5 hours`; at most two decimals. */
export function hoursText(hours: number): string {
  const rounded = Math.round(hours * 100) / 100;
  return `${rounded} ${rounded === 1 ? "hour" : "hours"}`;
}

// Not toLocaleString: the same numbers must give the same bytes on every machine.
function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/gu, ",");
}
