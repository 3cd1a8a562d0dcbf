import type { AssessmentFile } from "../assessment/schema.ts";
import { criteriaOf, type Rubric } from "../rubric/rubric.ts";
import type { Diagnostic } from "../yaml/diagnostic.ts";
import { Collector } from "../yaml/diagnostic-collector.ts";
import type { SourceFile } from "../yaml/source-file.ts";

/**
 * Each answer whose question has other words now, where the file holds how it was asked. A rubric that changed is told as a
 * whole only where some of its answers do not hold that.
 */
export function withOldWordings(
  { assessment, source }: { readonly assessment: AssessmentFile; readonly source: SourceFile },
  rubrics: readonly Rubric[],
  fitting: readonly Diagnostic[],
): readonly Diagnostic[] {
  const collector = new Collector(source);
  const { answers = {} } = assessment;
  const hashes = hashesByKey(rubrics);
  for (const [key, { asked, at }] of Object.entries(answers)) {
    const now = hashes.get(key);
    if (asked === undefined || now === undefined || asked.hash === now) continue;
    const facts = { question: key, on: at?.slice(0, "2026-11-21".length) };
    collector.keyWarning("answer/old-wording", facts, ["answers", key]);
  }
  const isUnclear = (rubric: string) => {
    const those = Object.entries(answers).filter(([key]) => key.startsWith(`${rubric}/`));
    return those.length === 0 || those.some(([, { asked }]) => asked === undefined);
  };
  const others = fitting.filter(
    ({ rule, facts }) =>
      rule !== "answer/old-wording" || !("rubric" in facts) || isUnclear(String(facts.rubric)),
  );
  return [...others, ...collector.diagnostics];
}

function hashesByKey(rubrics: readonly Rubric[]): ReadonlyMap<string, string> {
  return new Map(
    rubrics.flatMap((rubric) =>
      criteriaOf(rubric).flatMap(({ key, hash, formerly }) =>
        [key, ...formerly.map((id) => `${rubric.id}/${id}`)].map((each) => [each, hash] as const),
      ),
    ),
  );
}
