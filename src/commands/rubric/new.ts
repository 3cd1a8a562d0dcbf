import { basename, dirname, extname, parse, resolve } from "node:path";
import { bundledRubricIds } from "../../files/bundled-rubric-ids.ts";
import { displayPath } from "../../files/display-path.ts";
import { EXIT, type ExitCode, FileError, UserError } from "../../platform/errors.ts";
import type { Context } from "../../platform/ports.ts";
import { rubricScaffold } from "../../rubric/scaffold.ts";
import { openConversation, type Stopped } from "./conversation.ts";
import { placeSchema, SCHEMA_NAME } from "./place-schema.ts";
import {
  askWishes,
  givenWishes,
  type Wishes,
  type WishOptions,
  wishesWithoutAsking,
} from "./rubric-answers.ts";

export interface NewOptions extends WishOptions {
  /** Undefined where neither --plain nor --no-plain is given. */
  readonly plain?: boolean;
}

/** Starts a rubric of the person's own, from a few answers or options. */
export async function runRubricNew(
  context: Context,
  given: string,
  options: NewOptions,
): Promise<ExitCode> {
  if (given === "-") return printScaffold(context, options);
  const path = resolve(context.cwd, withEnding(given));
  await requireFree(context, path);
  const wishes = await wishesFor(context, options);
  if ("exitCode" in wishes) return wishes.exitCode;
  // Somebody may have put a file there while the questions were answered.
  await requireFree(context, path);
  const { address, copied } = await placeSchema(context, dirname(path));
  const id = await idFor(context, path);
  await context.files.write(path, scaffold(context, { ...wishes, id, schema: address }));
  context.stdout.write(whatNext(displayPath(context, path), copied));
  return EXIT.done;
}

function printScaffold(context: Context, options: NewOptions): ExitCode {
  const wishes = wishesWithoutAsking(givenWishes(options));
  context.stdout.write(scaffold(context, { ...wishes, id: USUAL_ID, schema: SCHEMA_NAME }));
  return EXIT.done;
}

function scaffold(
  context: Context,
  wishes: Wishes & { readonly id: string; readonly schema: string },
): string {
  return rubricScaffold({ ...wishes, year: Number(context.now().toISOString().slice(0, 4)) });
}

async function wishesFor(context: Context, options: NewOptions): Promise<Wishes | Stopped> {
  const given = givenWishes(options);
  const isAll = Object.keys(given).length === HOW_MANY;
  if (isAll || (!context.interactive && options.plain !== true)) return wishesWithoutAsking(given);
  const conversation = await openConversation(context, options.plain);
  try {
    return await askWishes(conversation, given);
  } finally {
    conversation.prompter.close();
  }
}

const HOW_MANY = 5;

function withEnding(name: string): string {
  return [".yaml", ".yml"].includes(extname(name).toLowerCase()) ? name : `${name}.yaml`;
}

async function requireFree(context: Context, path: string): Promise<void> {
  if ((await context.files.kind(path)) !== "missing") {
    throw new UserError(`${displayPath(context, path)} is already there.`, {
      hint: "It has not been changed. Choose another name.",
      exitCode: EXIT.wrongUse,
    });
  }
  const folder = dirname(path);
  if ((await context.files.kind(folder)) !== "folder") throw new FileError(folder, "missing");
}

const USUAL_ID = "ours";

/** An id from the file's name, and not one that a rubric of coprod already has. */
async function idFor(context: Context, path: string): Promise<string> {
  const slug = parse(basename(path))
    .name.normalize("NFKD")
    .toLowerCase()
    .replace(/['’]|\p{M}/gu, "")
    .replace(/[^a-z0-9]+/gu, "-")
    .replace(/^(?:\d*-)+|^\d+|-+$/gu, "");
  const taken = await bundledRubricIds(context);
  if (!/^[a-z]/u.test(slug)) return USUAL_ID;
  return taken.includes(slug) ? `our-${slug}` : slug;
}

function whatNext(name: string, copied: string | undefined): string {
  const schema =
    copied === undefined ? [] : [`${copied} is beside it: editors read the fields from it.`];
  return [
    `Your rubric is in ${name}. Each TODO in it is a text for you to write.`,
    ...schema,
    "What to do next:",
    `  coprod lint ${name}`,
    "      names what is still to be written, line by line",
    `  coprod rubric show ${name} --preview`,
    "      shows each question as people will see it, and how long it takes to read aloud",
    "",
  ].join("\n");
}
