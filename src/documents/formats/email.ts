import type { Attachments, PlanFormat } from "./format.ts";

const WIDTH = 72;

/** The plan as a message to paste into an email: a subject line, what to attach, and lines that every reader can show. */
export const email = {
  name: "text",
  ending: "txt",
  templates: { about: "an email", escaper: "plain" },
  advice: () =>
    "Copy its words into an email. It begins with the subject line and what to attach.\n",
  isOurs: (text) => /^Subject: [\s\S]*^Made with coprod /mu.test(text),
  render: async ({ view, attachments, fill }) => {
    const head = [`Subject: ${view.title}`, attachText(await attachments())];
    return `${[...head, "", ...linesOf((await fill("text")).body)].join("\n")}\n`;
  },
} as const satisfies PlanFormat;

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
