import Handlebars from "handlebars";
import { templateProblems } from "./check.ts";
import { planFields } from "./fields.ts";
import { parseTemplate, TemplatePlaces, type TemplateProblem, templateProblem } from "./parse.ts";
import type { NamedTemplate } from "./templates.ts";

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

type Parts = ReadonlyMap<string, NamedTemplate>;

/** Parts that call each other in a circle, each circle once: at the call that leads back to its first part by name. */
function templateCircles(parts: Parts): readonly TemplateProblem[] {
  const calls = new Map([...parts].map(([name, part]) => [name, callsIn(part)]));
  return [...parts.keys()].sort().flatMap((start) => circlesFrom(start, { parts, calls }));
}

interface Call {
  readonly name: string;
  readonly node: hbs.AST.PartialStatement;
}

interface Graph {
  readonly parts: Parts;
  readonly calls: ReadonlyMap<string, readonly Call[]>;
}

function circlesFrom(start: string, { parts, calls }: Graph): TemplateProblem[] {
  const found: TemplateProblem[] = [];
  const seen = new Set<string>();
  const follow = (name: string, way: readonly string[]): void => {
    seen.add(name);
    for (const call of calls.get(name) ?? []) {
      // A circle that leads through a name before this one was found from there.
      if (call.name === start) found.push(circle(parts.get(name), call, way));
      else if (call.name > start && !seen.has(call.name)) follow(call.name, [...way, call.name]);
    }
  };
  follow(start, []);
  return found;
}

function circle(
  caller: NamedTemplate | undefined,
  { name, node }: Call,
  way: readonly string[],
): TemplateProblem {
  const through =
    way.length === 0 ? "" : ` through ${way.map((each) => `"${each}"`).join(" and ")}`;
  const says = `The part "${name}" calls itself${through}, so it would never end.`;
  const place = new TemplatePlaces(caller?.text ?? "").of(node.loc);
  return templateProblem(caller?.name ?? name, place, { rule: "ref/circular", says });
}

function callsIn(part: NamedTemplate): readonly Call[] {
  const parsed = parseTemplate(part);
  if ("problem" in parsed) return [];
  const finder = new CallFinder();
  finder.accept(parsed.tree);
  return finder.found;
}

class CallFinder extends Handlebars.Visitor {
  readonly found: Call[] = [];

  override PartialStatement(node: hbs.AST.PartialStatement): void {
    if (node.name.type !== "PathExpression") return;
    this.found.push({ name: (node.name as hbs.AST.PathExpression).original, node });
  }
}
