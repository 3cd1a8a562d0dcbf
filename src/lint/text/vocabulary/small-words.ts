import type { Sentence } from "../spans.ts";

/** Words that carry little meaning of their own. */
export const SMALL_WORDS: ReadonlySet<string> = new Set(
  (
    "a about all also an and any are as at be been but by can could did do does doing done each even for from had has have " +
    "he her here his how i if in is it its just may me more most my no nor not of on one or our ours out own people s she so " +
    "some such than that the their them then there these they this those to too up us was we were what when where which who " +
    "will with would yes you your"
  ).split(" "),
);

const JOINTS =
  /(?:[;:]|,? (?:and|but|so|because|which|while|where|when|although|so that|as well as|in order to) )/gu;

/** The words around the joint nearest the middle of a sentence, where it could become two. */
export function jointOf({ text }: Sentence): string | undefined {
  const middle = text.length / 2;
  const joints = [...text.matchAll(JOINTS)].sort(
    (a, b) => Math.abs(a.index - middle) - Math.abs(b.index - middle),
  );
  const [nearest] = joints;
  if (nearest === undefined) return undefined;
  const words = text
    .slice(nearest.index)
    .replace(/^[;:,\s]+/u, "")
    .split(/\s+/u);
  return words
    .slice(0, 2)
    .join(" ")
    .replace(/[.,;:?!]+$/u, "");
}
