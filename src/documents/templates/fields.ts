import { planSchema } from "../../plan/schema/index.ts";
import { nearest } from "../../util/suggest.ts";
import { jsonSchema } from "../../yaml/json-schema.ts";
import type { TemplateFacts } from "./parse.ts";

/** What a template can name at one place of the view. */
export interface Field {
  readonly kind: "text" | "number" | "yes or no" | "list" | "group";
  readonly about: string | undefined;
  readonly mayBeMissing: boolean;
  /** Of a group. */
  readonly fields: ReadonlyMap<string, Field>;
  /** Of a list: what each entry is. */
  readonly entry: Field | undefined;
}

/** Where it is not known what is there: every name is taken. */
export const ANYTHING: Field = {
  kind: "text",
  about: undefined,
  mayBeMissing: false,
  fields: new Map(),
  entry: undefined,
};

/** The whole view of a plan, read from its schema. */
export function planFields(): Field {
  wholeView ??= toField(jsonSchema(planSchema) as Schema);
  return wholeView;
}

let wholeView: Field | undefined;

interface Schema {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
}

function toField(schema: Schema): Field {
  const present = schema.anyOf?.find((each) => !typesOf(each).includes("null")) ?? schema;
  const [type = "string"] = typesOf(present).filter((each) => each !== "null");
  return {
    kind: KINDS[type] ?? "text",
    about: schema.description ?? present.description,
    mayBeMissing: [schema, ...(schema.anyOf ?? [])].some((each) => typesOf(each).includes("null")),
    fields: new Map(
      Object.entries(present.properties ?? {}).map(([name, each]) => [name, toField(each)]),
    ),
    entry: present.items === undefined ? undefined : toField(present.items),
  };
}

function typesOf({ type = [] }: Schema): readonly string[] {
  return typeof type === "string" ? [type] : type;
}

const KINDS: Readonly<Record<string, Field["kind"]>> = {
  string: "text",
  integer: "number",
  number: "number",
  boolean: "yes or no",
  array: "list",
  object: "group",
};

/** What surrounds a place of a template. */
export interface Surroundings {
  /** Innermost last. */
  readonly contexts: readonly Field[];
  /** How many lists are being gone through. */
  readonly loops: number;
}

/** What a path means there; nothing for a position in a list. */
type FieldSearch =
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
  const facts = before.get(name) ?? factsOf(name, field);
  before.set(name, facts);
  return facts;
}

function factsOf(name: string, field: Field): TemplateFacts {
  const known = [...field.fields.keys()];
  if (field.kind === "list")
    return {
      says: `"${name}" is no part of a list. Go through it with {{#each}}.`,
      near: [],
      known,
    };
  const none = known.length === 0 ? " There are no fields here." : "";
  // Of the whole plan, what somebody looks for is often a field of a group.
  const inside = field === wholeView ? pathsTo(name, field) : [];
  const near = inside.length > 0 ? inside : nearest(name, known);
  return { says: `There is no field "${name}" here.${none}`, near, known };
}

/** Where in the groups of a view there is a field of this name. */
function pathsTo(name: string, { fields }: Field): readonly string[] {
  return [...fields].flatMap(([group, { kind, fields: inner }]) =>
    kind === "group" && inner.has(name) ? [`${group}.${name}`] : [],
  );
}

/** How a group or a list can be printed, as the end of a sentence. */
export function howToPrint(name: string, { kind, fields }: Field): string {
  if (kind === "list") return ` Go through it with {{#each ${name}}}.`;
  const text = [...fields].find(([, field]) => field.kind === "text");
  return text === undefined ? "" : ` Print a field of it, such as {{${name}.${text[0]}}}.`;
}

/** The lists in a group, as the end of a sentence. */
export function listsIn(name: string, { fields }: Field): string {
  const list = [...fields].find(([, field]) => field.kind === "list");
  return list === undefined ? "" : ` Say which, such as {{#each ${name}.${list[0]}}}.`;
}
