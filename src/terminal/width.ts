import fastStringWidth from "fast-string-width";

/** How many columns a terminal needs for a text: two for a wide character or an emoji, none for a combining mark. */
export function displayWidth(text: string): number {
  return fastStringWidth(text);
}
