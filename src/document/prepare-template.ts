import Handlebars from "handlebars";
import { EXIT, UserError } from "../errors.ts";
import { type DocumentFormat, ESCAPERS } from "./templates.ts";

interface TemplateSource {
  readonly name: string;
  readonly format: DocumentFormat;
}

/**
 * Parses a template and makes it safe by its tree: no raw output, no computed partial, a misspelt field is an error
 * everywhere (Handlebars' own strict mode leaves out arguments), and outside HTML every value passes through the format's
 * own escaper.
 */
export function prepareTemplate(text: string, source: TemplateSource): hbs.AST.Program {
  const tree = parse(text, source);
  new Guard(source).accept(tree);
  return tree;
}

function parse(text: string, { name }: TemplateSource): hbs.AST.Program {
  try {
    return Handlebars.parse(text, { srcName: name });
  } catch (error) {
    throw new UserError(`The template "${name}" can't be read.`, {
      hint: error instanceof Error ? error.message : String(error),
      exitCode: EXIT.problems,
      cause: error,
    });
  }
}

class Guard extends Handlebars.Visitor {
  private readonly source: TemplateSource;

  constructor(source: TemplateSource) {
    super();
    this.source = source;
  }

  override MustacheStatement(mustache: hbs.AST.MustacheStatement): void {
    if (!mustache.escaped) this.refuse(mustache, "It prints a value without escaping it.");
    super.MustacheStatement(mustache);
    const escaper = ESCAPERS[this.source.format];
    if (escaper !== undefined) escapeWith(mustache, escaper);
  }

  override PartialStatement(partial: hbs.AST.PartialStatement): void {
    if (partial.name.type !== "PathExpression")
      this.refuse(partial, "It computes the name of a part.");
    super.PartialStatement(partial);
  }

  override PartialBlockStatement(partial: hbs.AST.PartialBlockStatement): void {
    this.refuse(partial, "It fills a part with a block.");
  }

  override Decorator(decorator: hbs.AST.Decorator): void {
    this.refuse(decorator, "It uses a decorator.");
  }

  override DecoratorBlock(decorator: hbs.AST.DecoratorBlock): void {
    this.refuse(decorator, "It uses a decorator.");
  }

  override PathExpression(path: hbs.AST.PathExpression): void {
    Object.assign(path, { strict: true });
  }

  private refuse({ loc }: hbs.AST.Node, reason: string): never {
    throw new UserError(`The template "${this.source.name}" can't be used. ${reason}`, {
      hint: `Look at line ${loc.start.line}, column ${loc.start.column + 1}.`,
      exitCode: EXIT.problems,
    });
  }
}

/** `{{title}}` becomes a call of the escaper around it, so that an author cannot forget. */
function escapeWith(mustache: hbs.AST.MustacheStatement, helper: string): void {
  const { path, params, loc } = mustache;
  const isCall = params.length > 0 || mustache.hash !== undefined;
  const inner = isCall ? { ...mustache, type: "SubExpression" as const } : path;
  const name = { parts: [helper], original: helper };
  const escaper = { type: "PathExpression", data: false, depth: 0, ...name };
  Object.assign(mustache, {
    path: { ...escaper, loc },
    params: [inner],
    hash: undefined,
    escaped: false,
  });
}
