import * as z from "zod/mini";
import { RUBRIC_FORMAT } from "../util/formats.ts";
import {
  aboveZero,
  described,
  fraction,
  id,
  key,
  month,
  optional,
  text,
  version,
} from "../yaml/fields.ts";
import { LEVELS_MESSAGE } from "../yaml/validate.ts";

/** Source id → what it is. */
export const sourceList = z.record(
  id,
  z.strictObject({
    title: described(text, "Title as printed"),
    authors: described(text, "People or organisations who wrote it"),
    year: described(z.union([z.int(), text]), "Year, or undated"),
  }),
);

/** Source id → headings in that source. */
export const citationsSchema = described(
  z.record(id, z.array(text).check(z.minLength(1))),
  "Where it comes from: the id of a source, then headings in that source",
);

const level = z.strictObject({
  id: described(id, "Short name for files; keep it for ever"),
  name: described(text, "Name that people see"),
  value: optional(
    fraction,
    "What it counts, from 0 (lowest) to 1 (highest). Left out: evenly spaced",
  ),
  points: optional(
    z.number(),
    "What it adds where points are counted. Left out: its figure where levels are named by figures, else its place from 0",
  ),
  means: optional(
    text,
    "What people would see or hear. Serves each question that gives no words of its own",
  ),
});

const band = z.strictObject({
  id: described(id, "Short name for files; keep it for ever"),
  name: described(text, "Name that people see"),
  from: optional(fraction, "Where it starts: 0 for the lowest, then a share such as 1/4"),
  points: optional(z.number(), "In place of from: the points of the total from which it holds"),
  means: described(text, "What it says about us, in one short sentence"),
});

const nextStep = z.strictObject({
  do: described(text, "What to do, in one sentence that starts with a verb"),
  first: described(text, "A first move that takes under an hour"),
  effort: described(z.enum(["small", "medium", "large"]), "How much work it is"),
  who: described(text, "A role that could lead it, such as Chair; never a name"),
  sign: described(text, "How we will know that it worked: something to check"),
});

const choice = z.strictObject({
  id: described(id, "Short name for files; keep it for ever"),
  name: described(text, "Name that people see"),
  points: optional(z.number(), "What it adds, where the choices count"),
});

const criterion = z.strictObject({
  id: described(id, "Short name for files; keep it for ever. Answers are filed under it"),
  formerly: optional(z.array(id), "Names it had before, so that old answers are kept"),
  kind: optional(
    z.enum(["level", "choices", "text", "number"]),
    "How it is answered. level (usual): one of its levels. choices: several of its choices. text, number: in own words or figures, never scored",
  ),
  choices: optional(
    z.array(choice).check(z.minLength(2), z.maxLength(12)),
    "With kind: choices: what people may choose several of, 2 to 12",
  ),
  when: optional(
    z.record(id, z.union([id, z.array(id).check(z.minLength(1))])),
    "Asked only if an earlier question has this answer: its id, then the id of a level or choice, or a list of them",
  ),
  asks: optional(text, "The question: one thing, at most 20 words, with a ? at the end"),
  says: optional(text, "In place of asks: a statement that people place on the scale"),
  "asks-for": optional(
    z.record(id, text),
    "By group, such as staff or lived-experience: the same question in that group's own words",
  ),
  core: optional(z.boolean(), "Whether it is in the quick look"),
  weight: optional(
    z.union([aboveZero(z.number()), text]),
    "How much it counts in its section. Left out: 1",
  ),
  must: optional(
    z.union([
      id,
      z.strictObject({
        stop: described(id, "Level that must be reached: below it everything stops"),
        "put-right": described(id, "Level from which nothing has to be put right"),
      }),
    ]),
    "Level that must be reached, where doing without would harm people; or two of them, stop and put-right",
  ),
  "allow-not-applicable": optional(
    z.boolean(),
    "Whether a group may say that it does not apply to them",
  ),
  "same-as": optional(
    z.union([
      key,
      z.strictObject({
        question: described(key, "The other question, such as principles/hear-back"),
        levels: described(
          z.record(id, z.union([id, z.array(id).check(z.minLength(1))])),
          "For a level of this question: the levels of the other that mean the same. Left out: the nearest by value",
        ),
      }),
    ]),
    "Another question that asks the same, such as principles/hear-back: it is asked there alone, and both have its answer",
  ),
  private: optional(
    z.boolean(),
    "Whether it cannot be answered openly: then it is asked on folded slips, and no show of cards is counted",
  ),
  measures: optional(
    z.enum(["practice", "pressure", "name"]),
    "practice: what we do (usual). pressure: how much a barrier is felt. name: what we call it, which the result compares with what we do",
  ),
  scale: optional(id, "Its scale, where it is not the section's"),
  levels: optional(
    z.record(id, text),
    "For each level, what people would see or hear; each one different",
  ),
  talk: optional(z.array(text), "Open questions that start the talk; 2 to 4"),
  "look-for": optional(z.array(text), "Things you could point to as evidence"),
  facts: optional(z.array(text), "Facts on money, time or wellbeing worth knowing"),
  next: optional(
    z.record(id, nextStep),
    "For each level above the first, the step that gets you there",
  ),
  eases: optional(z.array(key), "Barriers it helps with, such as barriers/power"),
  guide: optional(z.array(id), "Pages of the guide that help in the talk"),
  from: optional(citationsSchema),
});

const scoring = described(
  z.enum(["levels", "none"]),
  "none: answers are kept as words; no percent, no band, no climb",
);

const section = z.strictObject({
  id: described(id, "Short name for files; keep it for ever"),
  kind: described(
    z.enum(["principle", "foundation", "barrier"]),
    "principle: makes the result. foundation: shown beside it. barrier: gets in the way",
  ),
  title: described(text, "Title that people see"),
  why: described(text, "Why it matters to the people in the room, in two or three short sentences"),
  signs: optional(z.array(text), "How people notice a barrier"),
  asked: optional(
    z.enum(["together", "one-by-one"]),
    "together: one page, one line to type, where all share a scale. Left out: together for a barrier's checks",
  ),
  heading: optional(text, "What stands above questions that are asked together"),
  scoring: optional(scoring),
  scale: optional(
    id,
    "Scale of its questions, unless a question names another. Needed for questions with levels",
  ),
  criteria: described(
    z.array(criterion).check(z.minLength(1)),
    "Its questions, in the order they are asked",
  ),
});

const partId = described(id, "Short name for files; keep it for ever");
const partTitle = described(text, "Title that people see");
const inPart = described(z.array(id).check(z.minLength(1)), "Ids of the sections in it");

const part = z.strictObject({
  id: partId,
  title: partTitle,
  sections: optional(inPart),
  parts: optional(
    z
      .array(z.strictObject({ id: partId, title: partTitle, sections: inPart }))
      .check(z.minLength(1)),
    "In place of sections: smaller parts, each with a result of its own too",
  ),
});

/** A rubric file as people write it (`coprod: rubric/1`, DESIGN §2.1). */
export const rubricSchema = described(
  z.strictObject({
    coprod: described(z.literal(RUBRIC_FORMAT), "What this file is"),
    id: described(id, "Short name for files and commands; the same as the file's name"),
    version: described(version, "Three numbers. A changed meaning needs a new version"),
    language: described(text, "Language of the text, such as en-GB"),
    title: described(text, "Title that people see"),
    about: described(text, "What it asks about, in one or two short sentences"),
    scoring: optional(scoring),
    headline: optional(
      z.enum(["weakest", "mean", "sum", "none"]),
      "What makes the result of its principles: the weakest of them, their mean, the sum of their points, or nothing. Left out: weakest",
    ),
    show: optional(
      z.enum(["percent", "points", "words"]),
      "How results are said: in percent, in points, or by the names of bands alone. Left out: percent, or points where they are added up",
    ),
    parts: optional(
      z.array(part).check(z.minLength(1)),
      "Groups of sections with a result of their own, such as streams in practices in functions",
    ),
    checked: optional(month, "Month in which its facts were last read against its sources"),
    minutes: described(z.int().check(z.gte(1)), "How long it takes to talk through"),
    sources: optional(sourceList, "The texts it draws on, by id"),
    scales: described(
      z.record(
        id,
        z.array(level).check(z.minLength(2, LEVELS_MESSAGE), z.maxLength(7, LEVELS_MESSAGE)),
      ),
      "Sets of levels by id, the lowest level first",
    ),
    bands: optional(z.array(band).check(z.minLength(1)), "Names for results, the lowest first"),
    cap: optional(
      id,
      "Band that a failed must-have holds a result at. Left out: the second lowest",
    ),
    sections: described(
      z.array(section).check(z.minLength(1)),
      "Groups of questions, in the order they are asked",
    ),
    glossary: optional(
      z.record(text, text),
      "Words that are not everyday speech, and what they mean",
    ),
  }),
  "A coprod rubric: what is asked in a workshop",
);

export type RubricFile = z.infer<typeof rubricSchema>;
export type BandFile = NonNullable<RubricFile["bands"]>[number];
export type LevelFile = RubricFile["scales"][string][number];
export type SectionFile = RubricFile["sections"][number];
export type CriterionFile = SectionFile["criteria"][number];
export type NextStepFile = z.infer<typeof nextStep>;
