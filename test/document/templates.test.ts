import Handlebars from "handlebars";
import { describe, expect, it } from "vitest";
import type * as z from "zod";
import { partialTexts, templateText } from "../../src/document/templates.ts";
import { planSchema } from "../../src/plan/schema.ts";
import { templatesFromDisk } from "../support/specimen.ts";

const templates = templatesFromDisk();

interface Definition {
  readonly shape?: Record<string, z.ZodType>;
  readonly innerType?: z.ZodType;
  readonly element?: z.ZodType;
}

function inside(schema: z.ZodType): Definition {
  const definition = schema.def as Definition;
  return definition.innerType === undefined ? definition : inside(definition.innerType);
}

/** Walks one template with the schema of its context, and every part it calls with that part's. */
class PathCheck extends Handlebars.Visitor {
  readonly unknown: string[] = [];
  readonly called = new Set<string>();
  private readonly contexts: z.ZodType[];
  private readonly parts: ReadonlyMap<string, string>;

  constructor(parts: ReadonlyMap<string, string>, context: z.ZodType) {
    super();
    this.parts = parts;
    this.contexts = [context];
  }

  override BlockStatement(block: hbs.AST.BlockStatement): void {
    const [argument] = block.params as hbs.AST.PathExpression[];
    const found = argument === undefined ? undefined : this.resolve(argument);
    const helper = block.path.original;
    const next = helper === "each" ? found && inside(found).element : found;
    if (helper !== "each" && helper !== "with") this.visit(block.program);
    else if (next === undefined) this.unknown.push(`${helper} ${argument?.original}`);
    else this.within(next, () => this.visit(block.program));
    this.visit(block.inverse);
  }

  override PartialStatement(partial: hbs.AST.PartialStatement): void {
    const name = (partial.name as hbs.AST.PathExpression).original;
    const [argument] = partial.params as hbs.AST.PathExpression[];
    const context = argument && this.resolve(argument);
    const text = this.parts.get(name);
    this.called.add(name);
    if (text === undefined || context === undefined) {
      this.unknown.push(`> ${name}`);
      return;
    }
    const check = new PathCheck(this.parts, context);
    check.visit(Handlebars.parse(text));
    this.unknown.push(...check.unknown.map((each) => `${name}: ${each}`));
    for (const each of check.called) this.called.add(each);
  }

  override MustacheStatement(mustache: hbs.AST.MustacheStatement): void {
    this.resolve(mustache.path as hbs.AST.PathExpression);
  }

  visit(program: hbs.AST.Program | undefined): void {
    if (program) this.accept(program);
  }

  private within(context: z.ZodType, body: () => void): void {
    this.contexts.push(context);
    body();
    this.contexts.pop();
  }

  private resolve(path: hbs.AST.PathExpression): z.ZodType | undefined {
    if (path.data) return undefined;
    let found = this.contexts.at(-1 - path.depth);
    for (const part of path.parts) found = found && inside(found).shape?.[part];
    if (found === undefined) this.unknown.push(path.original);
    return found;
  }
}

describe.each(["html", "md"] as const)("the templates for %s", (format) => {
  const parts = partialTexts(templates, format);
  const check = new PathCheck(parts, planSchema);
  check.visit(Handlebars.parse(templateText(templates, `plan.${format}.hbs`)));

  it("name only fields that a plan has", () => {
    expect(check.unknown).toEqual([]);
  });

  it("use every part there is", () => {
    expect(check.called).toEqual(new Set(parts.keys()));
    expect(check.called.size).toBeGreaterThan(20);
  });
});

it("catches a field that a plan does not have", () => {
  const check = new PathCheck(new Map(), planSchema);
  check.visit(Handlebars.parse("{{#each actions.list}}{{titel}}{{../paper.nmae}}{{/each}}"));
  expect(check.unknown).toEqual(["titel", "../paper.nmae"]);
});

it("has no field with the name of a helper, which would be called instead", () => {
  const fields = new Set<string>();
  const collect = (schema: z.ZodType): void => {
    const { shape = {}, element } = inside(schema);
    for (const [key, value] of Object.entries(shape)) {
      fields.add(key);
      collect(value);
    }
    if (element !== undefined) collect(element);
  };
  collect(planSchema);
  const helpers = [...Object.keys(Handlebars.helpers), "md"];
  expect(helpers.filter((name) => fields.has(name))).toEqual([]);
  expect(fields.size).toBeGreaterThan(50);
});
