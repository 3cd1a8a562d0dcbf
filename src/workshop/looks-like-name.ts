/** Words that stand in roles; with one of them in it, a text is taken for a role. */
const ROLE_WORDS = new Set(
  (
    "administrator adviser advisor advocate all assistant board carer caretaker chair chairperson chairwoman chairman " +
    "champion chief committee co-chair coach coordinator co-ordinator council cook council director driver everybody everyone " +
    "executive facilitator finance fundraiser group head helper host keeper lead leader lived management manager member " +
    "members mentor nobody nurse office officer organiser owner panel partner people person president producer project " +
    "rep representative researcher secretary service services staff subgroup supervisor support team trainer treasurer " +
    "trustee trustees vice volunteer volunteers warden we worker workers young youth"
  ).split(" "),
);

/** Whether a text could be a person's name: two to four capitalised words and no word that belongs to a role. */
export function looksLikeName(text: string): boolean {
  const words = text.trim().split(/\s+/u);
  if (words.length < 2 || words.length > 4) return false;
  if (words.some((word) => ROLE_WORDS.has(word.toLowerCase().replace(/[^\p{L}-]/gu, ""))))
    return false;
  return words.every(
    (word) => /^\p{Lu}[\p{Ll}'’-]+(?:\p{Lu}\p{Ll}+)?\.?$/u.test(word) || /^\p{Lu}\.?$/u.test(word),
  );
}
