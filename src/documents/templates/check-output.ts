import type { DocumentFormat } from "./templates.ts";

/**
 * What a template of somebody else's printed that no document of ours may hold. It knows only what is allowed, so what it
 * has never heard of is refused.
 */
export function checkOutput(text: string, format: DocumentFormat): string[] {
  if (text.length > MOST_LETTERS) return [`What it makes is longer than ${MOST_LETTERS} letters.`];
  if (format === "html") return checkHtml(text);
  return format === "md" ? checkMarkdown(text) : [];
}

const MOST_LETTERS = 1_000_000;

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
    "reversed role rowspan rx ry scope src start stroke stroke-width tabindex value viewBox width x x1 x2 y y1 y2"
  ).split(" "),
);

const ADDRESS = /^(?:#|https?:\/\/|mailto:|tel:)/iu;
const PICTURE = /^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]+$/u;

function checkHtml(html: string): string[] {
  const problems: string[] = [];
  for (let at = html.indexOf("<"); at >= 0; at = html.indexOf("<", at + 1)) {
    TAG.lastIndex = at;
    const [, , name = "", attributes = ""] = TAG.exec(html) ?? [];
    const problem = checkTag(name, attributes);
    if (problem !== undefined) problems.push(`${problem} It stands in: ${excerpt(html, at)}`);
  }
  return [...new Set(problems)].slice(0, MOST_PROBLEMS);
}

const MOST_PROBLEMS = 10;

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

function checkMarkdown(text: string): string[] {
  const tag = /(?<!\\)<(?!https?:\/\/[^\s<>]*>)[a-zA-Z/!?]/u.exec(text);
  const link = /(?<!\\)\]\(\s*<?(?!https?:|mailto:|tel:|#|<)/iu.exec(text);
  return [
    ...(tag === null
      ? []
      : [
          `It has HTML, which a Markdown plan can't hold. It stands in: ${excerpt(text, tag.index)}`,
        ]),
    ...(link === null
      ? []
      : [
          `It has a link to something other than a web page. It stands in: ${excerpt(text, link.index)}`,
        ]),
  ];
}

function excerpt(text: string, at: number): string {
  return text.slice(at, at + 60).replace(/\s+/gu, " ");
}
