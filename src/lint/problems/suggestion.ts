const LONGEST_QUOTE = 60;

/** More names than these are no help in a message. */
const MOST_LISTED = 5;

/** What somebody wrote, short enough to stand in a sentence. */
export function quotable(text: string): string {
  const line = text.replace(/\s+/gu, " ").trim();
  return line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE - 3).trimEnd()}...` : line;
}

/** The names that may be meant, or all there are where they are few. */
export function suggestion(near: readonly string[], known: readonly string[]): string | undefined {
  if (near.length > 0) return `Did you mean "${near.join('" or "')}"?`;
  if (known.length > 0 && known.length <= MOST_LISTED)
    return `What fits here: ${[...new Set(known)].join(", ")}.`;
  return undefined;
}

/** A name that can be put right without a look: the one that is near, where no other is. */
export function onlyOne(near: readonly string[]): string | undefined {
  return near.length === 1 ? near[0] : undefined;
}
