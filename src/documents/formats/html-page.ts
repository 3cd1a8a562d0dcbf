import { createHash } from "node:crypto";

export interface PageParts {
  readonly language: string;
  readonly title: string;
  readonly largePrint: boolean;
  readonly style: string;
  /** What `styleHash` says of the style, where it is known. */
  readonly hash?: string | undefined;
  readonly body: string;
}

/**
 * The frame around a page: one file that runs no script and fetches nothing. The policy stands before anything it governs,
 * and allows exactly this one style sheet.
 */
export function htmlPage({ language, title, largePrint, style, hash, body }: PageParts): string {
  const css = framed(style);
  if (/<\/style/iu.test(css)) throw new Error("The style sheet ends its own element.");
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${hash ?? styleHash(style)}'`,
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

/** By which a browser knows the one style sheet that is allowed. */
export function styleHash(style: string): string {
  return createHash("sha256").update(framed(style)).digest("base64");
}

function framed(style: string): string {
  return `\n${style.trim()}\n`;
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
