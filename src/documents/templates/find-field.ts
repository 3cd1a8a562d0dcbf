import { nearest } from "../../util/suggest.ts";
import { ANYTHING, type Field } from "./template-fields.ts";
import type { TemplateFacts } from "./template-problem.ts";

/** What surrounds a place of a template. */
export interface Surroundings {
  /** Innermost last. */
  readonly contexts: readonly Field[];
  /** How many lists are being gone through. */
  readonly loops: number;
}

/** What a path means there; nothing for a position in a list. */
export type FieldSearch =
  | { readonly field: Field | undefined }
  | ({ readonly wrong: "path" } & TemplateFacts)
  | ({ readonly wrong: "step"; readonly index: number } & TemplateFacts);

const POSITIONS = ["index", "first", "last", "key"];

export function findField(path: hbs.AST.PathExpression, around: Surroundings): FieldSearch {
  const { original, depth, parts } = path;
  if (path.data) {
    if (POSITIONS.includes(parts.join(".")) && depth < around.loops) return { field: undefined };
    return { wrong: "path", says: `There is no "${original}" here.`, near: [], known: [] };
  }
  const start = around.contexts.at(-1 - depth);
  if (start === undefined)
    return { wrong: "path", says: `"${original}" goes too far up.`, near: [], known: [] };
  return stepsFrom(start, parts.map(String));
}

function stepsFrom(start: Field, steps: readonly string[]): FieldSearch {
  let field = start;
  for (const [index, step] of steps.entries()) {
    if (field === ANYTHING) break;
    const next = field.fields.get(step);
    if (next === undefined) return { wrong: "step", index, ...unknownField(step, field) };
    field = next;
  }
  return { field };
}

// A slip is mostly made many times over, and looking for what is near takes longest of all.
const told = new WeakMap<Field, Map<string, TemplateFacts>>();

function unknownField(name: string, field: Field): TemplateFacts {
  const before = told.get(field) ?? new Map<string, TemplateFacts>();
  told.set(field, before);
  const facts = before.get(name) ?? factsOf(name, [...field.fields.keys()]);
  before.set(name, facts);
  return facts;
}

function factsOf(name: string, known: readonly string[]): TemplateFacts {
  const none = known.length === 0 ? " There are no fields here." : "";
  return { says: `There is no field "${name}" here.${none}`, near: nearest(name, known), known };
}
