import { escapeMarkdown } from "../../util/markdown-escape.ts";
import { type PlanFormat, type RenderJob, textAround } from "./format.ts";

/** The plan for whoever edits it further. */
export const markdown = {
  name: "md",
  ending: "md",
  otherEndings: ["markdown"],
  templates: { about: "the same as Markdown", escaper: "md", check },
  isOurs: (text) => /^(?:# |\*\*)[\s\S]*^Made with coprod /mu.test(text),
  render: markdownText,
} as const satisfies PlanFormat;

/** What a reader must know first stands in every plan, whoever wrote its template; and so does what it does not claim. */
export async function markdownText({ view, fill }: RenderJob): Promise<string> {
  const { paper, notices, method } = view;
  const above = [
    `**${escapeMarkdown(paper.readers)}**`,
    ...notices.map((notice) => `**${escapeMarkdown(notice)}**`),
  ];
  const below = [
    method.limits.map(escapeMarkdown).join(" "),
    `Made with coprod from “${escapeMarkdown(paper.assessment)}”. ${escapeMarkdown(paper.unnamed ?? "")}`,
  ];
  const [title, rest] = titleAndRest((await fill("md")).body.trim());
  return tidy([...title, ...above, rest, ...below].join("\n\n"));
}

/** A document begins with its title; what has none begins with what coprod says. */
function titleAndRest(body: string): readonly [readonly string[], string] {
  const [first = "", ...rest] = body.split("\n");
  return first.startsWith("# ") ? [[first], rest.join("\n")] : [[], body];
}

/** Blocks that printed nothing leave gaps; Markdown gives meaning to spaces at the end of a line. */
function tidy(text: string): string {
  const lines = text.replace(/[ \t]+$/gmu, "").replace(/\n{3,}/gu, "\n\n");
  return `${lines.trim()}\n`;
}

function check(text: string): string[] {
  const tag = /(?<!\\)<(?!https?:\/\/[^\s<>]*>)[a-zA-Z/!?]/u.exec(text);
  const link = /(?<!\\)\]\(\s*<?(?!https?:|mailto:|tel:|#|<)/iu.exec(text);
  return [
    ...(tag === null
      ? []
      : [
          `It has HTML, which a Markdown plan can't hold. It stands in: ${textAround(text, tag.index)}`,
        ]),
    ...(link === null
      ? []
      : [
          `It has a link to something other than a web page. It stands in: ${textAround(text, link.index)}`,
        ]),
  ];
}
