import type { NextStepFile, RubricFile } from "../rubric/schema.ts";
import type { Path } from "../yaml/diagnostic.ts";

/** Every next step of a rubric, and where it stands. */
export function stepsIn(
  rubric: RubricFile | undefined,
): { readonly step: NextStepFile; readonly path: Path }[] {
  return (rubric?.sections ?? []).flatMap(({ criteria }, at) =>
    criteria.flatMap(({ next = {} }, index) =>
      Object.entries(next).map(([level, step]) => ({
        step,
        path: ["sections", at, "criteria", index, "next", level],
      })),
    ),
  );
}
