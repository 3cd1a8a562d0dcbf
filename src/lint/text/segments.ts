import { everydaySentenceEnds, isEveryday } from "./ascii-sentences.ts";

interface Segment {
  readonly segment: string;
  readonly index: number;
}

/** Where each sentence ends as the platform sees it; the next one begins there. */
export function segmentEnds(text: string): Iterable<number> {
  return isEveryday(text) ? everydaySentenceEnds(text) : platformEnds(text);
}

function* platformEnds(text: string): Generator<number> {
  for (const { segment, index } of segmentsOf(text)) yield index + segment.length;
}

let segmenter: Intl.Segmenter | undefined;

/** Made when it is first needed: that takes as long as to read a rubric. */
function segmented(text: string): Segment[] {
  // The locale is fixed: the same text must count the same on every machine.
  segmenter ??= new Intl.Segmenter("en-GB", { granularity: "sentence" });
  return [...segmenter.segment(text)];
}

const WINDOW = 4000;

/**
 * What the platform takes for sentences. It takes ever longer for each of them the longer the text is, so a long text is
 * given to it in parts. Where a sentence ends can depend on what comes after it, up to the next letter. So the last two of
 * a part are not believed: the next part begins with them.
 */
export function* segmentsOf(text: string): Generator<Segment> {
  let start = 0;
  let length = WINDOW;
  while (start + length < text.length) {
    const inside = segmented(text.slice(start, start + length));
    const doubted = inside.at(-2)?.index ?? 0;
    if (doubted === 0) length *= 2;
    for (const { segment, index } of inside.slice(0, -2)) yield { segment, index: start + index };
    if (doubted > 0) length = WINDOW;
    start += doubted;
  }
  for (const { segment, index } of segmented(text.slice(start))) {
    yield { segment, index: start + index };
  }
}
