import * as z from "zod/mini";
import { TRANSLATION_FORMAT } from "../../util/formats.ts";
import { date, described, id, optional, text } from "../../yaml/fields.ts";

const translatedText = z.strictObject({
  text: described(text, "The text in the language of this file"),
  from: described(
    text,
    "Six letters that stand for the English text it was made from; coprod rubric translate writes them",
  ),
});

/** The texts of a rubric in another language (`coprod: translation/1`). */
export const translationSchema = described(
  z.strictObject({
    coprod: described(z.literal(TRANSLATION_FORMAT), "What this file is"),
    of: described(id, "Id of the rubric whose texts these are"),
    language: described(text, "Tag of the language, such as cy, or en-x-easy for easy words"),
    covers: optional(
      z.enum(["questions"]),
      "questions: only what people read who answer on a sheet or in a form. Left out: every text",
    ),
    draft: optional(
      text,
      "That it is a draft which nobody has checked, in its own words: it is used only with --allow-draft, and each page says so until checked-by is there",
    ),
    "checked-by": optional(
      z.strictObject({
        role: described(text, "Who read it and found it right: a role, never a name"),
        on: described(date, "The day, such as 2026-12-12"),
      }),
      "Who checked it. Until this is there, each page says that nobody has",
    ),
    texts: described(
      z.record(z.string(), translatedText),
      "Each text under the key of the rubric's own text, such as questions/power-talked-about/asks",
    ),
  }),
  "The texts of a coprod rubric in another language",
);

export type TranslationFile = z.infer<typeof translationSchema>;
