import Handlebars from "handlebars";
import { nearest } from "../../util/suggest.ts";
import {
  ANYTHING,
  type Field,
  findField,
  howToPrint,
  listsIn,
  type Surroundings,
} from "./fields.ts";
import {
  type Complaint,
  parseTemplate,
  problemLine,
  TemplatePlaces,
  type TemplateProblem,
  templateProblem,
  unsafeUses,
} from "./parse.ts";
import type { CheckedSet, NamedTemplate } from "./templates.ts";

/**
 * Every place where a template asks for something that is not there, each with file, line and column. Handlebars' own
 * strict mode stops at the first, and only once it is reached.
 */
export function checkTemplates(set: CheckedSet, fields: Field): string[] {
  return [...new Set(templateProblems(set, fields).map(problemLine))];
}

/** As `checkTemplates`, as problems with places. Without `fields`, nothing is said of what the template may name. */
export function templateProblems(
  set: Omit<CheckedSet, "format">,
  fields: Field = ANYTHING,
  trail: readonly string[] = [],
): readonly TemplateProblem[] {
  const standing = { contexts: [fields], loops: 0, trail, walked: new WalkedParts() };
  return new PathCheck(set, set.main, standing).problems;
}

interface Standing extends Surroundings {
  /** Names of the parts that led here. */
  readonly trail: readonly string[];
  readonly walked: WalkedParts;
}

const BLOCKS = ["if", "unless", "each", "with"];

/** Walks one template with what its context holds, and every part it calls with that part's. */
class PathCheck extends Handlebars.Visitor {
  readonly problems: TemplateProblem[] = [];
  private readonly set: Pick<CheckedSet, "partials">;
  private readonly template: NamedTemplate;
  private readonly places: TemplatePlaces;
  private standing: Standing;

  constructor(set: Pick<CheckedSet, "partials">, template: NamedTemplate, standing: Standing) {
    super();
    this.set = set;
    this.template = template;
    this.places = new TemplatePlaces(template.text);
    this.standing = standing;
    const parsed = parseTemplate(template);
    if ("problem" in parsed) {
      this.problems.push(parsed.problem);
      return;
    }
    for (const { node, ...complaint } of unsafeUses(parsed.tree)) this.report(node, complaint);
    this.accept(parsed.tree);
  }

  override BlockStatement(block: hbs.AST.BlockStatement): void {
    const name = block.path.original;
    if (!BLOCKS.includes(name)) {
      const rule = "template/unknown-helper";
      const says = `There is no {{#${name}}}.`;
      this.report(block.path, { rule, says, near: nearest(name, BLOCKS), known: BLOCKS });
      return;
    }
    const names = block.program?.blockParams ?? [];
    if (names.length > 0) {
      this.named(block, names);
      return;
    }
    const found = this.argument(block, block.params);
    if (name === "if" || name === "unless") this.visit(block.program);
    else this.enter(block, name, found);
    this.visit(block.inverse);
  }

  /** What stands in it would be nothing but further complaints of the same. */
  private named(block: hbs.AST.BlockStatement, names: readonly string[]): void {
    const [name = ""] = names;
    const says = `"as |${names.join(" ")}|" can't be used. Leave it out, and write {{title}} where you wrote {{${name}.title}}.`;
    this.refuse(block, says);
  }

  override MustacheStatement(mustache: hbs.AST.MustacheStatement): void {
    const path = mustache.path as hbs.AST.PathExpression;
    const { original: name } = path;
    if (mustache.params.length > 0 || mustache.hash !== undefined) {
      this.refuse(path, `There is no helper "${name}".`, nearest(name, BLOCKS));
      return;
    }
    const found = this.argument(mustache, [path]);
    if (found?.kind === "group" || found?.kind === "list") {
      const how = howToPrint(name, found);
      this.unknown(path, `"${name}" is a ${found.kind}, so it can't be printed as it is.${how}`);
    }
  }

  override PartialStatement(partial: hbs.AST.PartialStatement): void {
    if (partial.name.type !== "PathExpression") return;
    const { original: name } = partial.name as hbs.AST.PathExpression;
    const part = this.set.partials.get(name);
    if (part === undefined) this.missingPart(partial, name);
    else if (this.standing.trail.includes(name)) this.circle(partial, name);
    else if (partial.hash !== undefined)
      this.refuse(partial, "A part can't be given named values.");
    else if (partial.params.length === 0)
      this.unknown(partial, `Say what the part is about, such as {{> ${name} this}}.`);
    else this.follow(partial, { name, part });
  }

  private follow(
    partial: hbs.AST.PartialStatement,
    { name, part }: { readonly name: string; readonly part: NamedTemplate },
  ): void {
    const context = this.argument(partial, partial.params);
    // What a part is given by one that nobody calls is known as little.
    if (context === undefined || context === ANYTHING) return;
    const { loops, trail, walked } = this.standing;
    const standing = { contexts: [context], loops, trail: [...trail, name], walked };
    const walk = () => new PathCheck(this.set, part, standing).problems;
    const { problems, isNew } = walked.problemsOf(part, { context, loops }, walk);
    const [first] = problems;
    if (part.builtIn !== true) this.problems.push(...(isNew ? problems : []));
    else if (first !== undefined)
      this.unknown(partial, `coprod's own part "${name}" does not fit here. ${first.facts.says}`);
  }

  private missingPart({ name }: hbs.AST.PartialStatement, called: string): void {
    const rule = "template/unknown-part";
    const isOutside = /[\\/]|\.\./u.test(called);
    const says = isOutside
      ? `It asks for "${called}". Parts come only from the template's own folder.`
      : `There is no part "${called}".`;
    const near = isOutside ? [] : nearest(called, [...this.set.partials.keys()]);
    this.report(name, { rule, says, near });
  }

  private circle(partial: hbs.AST.PartialStatement, name: string): void {
    const { trail } = this.standing;
    const between = trail.slice(trail.indexOf(name) + 1).map((each) => `"${each}"`);
    const way = between.length === 0 ? "" : ` through ${between.join(" and ")}`;
    const says = `The part "${name}" calls itself${way}, so it would never end.`;
    this.report(partial, { rule: "ref/circular", says });
  }

  private visit(program: hbs.AST.Program | undefined): void {
    if (program !== undefined && program !== null) this.accept(program);
  }

  private enter(block: hbs.AST.BlockStatement, name: string, found: Field | undefined): void {
    if (found === undefined) return;
    const isList = name === "each";
    const wanted = isList ? "list" : "group";
    if (found !== ANYTHING && found.kind !== wanted)
      this.unknown(
        block,
        `A {{#${name}}} needs a ${wanted}.${isList ? listsIn(pathOf(block), found) : ""}`,
      );
    const inner = isList && found !== ANYTHING ? found.entry : found;
    if (inner === undefined) return;
    const outer = this.standing;
    const loops = outer.loops + Number(isList);
    this.standing = { ...outer, contexts: [...outer.contexts, inner], loops };
    this.visit(block.program);
    this.standing = outer;
  }

  private argument(node: hbs.AST.Node, params: readonly hbs.AST.Node[]): Field | undefined {
    const [first, ...others] = params;
    if (first?.type === "PathExpression" && others.length === 0)
      return this.resolve(first as hbs.AST.PathExpression);
    this.refuse(node, "It needs the name of one field.");
    return undefined;
  }

  private resolve(path: hbs.AST.PathExpression): Field | undefined {
    const search = findField(path, this.standing);
    if ("field" in search) return search.field;
    const { says, near, known } = search;
    const place =
      search.wrong === "path"
        ? this.places.of(path.loc)
        : this.places.ofStep({ ...path.loc, parts: path.parts }, search.index);
    const complaint = { rule: "template/unknown-field", says, near, known } as const;
    this.problems.push(templateProblem(this.template.name, place, complaint));
    return undefined;
  }

  private unknown(node: hbs.AST.Node, says: string): void {
    this.report(node, { rule: "template/unknown-field", says });
  }

  private refuse(node: hbs.AST.Node, says: string, near: readonly string[] = []): void {
    this.report(node, { rule: "template/unknown-helper", says, near });
  }

  private report({ loc }: hbs.AST.Node, complaint: Complaint): void {
    this.problems.push(templateProblem(this.template.name, this.places.of(loc), complaint));
  }
}

function pathOf({ params: [first] }: hbs.AST.BlockStatement): string {
  return first?.type === "PathExpression" ? (first as hbs.AST.PathExpression).original : "";
}

interface Walked {
  readonly context: Field;
  readonly loops: number;
  readonly problems: readonly TemplateProblem[];
}

type Given = Pick<Walked, "context" | "loops">;

/** What came of each part that was walked: parts that call parts that call parts could otherwise take for ever. */
class WalkedParts {
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
