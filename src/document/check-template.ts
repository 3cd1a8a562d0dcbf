import Handlebars from "handlebars";
import { nearest } from "../suggest.ts";
import { prepareTemplate } from "./prepare-template.ts";
import type { Field } from "./template-fields.ts";
import type { DocumentFormat } from "./templates.ts";

/** A template with the parts it can call, by the names that messages show. */
export interface CheckedSet {
  readonly format: DocumentFormat;
  readonly main: NamedTemplate;
  /** By the name they are called by. */
  readonly partials: ReadonlyMap<string, NamedTemplate>;
}

export interface NamedTemplate {
  readonly name: string;
  readonly text: string;
}

/**
 * Every place where a template asks for something that is not there, each with file, line and column. Handlebars' own
 * strict mode stops at the first, and only once it is reached.
 */
export function checkTemplates(set: CheckedSet, fields: Field): string[] {
  return [...new Set(new PathCheck(set, set.main, { contexts: [fields], trail: [] }).problems)];
}

interface Standing {
  /** Innermost last. */
  readonly contexts: readonly Field[];
  /** Names of the parts that led here. */
  readonly trail: readonly string[];
}

const BLOCKS = ["if", "unless", "each", "with"];
const POSITIONS = ["index", "first", "last", "key"];

/** Walks one template with what its context holds, and every part it calls with that part's. */
class PathCheck extends Handlebars.Visitor {
  readonly problems: string[] = [];
  private readonly set: CheckedSet;
  private readonly template: NamedTemplate;
  private readonly trail: readonly string[];
  private contexts: readonly Field[];

  constructor(set: CheckedSet, template: NamedTemplate, { contexts, trail }: Standing) {
    super();
    this.set = set;
    this.template = template;
    this.contexts = contexts;
    this.trail = trail;
    this.accept(prepareTemplate(template.text, { name: template.name, format: "html" }));
  }

  override BlockStatement(block: hbs.AST.BlockStatement): void {
    const name = block.path.original;
    if (!BLOCKS.includes(name)) {
      this.report(block, wrongBlock(name));
      return;
    }
    const names = block.program?.blockParams ?? [];
    if (names.length > 0) this.report(block, `"as |${names.join(" ")}|" can't be used.`);
    const inner = this.contextOf(block, name, this.argument(block, block.params));
    if (name === "if" || name === "unless") this.visit(block.program);
    else if (inner !== undefined) this.within(inner, block.program);
    this.visit(block.inverse);
  }

  override MustacheStatement(mustache: hbs.AST.MustacheStatement): void {
    const path = mustache.path as hbs.AST.PathExpression;
    const { original: name } = path;
    if (mustache.params.length > 0 || mustache.hash !== undefined) {
      this.report(mustache, `There is no helper "${name}".${like(name, BLOCKS)}`);
      return;
    }
    const kind = this.resolve(path)?.kind;
    if (kind === "group" || kind === "list")
      this.report(path, `"${name}" is a ${kind}, so it can't be printed as it is.`);
  }

  override PartialStatement(partial: hbs.AST.PartialStatement): void {
    const { original: name } = partial.name as hbs.AST.PathExpression;
    const part = this.set.partials.get(name);
    const problem = this.partProblem(partial, part !== undefined);
    if (problem !== undefined || part === undefined) {
      this.report(partial, problem ?? "");
      return;
    }
    const context = this.argument(partial, partial.params);
    if (context === undefined) return;
    const trail = [...this.trail, name];
    this.problems.push(...new PathCheck(this.set, part, { contexts: [context], trail }).problems);
  }

  private partProblem(partial: hbs.AST.PartialStatement, isThere: boolean): string | undefined {
    const { original: name } = partial.name as hbs.AST.PathExpression;
    if (!isThere) return this.missingPart(name);
    if (this.trail.includes(name)) return `The part "${name}" calls itself, so it would never end.`;
    if (partial.hash !== undefined) return "A part can't be given named values.";
    if (partial.params.length > 0) return undefined;
    return `Say what the part is about, such as {{> ${name} this}}.`;
  }

  private missingPart(name: string): string {
    if (/[\\/]|\.\./u.test(name))
      return `It asks for "${name}". Parts come only from the template's own folder.`;
    return `There is no part "${name}".${like(name, [...this.set.partials.keys()])}`;
  }

  private visit(program: hbs.AST.Program | undefined): void {
    if (program !== undefined && program !== null) this.accept(program);
  }

  private within(context: Field, program: hbs.AST.Program | undefined): void {
    const outer = this.contexts;
    this.contexts = [...outer, context];
    this.visit(program);
    this.contexts = outer;
  }

  private contextOf(
    block: hbs.AST.BlockStatement,
    name: string,
    found: Field | undefined,
  ): Field | undefined {
    if (found === undefined) return undefined;
    if (name === "each" && found.kind !== "list") this.report(block, "{{#each}} needs a list.");
    if (name === "with" && found.kind !== "group") this.report(block, "{{#with}} needs a group.");
    return name === "each" ? found.entry : found;
  }

  private argument(node: hbs.AST.Node, params: readonly hbs.AST.Expression[]): Field | undefined {
    const [first, ...others] = params;
    if (first?.type === "PathExpression" && others.length === 0)
      return this.resolve(first as hbs.AST.PathExpression);
    this.report(node, "It needs the name of one field.");
    return undefined;
  }

  private resolve(path: hbs.AST.PathExpression): Field | undefined {
    if (path.data) {
      if (!POSITIONS.includes(path.parts.join(".")))
        this.report(path, `There is no "${path.original}".`);
      return undefined;
    }
    let found = this.contexts.at(-1 - path.depth);
    if (found === undefined) this.report(path, `"${path.original}" goes too far up.`);
    for (const part of path.parts) {
      const within: Field | undefined = found;
      found = within?.fields.get(part);
      if (within !== undefined && found === undefined)
        this.report(path, unknownField(part, within));
    }
    return found;
  }

  private report({ loc }: hbs.AST.Node, message: string): void {
    const { line, column } = loc.start;
    this.problems.push(`${this.template.name}:${line}:${column + 1} ${message}`);
  }
}

function wrongBlock(name: string): string {
  return `There is no {{#${name}}}.${like(name, BLOCKS)} There are: ${BLOCKS.join(", ")}.`;
}

function unknownField(name: string, { fields }: Field): string {
  const names = [...fields.keys()];
  const there =
    names.length === 0 ? "There are no fields here." : `There are: ${names.join(", ")}.`;
  return `There is no field "${name}" here.${like(name, names)} ${there}`;
}

function like(name: string, names: readonly string[]): string {
  const [closest] = nearest(name, names);
  return closest === undefined ? "" : ` Did you mean "${closest}"?`;
}
