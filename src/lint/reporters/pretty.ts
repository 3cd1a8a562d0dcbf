import type { Format } from "./format.ts";
import { lintSummary } from "./lint-summary.ts";
import { shown } from "./message.ts";
import { problemsText } from "./problem-text.ts";

/** For a person at a terminal: each problem with its line and a caret. */
export const pretty: Format = ({ problems, summary }, settings) => {
  const text = problemsText(shown(problems, settings), settings.lineOf, settings);
  return `${text}${text === "" ? "" : "\n"}${lintSummary(summary, settings)}`;
};
