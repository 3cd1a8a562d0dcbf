/** Far more of one rule than people look at. Beyond that a file is broken as a whole, and the rest is only counted. */
const MOST_OF_A_RULE = 1000;

/** The first of each rule, in their order, and how many more the last of them stands for. */
export function firstOfEach<Each extends { readonly rule: string }>(
  found: readonly Each[],
): { readonly first: readonly Each[]; readonly more: ReadonlyMap<Each, number> } {
  if (found.length <= MOST_OF_A_RULE) return { first: found, more: new Map() };
  const counts = new Map<string, number>();
  const last = new Map<string, Each>();
  const first = found.filter((each) => {
    const count = (counts.get(each.rule) ?? 0) + 1;
    counts.set(each.rule, count);
    if (count === MOST_OF_A_RULE) last.set(each.rule, each);
    return count <= MOST_OF_A_RULE;
  });
  const more = [...last].map(
    ([rule, each]) => [each, (counts.get(rule) ?? 0) - MOST_OF_A_RULE] as const,
  );
  return { first, more: new Map(more.filter(([, count]) => count > 0)) };
}
