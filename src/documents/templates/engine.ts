import Handlebars from "handlebars";
import { EXIT, UserError } from "../../platform/errors.ts";
import type { TemplateName } from "../formats/format.ts";
import { TEMPLATE_KINDS } from "../formats/template-kinds.ts";
import { parseTemplate, unsafeUses } from "./parse.ts";
import { registerHelpers } from "./templates.ts";

interface TemplateSet {
  readonly main: string;
  /** By the name they are called by. */
  readonly partials: ReadonlyMap<string, string>;
}

/**
 * Fills a set of templates with a plain value. Each call has an instance of its own: a partial that was first used in one
 * format keeps that format's escaping, so formats must never share one.
 */
export function fillTemplate(set: TemplateSet, value: object, format: TemplateName): string {
  const engine = Handlebars.create();
  registerHelpers(engine);
  for (const [name, text] of set.partials) {
    engine.registerPartial(name, compile(engine, prepareTemplate(text, { name, format })));
  }
  return compile(engine, prepareTemplate(set.main, { name: `plan.${format}.hbs`, format }))(value);
}

/** The same as JavaScript that only Handlebars' small run time is needed for. Without the places of names it is a tenth less. */
export function precompileTemplate(
  text: string,
  source: { readonly name: string; readonly format: TemplateName },
): string {
  const tree = JSON.stringify(prepareTemplate(text, source), (key, value: unknown) =>
    key === "loc" ? NOWHERE : value,
  );
  return String(Handlebars.precompile(JSON.parse(tree), OPTIONS));
}

/** Only to tell of a mistake, and coprod's own templates have none. */
const NOWHERE = { start: { line: 1, column: 0 }, end: { line: 1, column: 0 } };

function compile(engine: typeof Handlebars, tree: hbs.AST.Program): Handlebars.TemplateDelegate {
  return engine.compile(tree, OPTIONS);
}

const OPTIONS = {
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: { md: true, plain: true, log: true },
  explicitPartialContext: true,
  preventIndent: true,
};

interface TemplateSource {
  readonly name: string;
  readonly format: TemplateName;
}

/**
 * Parses a template and makes it safe by its tree: no raw output, no computed partial, a misspelt field is an error
 * everywhere (Handlebars' own strict mode leaves out arguments), and outside HTML every value passes through the format's
 * own escaper.
 */
function prepareTemplate(text: string, source: TemplateSource): hbs.AST.Program {
  const { name } = source;
  const parsed = parseTemplate({ name, text });
  if ("problem" in parsed) {
    const { place, facts } = parsed.problem;
    throw refused(name, { reason: "read", says: facts.says, at: place });
  }
  const [first] = unsafeUses(parsed.tree);
  if (first !== undefined) {
    const { line, column } = first.node.loc.start;
    throw refused(name, { reason: "used", says: first.says, at: { line, column: column + 1 } });
  }
  new Guard(source).accept(parsed.tree);
  return parsed.tree;
}

interface Refusal {
  readonly reason: "read" | "used";
  readonly says: string;
  readonly at: { readonly line: number; readonly column: number };
}

function refused(name: string, { reason, says, at }: Refusal): UserError {
  return new UserError(`The template "${name}" can't be ${reason}. ${says}`, {
    hint: `Look at line ${at.line}, column ${at.column}.`,
    exitCode: EXIT.problems,
  });
}

class Guard extends Handlebars.Visitor {
  private readonly source: TemplateSource;

  constructor(source: TemplateSource) {
    super();
    this.source = source;
  }

  override MustacheStatement(mustache: hbs.AST.MustacheStatement): void {
    super.MustacheStatement(mustache);
    const escaper = TEMPLATE_KINDS.get(this.source.format)?.escaper;
    if (escaper !== undefined) escapeWith(mustache, escaper);
  }

  override PathExpression(path: hbs.AST.PathExpression): void {
    Object.assign(path, { strict: true });
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
