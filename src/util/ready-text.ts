/** What the build made of a text that comes with coprod, so that it is not read as YAML again with every run. */
export interface ReadyText<Value> {
  /** Of the text it was made from; see `textMark`. */
  readonly mark: number;
  /** The length of that text. */
  readonly bytes: number;
  readonly value: Value;
}

/**
 * Tells a text that was changed from the one before. No more than that: to load what makes real fingerprints would take
 * longer than the reading that is saved.
 */
export function textMark(text: string): number {
  const bytes = new TextEncoder().encode(text);
  // Four bytes in one step, and so the rest is filled up.
  const words = new Int32Array(Math.ceil(bytes.length / 4));
  new Uint8Array(words.buffer).set(bytes);
  let mark = bytes.length;
  for (let at = 0; at < words.length; at++) mark = (Math.imul(mark, 31) + (words[at] ?? 0)) | 0;
  return mark;
}
