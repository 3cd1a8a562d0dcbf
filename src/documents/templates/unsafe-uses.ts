import Handlebars from "handlebars";
import type { Complaint } from "./template-problem.ts";

/** Something that no template may do, because nobody could say beforehand what it prints. */
export interface UnsafeUse extends Complaint {
  readonly node: hbs.AST.Node;
}

/** All of them, in the order of the template. */
export function unsafeUses(tree: hbs.AST.Program): readonly UnsafeUse[] {
  const finder = new Finder();
  finder.accept(tree);
  return finder.found;
}

class Finder extends Handlebars.Visitor {
  readonly found: UnsafeUse[] = [];

  override MustacheStatement(mustache: hbs.AST.MustacheStatement): void {
    if (!mustache.escaped) {
      const says = "This prints a value without escaping it.";
      this.found.push({ node: mustache, rule: "template/raw-output", says });
    }
    super.MustacheStatement(mustache);
  }

  override PartialStatement(partial: hbs.AST.PartialStatement): void {
    if (partial.name.type !== "PathExpression")
      this.refuse(partial, "This computes the name of a part.");
    super.PartialStatement(partial);
  }

  override PartialBlockStatement(partial: hbs.AST.PartialBlockStatement): void {
    this.refuse(partial, "This fills a part with a block.");
  }

  override Decorator(decorator: hbs.AST.Decorator): void {
    this.refuse(decorator, "This is a decorator.");
  }

  override DecoratorBlock(decorator: hbs.AST.DecoratorBlock): void {
    this.refuse(decorator, "This is a decorator.");
  }

  private refuse(node: hbs.AST.Node, says: string): void {
    this.found.push({ node, rule: "template/unknown-helper", says });
  }
}
