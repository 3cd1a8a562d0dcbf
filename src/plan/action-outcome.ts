import { asSentence } from "../util/words.ts";

const KEPT = "There is a note about it, which we keep to ourselves.";

/** What was written down about an action that ended. Notes are the charity's own: the public is told that there is one. */
export function cameOfIt(
  { why, note }: { readonly why?: string | undefined; readonly note?: string | undefined },
  { isPublic, missing }: { readonly isPublic: boolean; readonly missing: string },
): string {
  if (why !== undefined) return asSentence(why);
  if (note === undefined) return missing;
  return isPublic ? KEPT : asSentence(note);
}
