import { nearest } from "../../../util/suggest.ts";
import { defineRule, type Found } from "../../rule.ts";
import { citationsIn } from "../../subject.ts";
import { headingsOf, type SourceText } from "../../text/source-text.ts";

interface Facts {
  readonly source: string;
  readonly heading: string;
  readonly near: readonly string[];
}

export const unknownSection = defineRule<Facts>({
  name: "source/unknown-section",
  severity: "warning",
  about: {
    what: "A heading under `from` that the source does not have. The headings of the source `talk` stand in `sources/talk.headings.txt` beside the file, one a line; without that list, it only has to stand somewhere in `sources/talk.txt` or `sources/talk.md`.",
    why: "Whoever wants to read on looks for it in vain.",
    host: "criterion",
    bad: "from: { talk: [«Frist evening»] }",
    good: "from: { talk: [First evening] }",
  },
  words: ({ source, heading, near }) => ({
    says: `The source "${source}" has no heading "${heading}".`,
    why: "Whoever wants to read on looks for it in vain.",
    fix:
      near.length > 0
        ? `Did you mean "${near.join('" or "')}"?`
        : "Write the heading as it stands in the source.",
  }),
  check: (subject) => {
    const { sources } = subject.surroundings;
    if (sources.length === 0) return [];
    return citationsIn(subject).flatMap(({ path, from }) =>
      sources.flatMap((source) =>
        (from[source.id] ?? []).flatMap((heading, index) =>
          unknown(heading, source).map((facts) => ({
            at: { path: [...path, "from", source.id, index] },
            facts,
          })),
        ),
      ),
    );
  },
});

/** A heading can name those above it, with `>` between them. */
function unknown(heading: string, source: SourceText): Found<Facts>["facts"][] {
  const { has, written } = headingsOf(source);
  if (has(heading) || heading.split(" > ").every(has)) return [];
  return [{ source: source.id, heading, near: nearest(heading, written) }];
}
