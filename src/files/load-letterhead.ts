import { dirname, resolve } from "node:path";
import type { PlanFacts } from "../assessment/schema.ts";
import {
  coloursOf,
  contrastOnLight,
  type Letterhead,
  type Logo,
  logoOf,
} from "../documents/letterhead.ts";
import { FileError } from "../platform/errors.ts";
import type { Context } from "../platform/ports.ts";
import { staysInside } from "./rubrics.ts";

/** A page that holds it must still go through the mail. */
const MOST_BYTES = 300 * 1024;

/**
 * The logo and the colour that an assessment names for its paper. What cannot be used is told and left out: a plan that
 * is needed today is worth more than its logo.
 */
export async function loadLetterhead(
  context: Context,
  path: string,
  { logo, colour }: Pick<PlanFacts, "logo" | "colour">,
): Promise<Letterhead> {
  const picture = logo === undefined ? undefined : await loadLogo(context, path, logo);
  if (typeof picture === "string") context.stderr.write(`The plan has no logo. ${picture}\n`);
  const colours = colour === undefined ? undefined : coloursOf(colour);
  if (colour !== undefined && colours !== undefined && colours.light.accent !== colour) {
    // Rounded down: what is just too little is not said to be enough.
    const contrast = Math.floor(contrastOnLight(colour) * 10) / 10;
    context.stderr.write(
      `The colour ${colour} is hard to read on a light page: ${contrast.toFixed(1)} to 1, and text needs 4.5 to 1. The plan uses ${colours.light.accent}, the same made darker.\n`,
    );
  }
  return {
    ...(typeof picture === "object" && { logo: picture }),
    ...(colours && { colours }),
  };
}

/** The picture, or why it cannot be used. */
async function loadLogo(context: Context, path: string, name: string): Promise<Logo | string> {
  const folder = path === "-" ? context.cwd : dirname(path);
  const file = resolve(folder, name);
  if (!(await staysInside(context, file, folder)))
    return `"${name}" is outside the folder of this assessment. Put it beside the assessment.`;
  if ((await context.files.kind(file)) !== "file")
    return `There is no file "${name}" beside this assessment.`;
  try {
    const picture = logoOf(await context.files.readBytes(file, MOST_BYTES));
    return picture ?? `"${name}" is not a PNG or JPEG picture. Save it as one of these.`;
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    return error.fault === "too-large"
      ? `"${name}" is larger than 300 kB. Save it smaller: 600 pixels wide is enough.`
      : `"${name}" could not be read.`;
  }
}
