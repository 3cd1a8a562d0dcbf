import * as z from "zod";
import { fraction, id, key, text, version } from "../yaml/fields.ts";
import { LEVELS_MESSAGE } from "../yaml/validate.ts";
import { RUBRIC_FORMAT } from "./format.ts";

/** Source id → what it is. */
export const sourceList = z.record(
  id,
  z.strictObject({
    title: text.describe("Title as printed"),
    authors: text.describe("People or organisations who wrote it"),
    year: z.union([z.int(), text]).describe("Year, or undated"),
  }),
);

/** Source id → headings in that source. */
export const citations = z
  .record(id, z.array(text).min(1))
  .describe("Where it comes from: the id of a source, then headings in that source");

const level = z.strictObject({
  id: id.describe("Short name for files; keep it for ever"),
  name: text.describe("Name that people see"),
  value: fraction
    .exactOptional()
    .describe("What it counts, from 0 (lowest) to 1 (highest). Left out: evenly spaced"),
  means: text
    .exactOptional()
    .describe("What people would see or hear. Serves each question that gives no words of its own"),
});

const band = z.strictObject({
  id: id.describe("Short name for files; keep it for ever"),
  name: text.describe("Name that people see"),
  from: fraction.describe("Where it starts: 0 for the lowest, then a share such as 1/4"),
  means: text.describe("What it says about us, in one short sentence"),
});

const nextStep = z.strictObject({
  do: text.describe("What to do, in one sentence that starts with a verb"),
  first: text.describe("A first move that takes under an hour"),
  effort: z.enum(["small", "medium", "large"]).describe("How much work it is"),
  who: text.describe("A role that could lead it, such as Chair; never a name"),
  sign: text.describe("How we will know that it worked: something to check"),
});

const criterion = z.strictObject({
  id: id.describe("Short name for files; keep it for ever. Answers are filed under it"),
  formerly: z
    .array(id)
    .exactOptional()
    .describe("Names it had before, so that old answers are kept"),
  asks: text.describe("The question: one thing, at most 20 words, with a ? at the end"),
  core: z.boolean().exactOptional().describe("Whether it is in the quick look"),
  weight: z
    .union([z.number(), text])
    .exactOptional()
    .describe("How much it counts in its section. Left out: 1"),
  must: id
    .exactOptional()
    .describe("Level that must be reached, where doing without would harm people"),
  "allow-not-applicable": z
    .boolean()
    .exactOptional()
    .describe("Whether a group may say that it does not apply to them"),
  measures: z
    .enum(["practice", "pressure"])
    .exactOptional()
    .describe("practice: what we do (usual). pressure: how much a barrier is felt"),
  scale: id.exactOptional().describe("Its scale, where it is not the section's"),
  levels: z
    .record(id, text)
    .exactOptional()
    .describe("For each level, what people would see or hear; each one different"),
  talk: z.array(text).exactOptional().describe("Open questions that start the talk; 2 to 4"),
  "look-for": z.array(text).exactOptional().describe("Things you could point to as evidence"),
  facts: z.array(text).exactOptional().describe("Facts on money, time or wellbeing worth knowing"),
  next: z
    .record(id, nextStep)
    .exactOptional()
    .describe("For each level above the first, the step that gets you there"),
  eases: z.array(key).exactOptional().describe("Barriers it helps with, such as barriers/power"),
  guide: z.array(id).exactOptional().describe("Pages of the guide that help in the talk"),
  from: citations.exactOptional(),
});

const section = z.strictObject({
  id: id.describe("Short name for files; keep it for ever"),
  kind: z
    .enum(["principle", "foundation", "barrier"])
    .describe("principle: makes the result. foundation: shown beside it. barrier: gets in the way"),
  title: text.describe("Title that people see"),
  why: text.describe("Why it matters to the people in the room, in two or three short sentences"),
  signs: z.array(text).exactOptional().describe("How people notice a barrier"),
  scale: id.describe("Scale of its questions, unless a question names another"),
  criteria: z.array(criterion).min(1).describe("Its questions, in the order they are asked"),
});

/** A rubric file as people write it (`coprod: rubric/1`, DESIGN §2.1). */
export const rubricSchema = z
  .strictObject({
    coprod: z.literal(RUBRIC_FORMAT).describe("What this file is"),
    id: id.describe("Short name for files and commands; the same as the file's name"),
    version: version.describe("Three numbers. A changed meaning needs a new version"),
    language: text.describe("Language of the text, such as en-GB"),
    title: text.describe("Title that people see"),
    about: text.describe("What it asks about, in one or two short sentences"),
    minutes: z.int().min(1).describe("How long it takes to talk through"),
    sources: sourceList.exactOptional().describe("The texts it draws on, by id"),
    scales: z
      .record(id, z.array(level).min(2, LEVELS_MESSAGE).max(7, LEVELS_MESSAGE))
      .describe("Sets of levels by id, the lowest level first"),
    bands: z.array(band).min(1).exactOptional().describe("Names for results, the lowest first"),
    cap: id
      .exactOptional()
      .describe("Band that a failed must-have holds a result at. Left out: the second lowest"),
    sections: z.array(section).min(1).describe("Groups of questions, in the order they are asked"),
    glossary: z
      .record(text, text)
      .exactOptional()
      .describe("Words that are not everyday speech, and what they mean"),
  })
  .describe("A coprod rubric: what is asked in a workshop");

export type RubricFile = z.infer<typeof rubricSchema>;
export type SectionFile = RubricFile["sections"][number];
export type CriterionFile = SectionFile["criteria"][number];
export type NextStepFile = z.infer<typeof nextStep>;
