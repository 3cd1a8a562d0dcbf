import * as z from "zod/mini";
import {
  RELEASE_FORMAT,
  SHARE_FORMAT,
  SHARE_REGIONS,
  SHARE_SIZES,
  TOGETHER_FORMAT,
} from "../util/formats.ts";
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
      "waits",
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
  noClass: described(
    z.nullable(z.enum(["does-not-apply", "not-asked", "waits"])),
    "Why there is none; waits: its checklist does, because other barriers come first",
  ),
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
    answers: described(
      z.array(sharedAnswer),
      "Every question of these rubrics that has levels, once",
    ),
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

/** In fives; null where a count is hidden. */
const told = z.nullable(z.int().check(z.gte(0)));
const words = z.string();

const toldQuestion = z.strictObject({
  key,
  asks: words,
  levels: z.array(z.strictObject({ level: z.int(), name: words, charities: told })),
  differ: told,
  unsure: told,
  notApplicable: told,
  /** Not asked, or left open. */
  notAsked: told,
  /** How many agreed on a level below what no charity should do without, and how many did not. */
  mustHave: z.nullable(z.strictObject({ level: z.int(), name: words, notMet: told, met: told })),
  /** Each charity once, where it is furthest. */
  actions: z.strictObject({ done: told, doing: told, planned: told, dropped: told, none: told }),
  /** Of those who were in the last release too, with the same questions. */
  changes: z.nullable(z.strictObject({ higher: told, lower: told, same: told, other: told })),
});

const toldSection = z.strictObject({
  key,
  title: words,
  kind: z.enum(["principle", "foundation", "barrier"]),
  barrier: z.nullable(
    z.strictObject({
      "act-first": told,
      "in-hand": told,
      "keep-watch": told,
      clear: told,
      none: told,
    }),
  ),
  questions: z.array(toldQuestion),
});

/** What many charities say together (`coprod: together/1`): counts of charities, and nothing of any one of them. */
export const networkSchema = z.strictObject({
  coprod: z.literal(TOGETHER_FORMAT),
  /** No count of fewer is told. */
  smallest: z.int(),
  /** Counts are told in steps of so many. */
  step: z.int(),
  /** Files that could not be counted. */
  leftOut: z.int(),
  rubrics: z.array(
    z.strictObject({
      id,
      version,
      hash: words,
      title: words,
      charities: told,
      /** Empty where too few charities were asked. */
      sections: z.array(toldSection),
    }),
  ),
});

const range = z.tuple([z.int(), z.int()]);
const given = z.strictObject({
  total: z.int(),
  told: z.array(told),
  known: z.array(range),
  isSmall: z.array(z.boolean()),
  since: z.array(z.nullable(z.int())),
});

/** What the network keeps to itself of a release, so that the next one gives nobody away (`coprod: release/1`). */
export const releaseSchema = z.strictObject({
  coprod: z.literal(RELEASE_FORMAT),
  /** By the fingerprint of the questions: who was counted, with a fingerprint of the answers, and what was told of each row. */
  rubrics: z.record(
    z.string(),
    z.strictObject({
      charities: z.record(shareId, z.string()),
      rows: z.record(z.string(), given),
    }),
  ),
});

export type Network = z.infer<typeof networkSchema>;
export type ToldRubric = Network["rubrics"][number];
export type ToldSection = ToldRubric["sections"][number];
export type ToldQuestion = ToldSection["questions"][number];
export type Release = z.infer<typeof releaseSchema>;
