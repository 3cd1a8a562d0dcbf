import type { Sentence } from "../spans.ts";

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
