import { en } from "zod/locales";
import * as z from "zod/mini";
import { isRealDay } from "../util/dates.ts";
import { flatText, visible } from "../util/visible-text.ts";

// A run validates a handful of values: making fast code for each shape first takes longer than it saves.
z.config({ ...en(), jitless: true });

/** The same, with words that an editor shows beside the field. */
export function described<Schema extends z.ZodMiniType>(schema: Schema, words: string): Schema {
  // To make a copy of a schema takes ten times as long, and there are hundreds of fields.
  const made = Object.create(schema) as Schema;
  z.globalRegistry.add(made, { description: words });
  return made;
}

/** As `described`, for a number above 0: editors are told, while the parser has better words for it. */
export function aboveZero<Schema extends z.ZodMiniType>(schema: Schema): Schema {
  const made = Object.create(schema) as Schema;
  z.globalRegistry.add(made, { exclusiveMinimum: 0 });
  return made;
}

const optionals = new WeakMap<z.ZodMiniType, z.ZodMiniType>();

/** A field that may be left out; one that is there and empty stays a fault. */
export function optional<Schema extends z.ZodMiniType>(
  schema: Schema,
  words?: string,
): z.ZodMiniExactOptional<Schema> {
  const known = optionals.get(schema) as z.ZodMiniExactOptional<Schema> | undefined;
  const made = known ?? z.exactOptional(schema);
  optionals.set(schema, made);
  return words === undefined ? made : described(made, words);
}

/** Text a person reads: trimmed, never blank. */
export const text = z.string().check(z.trim(), z.minLength(1));

/** The same on one line: a title that breaks a line could be taken for another line of what is printed. */
export const lineOfText = z.string().check(z.overwrite(flatText), z.minLength(1));

/** The same, on as many lines as people wrote. */
export const linesOfText = z.string().check(
  z.overwrite((value) => visible(value).trim()),
  z.minLength(1),
);

/** The message that marks a field as an id. */
export const ID_MESSAGE = "an id in small letters, digits and hyphens";

export const id = z.string().check(z.regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u, ID_MESSAGE));

/** Made by chance: it stands for a charity and tells nothing about it. */
export const shareId = z
  .string()
  .check(z.regex(/^[a-z][a-z2-7]{25}$/u, "an id that coprod share made, of 26 letters and digits"));

/** `<rubric id>/<section or criterion id>`. */
export const key = z
  .string()
  .check(
    z.regex(
      /^[a-z0-9-]+\/[a-z0-9-]+$/u,
      "a rubric id, a slash and the id of a question, such as principles/power-talked-about",
    ),
  );

export const version = z
  .string()
  .check(z.regex(/^\d+\.\d+\.\d+$/u, "three numbers with dots, such as 1.0.0"));

/** An exact share: a whole number or a fraction such as `1/4`. */
export const fraction = z.union([
  z.number().check(z.gte(0)),
  z.string().check(z.regex(/^\d+(?:\/[1-9]\d*)?$/u, "a whole number or a fraction such as 1/4")),
]);

/** As `#rrggbb`, in small letters. Bare, `#` begins a comment, so people also leave it out. */
export const colour = z.string().check(
  z.overwrite((value) =>
    value
      .trim()
      .replace(/^#?(?=[0-9a-f]{6}$)/iu, "#")
      .toLowerCase(),
  ),
  z.regex(/^#[0-9a-f]{6}$/u, 'a colour of six digits in quotes, such as "#7a1f5c"'),
);

const DATE_MESSAGE = "a real day, written like 2027-03-31";
const MONTH_OR_DATE_MESSAGE = "a real month or day, written like 2027-03 or 2027-03-31";

// PyYAML, Ruby, SnakeYAML and js-yaml read a day or a time as one and write it in their own ways.
const MIDNIGHT = /^(\d{4}-\d\d-\d\d)[Tt ]00:00:00(?:\.0+)?(?: ?(?:Z|[-+]\d\d:?\d\d))?$/u;
const MOMENT = /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d:\d\d)(?:\.\d+)?(?: ?(Z|[-+]\d\d:?\d\d))?$/u;

function plainDay(value: string): string {
  return MIDNIGHT.exec(value)?.[1] ?? value;
}

function plainInstant(value: string): string {
  const [, day, time, zone = "Z"] = MOMENT.exec(value) ?? [];
  if (day === undefined || !isRealDay(day)) return value;
  const found = new Date(`${day}T${time}${zone.replace(/^([-+]\d\d)(\d\d)$/u, "$1:$2")}`);
  return Number.isNaN(found.getTime()) ? value : `${found.toISOString().slice(0, 19)}Z`;
}

export const date = z.string().check(z.overwrite(plainDay), z.refine(isRealDay, DATE_MESSAGE));

export const monthOrDate = z.string().check(
  z.overwrite(plainDay),
  z.refine((value) => isRealDay(value) || isRealDay(`${value}-01`), MONTH_OR_DATE_MESSAGE),
);

export const month = z
  .string()
  .check(
    z.refine(
      (value) => /^\d{4}-\d\d$/u.test(value) && isRealDay(`${value}-01`),
      "a month, such as 2026-11",
    ),
  );

const isInstant = (value: string) =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/u.test(value) && isRealDay(value.slice(0, 10));

export const instant = z
  .string()
  .check(
    z.overwrite(plainInstant),
    z.refine(isInstant, "a time in UTC, written like 2026-11-21T10:31:00Z"),
  );
