import * as z from "zod";
import { citations, sourceList } from "../rubric/schema.ts";
import { id, key, text, version } from "../yaml/fields.ts";
import { GUIDE_FORMAT } from "./format.ts";

const page = z.strictObject({
  id: id.describe("Short name for files and commands; keep it for ever"),
  title: text.describe("Title that people see"),
  kind: z.enum(["hard-moment", "tip", "explanation"]).describe("Which list it stands in"),
  when: text.describe("The moment it is for, in one sentence"),
  say: z.array(text).min(1).describe("Things to say or to know"),
  try: z.array(text).min(1).describe("Things to do"),
  avoid: z.array(text).exactOptional().describe("Things that make it worse"),
  words: z
    .array(text)
    .exactOptional()
    .describe("What people may type to find the page, besides the words on it"),
  also: z
    .array(key)
    .exactOptional()
    .describe("Questions it belongs to, such as principles/honest-name"),
  from: citations,
});

/** A figure or benefit that can persuade trustees, never without what limits it. */
const figure = z.strictObject({
  id: id.describe("Short name for files; keep it for ever"),
  says: text.describe("The figure or benefit, in one sentence"),
  but: text.exactOptional().describe("What speaks against it, or limits it"),
  strength: text.describe("How strong the evidence is, in plain words"),
  group: z.enum(["people", "professionals", "organisations", "money"]).describe("Who gains"),
  from: citations,
});

/** Short pages for hard moments (`coprod: guide/1`). */
export const guideSchema = z
  .strictObject({
    coprod: z.literal(GUIDE_FORMAT).describe("What this file is"),
    version: version.describe("Three numbers. A changed meaning needs a new version"),
    language: text.describe("Language of the text, such as en-GB"),
    title: text.describe("Title that people see"),
    about: text.describe("What it is for, in one or two short sentences"),
    sources: sourceList.describe("The texts it draws on, by id"),
    pages: z.array(page).min(1).describe("The pages, in the order they are listed"),
    figures: z
      .array(figure)
      .exactOptional()
      .describe("Figures and benefits that trustees may ask for"),
    glossary: z
      .record(text, text)
      .exactOptional()
      .describe("Words that are not everyday speech, and what they mean"),
  })
  .describe("A coprod guide: short pages for hard moments");

export type Guide = z.infer<typeof guideSchema>;
export type GuidePage = Guide["pages"][number];
export type GuideFigure = NonNullable<Guide["figures"]>[number];
