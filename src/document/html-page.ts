import { createHash } from "node:crypto";

export interface PageParts {
  readonly language: string;
  readonly title: string;
  readonly largePrint: boolean;
  readonly style: string;
  readonly body: string;
}

/**
 * The frame around a page: one file that runs no script and fetches nothing. The policy stands before anything it governs,
 * and allows exactly this one style sheet.
 */
export function htmlPage({ language, title, largePrint, style, body }: PageParts): string {
  const css = `\n${style.trim()}\n`;
  if (/<\/style/iu.test(css)) throw new Error("The style sheet ends its own element.");
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${createHash("sha256").update(css).digest("base64")}'`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return `<!DOCTYPE html>
<html lang="${escapeHtml(language)}"${largePrint ? ' class="large-print"' : ""}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="coprod">
<title>${escapeHtml(title)}</title>
<style>${css}</style>
</head>
<body>
${body.trim()}
</body>
</html>
`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/gu, (sign) => ENTITIES[sign] ?? sign);
}
