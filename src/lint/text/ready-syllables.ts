/**
 * Words in small letters with a space between, those of one syllable first, then those of two, and so on: the words of the
 * bundled rubrics as the build counted them; it puts its own module in place of this one.
 */
export const readySyllables: readonly string[] = [];
