import type { NamedTemplate } from "./checked-set.ts";
import type { Field } from "./template-fields.ts";
import type { TemplateProblem } from "./template-problem.ts";

interface Walked {
  readonly context: Field;
  readonly loops: number;
  readonly problems: readonly TemplateProblem[];
}

type Given = Pick<Walked, "context" | "loops">;

/** What came of each part that was walked: parts that call parts that call parts could otherwise take for ever. */
export class WalkedParts {
  private readonly walked = new Map<NamedTemplate, Walked[]>();

  /** The problems of a part with what it is given; `isNew` is false where they were told before. */
  problemsOf(
    part: NamedTemplate,
    { context, loops }: Given,
    walk: () => readonly TemplateProblem[],
  ): { readonly problems: readonly TemplateProblem[]; readonly isNew: boolean } {
    const before = this.walked.get(part) ?? [];
    const known = before.find((each) => each.context === context && each.loops === loops);
    if (known !== undefined) return { problems: known.problems, isNew: false };
    const problems = walk();
    this.walked.set(part, [...(this.walked.get(part) ?? []), { context, loops, problems }]);
    return { problems, isNew: true };
  }
}
