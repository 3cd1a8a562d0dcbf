import { type PlanFormat, textAround } from "./format.ts";

/** The plan for whoever edits it further. */
export const markdown = {
  name: "md",
  ending: "md",
  otherEndings: ["markdown"],
  templates: { about: "the same as Markdown", escaper: "md", check },
  isOurs: (text) => /^# [\s\S]*^Made with coprod /mu.test(text),
  render: async ({ fill }) => tidy((await fill("md")).body),
} as const satisfies PlanFormat;

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
