import { isFields } from "../util/values.ts";

/**
 * What a file says it is, such as `assessment`, by the reader itself: so it makes no difference in which order, with which
 * quotes or after what it says so. A damaged file, which no reader can read, is believed by its first lines.
 */
export async function kindOnDisk(text: string): Promise<string | undefined> {
  // Of a file in UTF-16, as an old editor writes it, no more than this is asked.
  const plain = text.replace(/^[\ufeff\ufffd]+/u, "").replaceAll("\0", "");
  if (!/coprod["']?\s*:/u.test(plain)) return undefined;
  const { readSource } = await import("../yaml/source-file.ts");
  const { source } = readSource("", plain);
  if (source === undefined) return DAMAGED.exec(plain.slice(0, BEGINNING))?.[1];
  const { coprod } = isFields(source.value) ? source.value : {};
  return typeof coprod === "string" ? coprod.split("/")[0] : undefined;
}

/** Comments, marks of git and other fields may stand before it. */
const BEGINNING = 4_000;
const DAMAGED = /^["']?coprod["']?\s*:\s*["']?(\w+)\//mu;
