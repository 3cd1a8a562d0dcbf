import * as z from "zod/mini";
import { SHARE_FORMAT, SHARE_REGIONS, SHARE_SIZES } from "../util/formats.ts";
import { described, id, key, optional, shareId, version } from "../yaml/fields.ts";

/** An exact, reduced share of the whole: `0`, `1/3`, `1`. */
const exactShare = z.nullable(
  z.string().check(z.maxLength(64), z.regex(/^(?:0|1|[1-9]\d*\/[1-9]\d*)$/u)),
);
const level = z.int().check(z.gte(0), z.lte(6));

/** How far the actions about a question are, the least far first. */
export const ACTION_STATES = ["dropped", "planned", "doing", "done"] as const;

export const sharedAnswer = z.strictObject({
  key: described(key, "The question"),
  kind: described(
    z.enum([
      "level",
      "differ",
      "unsure",
      "not-applicable",
      "votes",
      "skipped",
      "look-again",
      "none",
    ]),
    "What was answered: a level, that people differ, that nobody knows, or why there is no answer",
  ),
  level: optional(level, "With level: which, from 0 for the lowest"),
  from: optional(level, "With differ: the lowest level that somebody chose"),
  to: optional(level, "With differ: the highest level that somebody chose"),
  top: described(level, "The highest level that the question has"),
  must: optional(
    z.enum(["pass", "fail", "unknown"]),
    "For a must-have: whether it is met. Left out where there is none",
  ),
});

const bandPair = z.nullable(z.tuple([id, id]));

export const sharedSection = z.strictObject({
  key: described(key, "The section"),
  low: described(exactShare, "The least that it can be, from 0 to 1"),
  high: described(exactShare, "The most that it can be"),
  known: described(exactShare, "How much of it is settled"),
  bands: described(bandPair, "The bands of both ends"),
  noScore: described(
    z.nullable(z.enum(["does-not-apply", "not-asked", "too-early", "unscored"])),
    "Why there are no numbers",
  ),
});

export const sharedBarrier = z.strictObject({
  key: described(key, "The barrier"),
  class: described(
    z.nullable(z.enum(["act-first", "in-hand", "keep-watch", "clear"])),
    "How much it is felt against what is in place",
  ),
  noClass: described(z.nullable(z.enum(["does-not-apply", "not-asked"])), "Why there is none"),
});

export const sharedActions = z.strictObject({
  for: described(key, "The question"),
  states: described(
    z.array(z.enum(ACTION_STATES)).check(z.minLength(1), z.maxLength(ACTION_STATES.length)),
    "How far the actions about it are; each once",
  ),
});

const FRAME = {
  coprod: described(z.literal(SHARE_FORMAT), "What this file is"),
  id: described(shareId, "Stands for the charity; made by chance"),
  quarter: described(
    z.nullable(z.string().check(z.regex(/^\d{4}-Q[1-4]$/u))),
    "The quarter in which it began",
  ),
  look: described(z.nullable(z.enum(["quick"])), "quick: only the core questions were asked"),
  size: described(
    z.nullable(z.enum(SHARE_SIZES)),
    "Income of a year, in pounds, where it was typed",
  ),
  region: described(z.nullable(z.enum(SHARE_REGIONS)), "Where it works, where it was typed"),
  rubrics: described(
    z
      .array(
        z.strictObject({
          id: described(id, "The rubric"),
          version: described(version, "Its version"),
          hash: described(z.string().check(z.maxLength(80)), "Its fingerprint"),
        }),
      )
      .check(z.minLength(1), z.maxLength(20)),
    "What was asked",
  ),
};

/** What a charity gives to a network (`coprod: share/1`): no notes, no votes, no names, no day. */
export const shareSchema = described(
  z.strictObject({
    ...FRAME,
    answers: described(z.array(sharedAnswer), "Every question of these rubrics, once"),
    sections: described(z.array(sharedSection), "The result of every section that has one"),
    barriers: described(z.array(sharedBarrier), "Every barrier"),
    actions: described(z.array(sharedActions), "The questions about which something is planned"),
  }),
  "What a charity shares of an assessment: levels and no words",
);

/** The same with its lists unread: what is in them is checked piece by piece, each kind of piece once. */
export const shareFrame = z.strictObject({
  ...FRAME,
  answers: z.array(z.unknown()),
  sections: z.array(z.unknown()),
  barriers: z.array(z.unknown()),
  actions: z.array(z.unknown()),
});

export type Share = z.infer<typeof shareSchema>;
export type ShareFrame = z.infer<typeof shareFrame>;
export type SharedAnswer = z.infer<typeof sharedAnswer>;
export type SharedSection = z.infer<typeof sharedSection>;
export type SharedBarrier = z.infer<typeof sharedBarrier>;
export type SharedActions = z.infer<typeof sharedActions>;
