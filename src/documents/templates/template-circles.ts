import Handlebars from "handlebars";
import type { NamedTemplate } from "./checked-set.ts";
import { parseTemplate } from "./parse-template.ts";
import { TemplatePlaces } from "./template-places.ts";
import { type TemplateProblem, templateProblem } from "./template-problem.ts";

type Parts = ReadonlyMap<string, NamedTemplate>;

/** Parts that call each other in a circle, each circle once: at the call that leads back to its first part by name. */
export function templateCircles(parts: Parts): readonly TemplateProblem[] {
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
