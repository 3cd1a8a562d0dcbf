import type { SourceFile } from "../../../yaml/source-file.ts";
import { defineRule, editsAt, type Found } from "../../rule.ts";
import { letterPattern } from "../../text/lazy-unicode-reg-exp.ts";
import type { Prose } from "../../text/prose.ts";

interface Facts {
  readonly word: string;
}

const REPEATED = letterPattern(
  String.raw`(?<![\p{L}\p{N}'’-])([\p{L}'’]+)(\s+)\1(?![\p{L}\p{N}'’-])`,
  "giu",
);

/** Two in a row can be right: "those that that rule leaves out". */
const CAN_STAND_TWICE = new Set(["that", "had", "very", "so", "no"]);

export const repeatedWord = defineRule<Facts>({
  name: "plain/repeated-word",
  severity: "warning",
  canFix: true,
  about: {
    what: "The same word twice in a row.",
    why: "Whoever reads aloud stumbles over it.",
    host: "criterion",
    bad: "asks: Do we talk about the «the» money?",
    good: "asks: Do we talk about the money?",
  },
  words: ({ word }) => ({
    says: `"${word}" stands here twice in a row.`,
    why: "Whoever reads it aloud will stumble.",
    fix: "Take one of the two out.",
  }),
  check: ({ prose, source }) => prose.filter(hasTwins).flatMap((each) => repeatedIn(each, source)),
});

/** Whether a word is followed by the same: quicker to see than where. */
function hasTwins({ words }: Prose): boolean {
  return words.some((word, at) => {
    const next = words[at + 1];
    return next?.length === word.length && next.toLowerCase() === word.toLowerCase();
  });
}

function repeatedIn({ path, text }: Prose, source: SourceFile): Found<Facts>[] {
  return [...text.matchAll(REPEATED.in(text))].flatMap((match) => {
    const [whole, word = "", gap = ""] = match;
    if (CAN_STAND_TWICE.has(word.toLowerCase())) return [];
    const first = match.index + word.length;
    const to = match.index + whole.length;
    const at = { path, stretch: [first + gap.length, to] as const };
    const edits = withGap(editsAt(source, at, ""), source.text);
    return [{ at, facts: { word: whole.slice(word.length + gap.length) }, edits }];
  });
}

/** Takes the white space before the word away too, even where that is a line break. */
function withGap(edits: ReturnType<typeof editsAt>, text: string): ReturnType<typeof editsAt> {
  return edits.map((edit) => {
    const before = text.slice(0, edit.start);
    return { ...edit, start: before.trimEnd().length };
  });
}
