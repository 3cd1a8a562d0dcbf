/** Small letters, plain digits, single spaces, nothing that cannot be seen. */
export function fold(line: string): string {
  return tidy(line).normalize("NFKC").toLowerCase().replace(/\s+/gu, " ").trim();
}

/** A typed line without what a terminal or a paste can slip in: control codes and halves of characters. */
export function tidy(line: string): string {
  return line
    .replace(ESCAPES, "")
    .replace(CONTROLS, "")
    .replace(/\p{Surrogate}/gu, "\ufffd");
}

/** Several lines, each of them tidy. */
export function tidyLines(lines: string): string {
  return lines
    .split(/\r\n|\r|\n/u)
    .map(tidy)
    .join("\n");
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the codes that must not get through.
const ESCAPES = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[@-Z\\-_])/gu;
const CONTROLS = /[^\P{Cc}\t]|\ufeff/gu;

const LONGEST_ECHO = 12;

/** What was typed, short enough to say back. */
export function echo(line: string): string {
  const characters = [...tidy(line).replaceAll("\t", " ").trim()];
  const shown = characters.slice(0, LONGEST_ECHO).join("");
  return characters.length > LONGEST_ECHO ? `"${shown}..."` : `"${shown}"`;
}

const NUMBER_WORDS = [
  "none",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
];

/** A whole number below 1000, in digits or as a small word. */
export function readNumber(line: string): number | undefined {
  const typed = fold(line);
  if (/^\d{1,3}$/u.test(typed)) return Number(typed);
  const word = typed === "zero" ? 0 : NUMBER_WORDS.indexOf(typed);
  return word < 0 ? undefined : word;
}

export function readYesNo(line: string): boolean | undefined {
  const typed = fold(line);
  if (["y", "yes"].includes(typed)) return true;
  if (["n", "no"].includes(typed)) return false;
  return undefined;
}

/** What works wherever something is typed. */
export const ANYWHERE = { quit: ["q", "quit", "stop", "exit"], help: ["?", "help"] } as const;

/** Whether the line asks to stop, or for help; words count only where no other text is expected. */
export function readAnywhere(line: string, free: boolean): "quit" | "help" | undefined {
  const typed = fold(line);
  if (free && typed.length > 1) return undefined;
  const asked = ["quit", "help"] as const;
  return asked.find((each) => ANYWHERE[each].some((word) => word === typed));
}
