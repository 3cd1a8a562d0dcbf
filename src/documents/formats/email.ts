import type { PlanView } from "../../plan/schema/index.ts";
import { withoutCommands } from "../../util/visible-text.ts";
import type { Attachments, PlanFormat } from "./format.ts";

const WIDTH = 72;

/** The plan as a message to paste into an email: a subject line, what to attach, and lines that every reader can show. */
export const email = {
  name: "text",
  ending: "txt",
  onlyLength: "message",
  templates: { about: "an email", escaper: "plain" },
  advice: () =>
    "Copy its words into an email. It begins with the subject line and what to attach.\n",
  isOurs: (text) => /^Subject: [\s\S]*\bMade\s+with\s+coprod\s/mu.test(text),
  render: async ({ view, attachments, fill }) => {
    const head = [`Subject: ${view.title}`, attachText(await attachments())];
    const first = [view.paper.readers, ...view.notices].flatMap(wrapped);
    const body = linesOf((await fill("text")).body);
    const lines = [...head, "", ...first, ...body, ...wrapped(lastLine(view))];
    return withoutCommands(`${withoutGaps(lines.join("\n").split("\n")).join("\n")}\n`);
  },
} as const satisfies PlanFormat;

/** What people read before they scroll. */
const MOST_LINES = 25;

/** Where it is too long, the gaps go first, the last one before the others. */
function withoutGaps(lines: readonly string[]): readonly string[] {
  const gap = lines.lastIndexOf("");
  if (lines.length <= MOST_LINES || gap < 0) return lines;
  return withoutGaps(lines.toSpliced(gap, 1));
}

function lastLine({ method, paper }: PlanView): string {
  return `${method.limits[0] ?? ""} Made with coprod from “${paper.assessment}”.`.trim();
}

/** Nobody can attach what is not there. */
function attachText({ made, command }: Attachments): string {
  if (made.length > 0) return `Attach: ${made.join(", or ")}`;
  return `Attach: the plan, once you have made it. To make it, type:\n  ${command}`;
}

function linesOf(body: string): string[] {
  return body
    .replace(/[ \t]+$/gmu, "")
    .replace(/\n{3,}/gu, "\n\n")
    .trim()
    .split("\n")
    .flatMap(wrapped);
}

/** Broken between words only; what belongs to a list entry stays below it. A long web address stays whole. */
function wrapped(line: string): string[] {
  const [start = ""] = /^ *(?:- |\d+\. )?/u.exec(line) ?? [];
  const indent = " ".repeat(start.length);
  const lines: string[] = [];
  let current = start;
  for (const word of line.slice(start.length).split(" ")) {
    const isFirst = current === start || current === indent;
    const longer = isFirst ? `${current}${word}` : `${current} ${word}`;
    if (!isFirst && [...longer].length > WIDTH) {
      lines.push(current);
      current = `${indent}${word}`;
    } else current = longer;
  }
  return [...lines, current];
}
