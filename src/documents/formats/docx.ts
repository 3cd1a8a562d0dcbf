import type { PlanFormat } from "./format.ts";
import { inBothFor, markdownText } from "./markdown.ts";

/** The plan in Word, for whoever puts the papers of a meeting together: the same words as in Markdown, from the same templates. */
export const docx = {
  name: "docx",
  ending: "docx",
  isBinary: true,
  inTwoLanguages: true,
  hasPages: true,
  isAttached: true,
  advice: (name) => `To send it, attach ${name}. It opens in Word, LibreOffice and Pages.\n`,
  isOurs: (text) => /^PK[\s\S]*Made with coprod plan$/u.test(text),
  render: async (job) => {
    const { writeWord } = await import("../word/write-word.ts");
    const { view, largePrint, otherLanguages, letterhead } = job;
    return writeWord(await inBothFor("word", await markdownText(job)), {
      title: view.title,
      author: view.paper.charity,
      otherLanguages,
      logo: letterhead.logo,
      ...(letterhead.colours && { headings: letterhead.colours.light.accent.slice(1) }),
      day: view.date?.iso,
      points: largePrint ? 18 : 12,
    });
  },
} as const satisfies PlanFormat;
