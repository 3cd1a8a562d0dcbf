import { levelName } from "../rubric/rubric.ts";
import { asSentence, capitalised, quoted, rangeWords } from "../util/words.ts";
import type { Item } from "./input.ts";

/** The answer to a question in words. Not asked, not known and not agreed stay three different things. */
export function describeAnswer({ answer, criterion, interval }: Item): string {
  const [from, to] = interval ?? [0, 0];
  const range = rangeWords([quoted(levelName(criterion, from)), quoted(levelName(criterion, to))]);
  switch (answer.kind) {
    case "level":
      return asSentence(levelName(criterion, answer.level));
    case "differ":
      return `We do not agree: ${range}.`;
    case "votes-only":
      return `${capitalised(range)}, from our votes. We did not agree a level.`;
    case "unsure":
      return "We do not know.";
    case "not-applicable":
      return "This does not apply to us.";
    case "skipped":
      return "Left for later. Not asked yet.";
    case "none":
      return "Not asked yet.";
  }
}

/** What would be seen at the level we said; null while the level is open. */
export function answerMeaning({ criterion, interval }: Item): string | null {
  if (interval === undefined || interval[0] !== interval[1]) return null;
  const { text = "" } = criterion.levels[interval[0]] ?? {};
  return text === "" ? null : text;
}
