import { escapeMarkdown } from "../../util/markdown-escape.ts";
import { withoutCommands } from "../../util/visible-text.ts";
import { BOTH } from "../languages.ts";
import { type PlanFormat, type RenderJob, textAround } from "./format.ts";

/** The plan for whoever edits it further. */
export const markdown = {
  name: "md",
  ending: "md",
  inTwoLanguages: true,
  otherEndings: ["markdown"],
  templates: { about: "the same as Markdown", escaper: "md", check },
  isOurs: (text) => /^(?:# |\*\*)[\s\S]*^Made with coprod /mu.test(text),
  render: async (job) => inBothFor("read", await markdownText(job)),
} as const satisfies PlanFormat;

/** A plan with each block in both languages, where it is in two. */
export async function inBothFor(reader: "read" | "word", text: string): Promise<string> {
  if (!text.includes(BOTH)) return text;
  const { markdownInBoth } = await import("../bilingual.ts");
  return markdownInBoth(text, reader);
}

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
  return withoutCommands(`${lines.trim()}\n`);
}

/** What a Markdown plan can't hold. Readers take an escaped sign for itself. */
const REFUSED: readonly (readonly [what: string, sign: RegExp])[] = [
  ["HTML, which a Markdown plan can't hold", /(?<!\\)<(?!https?:\/\/[^\s<>]*>)[a-zA-Z/!?]/u],
  [
    "a picture from somewhere else",
    /(?<!\\)!\[(?![^\]]*\]\(data:image\/(?:png|jpeg|gif|webp);base64,)/iu,
  ],
  [
    "a link to something other than a web page",
    /(?<!\\)\]\(\s*<?(?!https?:|mailto:|tel:|#|<|data:image\/)/iu,
  ],
  // The name by which links of the page call an address; that of a footnote begins with a hat.
  [
    "a link to something other than a web page",
    /(?<!\\)\[(?!\^)[^\]]*\]:\s*<?(?!https?:|mailto:|tel:|#|<|\s|\[)/iu,
  ],
];

function check(text: string): string[] {
  return REFUSED.flatMap(([what, sign]) => {
    const found = sign.exec(text);
    return found === null ? [] : [`It has ${what}. It stands in: ${textAround(text, found.index)}`];
  });
}
