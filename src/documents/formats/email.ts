/** What a person who sends the plan needs beside its words. */
export interface Email {
  readonly subject: string;
  /** Names of the files to attach, best first. */
  readonly attach: readonly string[];
  readonly body: string;
}

const WIDTH = 72;

/** The plan as a message to paste into an email: a subject line, what to attach, and lines that every reader can show. */
export function emailText({ subject, attach, body }: Email): string {
  const head = [`Subject: ${subject}`, `Attach: ${attach.join(", or ")}`];
  const lines = body
    .replace(/[ \t]+$/gmu, "")
    .replace(/\n{3,}/gu, "\n\n")
    .trim()
    .split("\n");
  return `${[...head, "", ...lines.flatMap(wrapped)].join("\n")}\n`;
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
