import fastStringWidth from "fast-string-width";

/** How many columns a text takes in a terminal: two for a wide sign, none for one that is put on another. */
export function columnsOf(text: string): number {
  return fastStringWidth(text);
}

/** Lines of at most `width` columns, broken between words where there are any. */
export function wrapWords(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let rest = text;
  while (columnsOf(rest) > width) {
    const fits = beginningOf(rest, width);
    const space = rest.lastIndexOf(" ", fits.length);
    const end = space > 0 ? space : fits.length;
    lines.push(rest.slice(0, end));
    rest = rest.slice(end).trimStart();
  }
  return [...lines, rest];
}

/** As many whole signs as fit, and at least one, so that there is an end to it. */
function beginningOf(text: string, width: number): string {
  let fits = "";
  for (const { segment } of SIGNS.segment(text)) {
    if (fits !== "" && columnsOf(fits + segment) > width) return fits;
    fits += segment;
  }
  return fits;
}

// What a person takes for one sign: a letter with its marks, or an emoji of several parts.
const SIGNS = new Intl.Segmenter("en", { granularity: "grapheme" });
