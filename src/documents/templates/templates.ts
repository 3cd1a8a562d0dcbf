/** Texts of the templates by their path below `templates/`, with forward slashes. */
export type Templates = ReadonlyMap<string, string>;

export const DOCUMENT_FORMATS = ["html", "md", "text"] as const;

export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

/** The helper each value passes through; HTML has Handlebars' own escaping. No field of a plan may have such a name. */
export const ESCAPERS: Readonly<Record<DocumentFormat, string | undefined>> = {
  html: undefined,
  md: "md",
  text: "plain",
};

/** The text of one template, with plain line ends and no byte order mark. */
export function templateText(templates: Templates, path: string): string {
  const text = templates.get(path);
  if (text === undefined) throw new Error(`The template ${path} is missing.`);
  return plainLines(text);
}

/** Each partial of a format by the name templates call it by: `partials/action.md.hbs` is `action` in Markdown. */
export function partialTexts(templates: Templates, format: DocumentFormat): Map<string, string> {
  const ending = `.${format}.hbs`;
  const paths = [...templates.keys()].filter(
    (path) => path.startsWith(PARTIALS) && path.endsWith(ending),
  );
  return new Map(
    paths.map((path) => [
      path.slice(PARTIALS.length, -ending.length),
      templateText(templates, path),
    ]),
  );
}

const PARTIALS = "partials/";

// Windows checkouts have CRLF, and some editors add a mark at the start: both would pass straight into the page, and a
// style sheet's hash is taken over plain line ends.
export function plainLines(text: string): string {
  return text.replace(/^\ufeff/u, "").replace(/\r\n?/gu, "\n");
}
