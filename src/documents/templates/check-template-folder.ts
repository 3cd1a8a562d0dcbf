import { templateProblems } from "./check-template.ts";
import type { NamedTemplate } from "./checked-set.ts";
import { templateCircles } from "./template-circles.ts";
import { planFields } from "./template-fields.ts";
import type { TemplateProblem } from "./template-problem.ts";

/** The templates of one format in a folder, and the parts that they can call by name. */
export interface TemplateFolder {
  readonly mains: readonly NamedTemplate[];
  readonly parts: ReadonlyMap<string, NamedTemplate>;
}

/**
 * Everything that is wrong with the templates of a folder and their parts. What a part may name depends on who calls it;
 * of one that nobody calls, only the rest is checked.
 */
export function checkTemplateFolder({ mains, parts }: TemplateFolder): readonly TemplateProblem[] {
  const fields = planFields();
  const called = mains.flatMap((main) => templateProblems({ main, partials: parts }, fields));
  const alone = [...parts].flatMap(([name, main]) =>
    main.builtIn === true
      ? []
      : templateProblems({ main, partials: parts }, undefined, [name]).filter(
          ({ file }) => file === main.name,
        ),
  );
  const found = [...called, ...alone].filter(({ rule }) => rule !== "ref/circular");
  const all = [...found, ...templateCircles(parts)];
  // A part that is called twice is walked twice.
  return [...new Map(all.map((each) => [identityOf(each), each])).values()];
}

function identityOf({ rule, file, place, facts }: TemplateProblem): string {
  return JSON.stringify([rule, file, place.line, place.column, facts.says]);
}
