/**
 * What readers of YAML 1.1 take for true and false, numbers, times of the day in seconds, or a sign of their own; and what
 * begins with a blank.
 */
const MISREAD =
  /^\s|^(?:y|n|yes|no|on|off|=|<<|[-+]?(?:0b[01_]+|0x[\da-f_]+|[\d._,]*(?:e[-+]?\d+)?|\d[\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?))$/iu;

/** A day, alone or with a time. Those that coprod writes itself stay without quotes: people change them by hand. */
const A_DAY = /^\d{4}-\d\d?-\d\d?(?:$|[Tt \t])/u;

const DATE_FIELDS = ["at", "began", "by", "date", "ended", "feedback-by", "review", "started"];

/** Whether some reader of YAML finds something else than this text where it stands without quotes. */
export function isMisread(text: string, field: string): boolean {
  return MISREAD.test(text) || (A_DAY.test(text) && !DATE_FIELDS.includes(field));
}

/** Whether some reader of YAML refuses or misreads the text without quotes in braces or brackets. */
export function isMisreadInFlow(text: string): boolean {
  return /[?:\n]/u.test(text);
}
