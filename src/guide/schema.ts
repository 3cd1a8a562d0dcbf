import * as z from "zod/mini";
import { citationsSchema, sourceList } from "../rubric/schema.ts";
import { GUIDE_FORMAT } from "../util/formats.ts";
import { described, id, key, month, optional, text, version } from "../yaml/fields.ts";

const page = z.strictObject({
  id: described(id, "Short name for files and commands; keep it for ever"),
  title: described(text, "Title that people see"),
  kind: described(z.enum(["hard-moment", "tip", "explanation"]), "Which list it stands in"),
  when: described(text, "The moment it is for, in one sentence"),
  say: described(z.array(text).check(z.minLength(1)), "Things to say or to know"),
  try: described(z.array(text).check(z.minLength(1)), "Things to do"),
  avoid: optional(z.array(text), "Things that make it worse"),
  words: optional(z.array(text), "What people may type to find the page, besides the words on it"),
  also: optional(z.array(key), "Questions it belongs to, such as principles/honest-name"),
  from: citationsSchema,
});

/** A figure or benefit that can persuade trustees, never without what limits it. */
const figure = z.strictObject({
  id: described(id, "Short name for files; keep it for ever"),
  says: described(text, "The figure or benefit, in one sentence"),
  but: optional(text, "What speaks against it, or limits it"),
  strength: described(text, "How strong the evidence is, in plain words"),
  group: described(z.enum(["people", "professionals", "organisations", "money"]), "Who gains"),
  from: citationsSchema,
});

/** Short pages for hard moments (`coprod: guide/1`). */
export const guideSchema = described(
  z.strictObject({
    coprod: described(z.literal(GUIDE_FORMAT), "What this file is"),
    version: described(version, "Three numbers. A changed meaning needs a new version"),
    language: described(text, "Language of the text, such as en-GB"),
    title: described(text, "Title that people see"),
    about: described(text, "What it is for, in one or two short sentences"),
    checked: optional(month, "Month in which its facts were last read against its sources"),
    sources: described(sourceList, "The texts it draws on, by id"),
    pages: described(
      z.array(page).check(z.minLength(1)),
      "The pages, in the order they are listed",
    ),
    figures: optional(z.array(figure), "Figures and benefits that trustees may ask for"),
    glossary: optional(
      z.record(text, text),
      "Words that are not everyday speech, and what they mean",
    ),
  }),
  "A coprod guide: short pages for hard moments",
);

export type Guide = z.infer<typeof guideSchema>;
export type GuidePage = Guide["pages"][number];
export type GuideFigure = NonNullable<Guide["figures"]>[number];
