/** Words that carry little meaning of their own. */
export const SMALL_WORDS: ReadonlySet<string> = new Set(
  (
    "a about all also an and any are as at be been but by can could did do does doing done each even for from had has have " +
    "he her here his how i if in is it its just may me more most my no nor not of on one or our ours out own people s she so " +
    "some such than that the their them then there these they this those to too up us was we were what when where which who " +
    "will with would yes you your"
  ).split(" "),
);
