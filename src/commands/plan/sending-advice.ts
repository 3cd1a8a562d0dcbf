import type { FORMATS } from "./choices.ts";

/** How to send what was just written, where there is something to know. */
export function sendingAdvice(format: (typeof FORMATS)[number], name: string): string {
  if (format === "html")
    return [
      `To send it, attach ${name}: it is the whole page in one file.`,
      "Some mail systems block .html files. Then send a PDF: the same command with --format pdf.",
      "",
    ].join("\n");
  if (format === "pdf") return `To send it, attach ${name}.\n`;
  if (format === "text")
    return "Copy its words into an email. It begins with the subject line and what to attach.\n";
  return "";
}
