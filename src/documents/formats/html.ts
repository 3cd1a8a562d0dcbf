import { createHash } from "node:crypto";
import { OWN_LANGUAGE } from "../../util/formats.ts";
import { BOTH, inLanguage, type OtherLanguages, piecesBy } from "../languages.ts";
import type { Colours, Logo } from "../letterhead.ts";
import { type FilledTemplate, type PlanFormat, type RenderJob, textAround } from "./format.ts";
import { shapeProblems } from "./html-shape.ts";

/** The page for trustees. */
export const html = {
  name: "html",
  ending: "html",
  otherEndings: ["htm"],
  hasPages: true,
  inTwoLanguages: true,
  isAttached: true,
  templates: {
    about: "the page for trustees, also printed as PDF",
    check,
    checkWhole: shapeProblems,
  },
  advice: (name) =>
    [
      `To send it, attach ${name}: it is the whole page in one file.`,
      "Some mail systems block .html files. Then send a PDF: the same command with --format pdf.",
      "",
    ].join("\n"),
  isOurs: (text) =>
    /^<!doctype html>[\s\S]{0,2000}<meta name="generator" content="coprod/iu.test(text),
  render: htmlPage,
} as const satisfies PlanFormat;

export async function htmlPage({ fill, ...job }: RenderJob): Promise<string> {
  const filled = await fill("html");
  if (!filled.body.includes(BOTH)) return page(job, filled);
  const { htmlInBoth } = await import("../bilingual.ts");
  return page(job, { ...filled, body: htmlInBoth(filled.body) });
}

/** What a plan's page is beside its frame. */
function page(
  { view, largePrint, otherLanguages, letterhead }: Omit<RenderJob, "fill">,
  { body, style, styleHash }: FilledTemplate,
): string {
  const { title, length } = view;
  const { logo, colours } = letterhead;
  const own = colours === undefined ? undefined : `${style.trim()}\n${colourRules(colours)}`;
  const kinds = [...(largePrint ? ["large-print"] : []), ...(length === "full" ? [] : [length])];
  return sealedPage({
    otherLanguages,
    title,
    kinds,
    style:
      own === undefined ? { text: style, hash: styleHash } : { text: own, hash: inlineHash(own) },
    body: [...pictureOf(logo), aboveBody(view), tidy(body).trim(), belowBody(view)].join("\n"),
  });
}

/** In the place of our own, where the style sheet takes it up. */
function colourRules({ light, dark }: Colours): string {
  const rule = ({ accent, open }: Colours["light"]) =>
    `:root { --accent: ${accent}; --bar-open: ${open}; }`;
  return `${rule(light)}\n@media screen and (prefers-color-scheme: dark) { ${rule(dark)} }`;
}

/** The charity is named in words below it, so nobody has to hear of it. */
function pictureOf(logo: Logo | undefined): readonly string[] {
  if (logo === undefined) return [];
  const { type, bytes, width, height } = logo;
  const source = `data:image/${type === "jpg" ? "jpeg" : type};base64,${Buffer.from(bytes).toString("base64")}`;
  return [`<p class="logo"><img src="${source}" alt="" width="${width}" height="${height}"></p>`];
}

/** A style sheet or a script, with the hash by which a browser knows it. */
interface Inlined {
  readonly text: string;
  readonly hash: string;
}

export interface SealedPage {
  readonly otherLanguages?: OtherLanguages;
  readonly title: string;
  readonly kinds: readonly string[];
  readonly style: Inlined;
  readonly script?: Inlined;
  /** On paper it is black on white, whatever a reader likes on a screen. */
  readonly isPaper?: boolean;
  readonly body: string;
}

/**
 * The frame around a page: one file that fetches nothing. The policy stands before anything it governs, and allows exactly
 * this one style sheet, and a script only where there is one.
 */
export function sealedPage(given: SealedPage): string {
  const { title, kinds, style, script, isPaper = false } = given;
  const body = withLanguages(given.body, given.otherLanguages ?? new Map());
  const kind = kinds.length === 0 ? "" : ` class="${kinds.join(" ")}"`;
  const css = framed(style.text);
  if (/<\/style/iu.test(css)) throw new Error("The style sheet ends its own element.");
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${style.hash}'`,
    ...(script === undefined ? [] : [`script-src 'sha256-${script.hash}'`]),
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return `<!DOCTYPE html>
<html lang="${OWN_LANGUAGE}"${kind}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="${isPaper ? "light" : "light dark"}">
<meta name="generator" content="coprod">
<title>${escapeHtml(title)}</title>
<style>${css}</style>
</head>
<body>
${body}
${script === undefined ? "" : `<script>${framed(script.text)}</script>\n`}</body>
</html>
`;
}

/** Each text that is in another language than the page says so itself, for whoever has the page read aloud. */
function withLanguages(body: string, texts: OtherLanguages): string {
  if (texts.size === 0) return body;
  const pieces = piecesBy(texts);
  // What a script is given has its own way to say so.
  return body.replace(/<script[\s\S]*?<\/script>|(?<=>)[^<>]+(?=<)/gu, (written) => {
    if (written.startsWith("<script")) return written;
    const found = pieces(written.replace(ENTITY, meant));
    if (found.every(({ language }) => language === undefined)) return written;
    return found.map(({ text, language }) => inLanguage(escapeHtml(text), language)).join("");
  });
}

const ENTITY = /&(?:#(x?)([\da-f]+)|(amp|lt|gt|quot));/giu;

function meant(_: string, hex: string, code: string | undefined, name: string): string {
  if (code !== undefined) return String.fromCodePoint(Number.parseInt(code, hex === "" ? 10 : 16));
  return Object.keys(ENTITIES).find((sign) => ENTITIES[sign] === `&${name.toLowerCase()};`) ?? "";
}

/** The headings of a page, as they are read. */
export function headingTexts(page: string): readonly string[] {
  return [...page.matchAll(/<(h[1-6])\b[^>]*>([\s\S]*?)<\/\1>/gu)].map(([, , inner = ""]) =>
    inner
      .replace(/<[^>]*>/gu, "")
      .replace(ENTITY, meant)
      .replace(/\s+/gu, " ")
      .trim(),
  );
}

/** What a reader must know first stands in every page, whoever wrote its template. */
function aboveBody({ paper, notices }: RenderJob["view"]): string {
  const lines = notices.map((notice) => `<p class="notice">${escapeHtml(notice)}</p>`);
  return [
    '<aside aria-label="Who may read this">',
    `<p>${escapeHtml(paper.readers)}</p>`,
    ...lines,
    "</aside>",
  ].join("\n");
}

/** And so does what it does not claim. */
function belowBody({ paper, method }: RenderJob["view"]): string {
  return [
    "<footer>",
    `<p>${method.limits.map(escapeHtml).join(" ")} Made with coprod from “<bdi>${escapeHtml(paper.assessment)}</bdi>”. ${escapeHtml(paper.unnamed ?? "")}</p>`,
    "</footer>",
  ].join("\n");
}

/** By which a browser knows the one style sheet, or script, that is allowed. */
export function inlineHash(text: string): string {
  return createHash("sha256").update(framed(text)).digest("base64");
}

/** As it stands in the page, line end for line end: a browser takes its hash of that. */
export function framed(text: string): string {
  return `\n${text.trim()}\n`;
}

/** Blocks that printed nothing leave gaps. */
function tidy(text: string): string {
  return text
    .replace(/[ \t]+$/gmu, "")
    .replace(/\n{2,}/gu, "\n")
    .replaceAll("##[", "##&#91;");
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** Text in a page, also inside the quotes of an attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/gu, (sign) => ENTITIES[sign] ?? sign).replaceAll("##[", "##&#91;");
}

/** Only what is allowed is known, so what nobody has heard of is refused. */
const TAG =
  /<(\/?)([a-zA-Z][a-zA-Z0-9-]*)((?:\s+[a-zA-Z][a-zA-Z0-9:-]*(?:="[^"<>]*")?)*)\s*(\/?)>/uy;
const ATTRIBUTE = /\s+([a-zA-Z][a-zA-Z0-9:-]*)(?:="([^"<>]*)")?/gu;

const ELEMENTS = new Set(
  (
    "a abbr address article aside b bdi blockquote br caption circle cite code col colgroup dd del div dl dt em " +
    "figcaption figure footer g h1 h2 h3 h4 h5 h6 header hr i img ins kbd li line main mark nav ol p path pre q rect s " +
    "section small span strong sub sup svg table tbody td tfoot th thead time tr u ul wbr"
  ).split(" "),
);

const ATTRIBUTES = new Set(
  (
    "alt class colspan cx cy d datetime dir fill focusable headers height href id lang points preserveAspectRatio r " +
    "reversed role rowspan rx ry scope src start stroke stroke-width tabindex value vector-effect viewBox width x x1 x2 y y1 y2"
  ).split(" "),
);

const ADDRESS = /^(?:#|https?:\/\/|mailto:|tel:)/iu;
const COLOUR = /^(?:[a-z]+|#[0-9a-f]{3,8})$/iu;
const PICTURE = /^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]+$/u;

function check(html: string): string[] {
  const problems: string[] = [];
  const open: string[] = [];
  for (let at = html.indexOf("<"); at >= 0; at = html.indexOf("<", at + 1)) {
    TAG.lastIndex = at;
    const [, slash, name = "", attributes = ""] = TAG.exec(html) ?? [];
    const problem = slash === "/" ? checkEnd(open, name) : checkTag(name, attributes);
    if (slash !== "/") open.push(name);
    if (problem !== undefined) problems.push(`${problem} It stands in: ${textAround(html, at)}`);
  }
  return [...new Set(problems)].slice(0, MOST_PROBLEMS);
}

const MOST_PROBLEMS = 10;

function checkEnd(open: string[], name: string): string | undefined {
  return closes(open, name) ? undefined : `It has a </${name}> without its beginning.`;
}

/** Whether the end of an element has its beginning; what is still open in between ends with it, as in a browser. */
function closes(open: string[], name: string): boolean {
  const at = open.lastIndexOf(name);
  if (at >= 0) open.length = at;
  return at >= 0;
}

function checkTag(name: string, attributes: string): string | undefined {
  if (name === "")
    return 'It has a "<" that begins no plain tag. Values of attributes stand in double quotes.';
  if (!ELEMENTS.has(name)) return `It has a <${name}>, which a plan can't hold.`;
  for (const [, attribute = "", value = ""] of attributes.matchAll(ATTRIBUTE)) {
    const problem = checkAttribute(attribute, value);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function checkAttribute(name: string, value: string): string | undefined {
  if (!ATTRIBUTES.has(name) && !name.startsWith("aria-"))
    return `It has the attribute ${name}, which a plan can't hold.`;
  if (name === "href" && !ADDRESS.test(plainValue(value)))
    return "It has a link to something other than a web page, a mail address, a telephone number or a place on the page.";
  if (name === "src" && !PICTURE.test(plainValue(value)))
    return "It has a picture from somewhere else. A picture must be in the page itself (data:image/…).";
  if (["fill", "stroke"].includes(name) && !COLOUR.test(value))
    return `It has the attribute ${name} with something other than a colour.`;
  return undefined;
}

/** Only the signs that Handlebars itself writes so; any other is left as it is and fails the check of what is allowed. */
function plainValue(value: string): string {
  return value.replace(/&(amp|quot|#x27|#x3D|#x60);/gu, (_, name: string) => SIGNS[name] ?? "");
}

const SIGNS: Readonly<Record<string, string>> = {
  amp: "&",
  quot: '"',
  "#x27": "'",
  "#x3D": "=",
  "#x60": "`",
};
