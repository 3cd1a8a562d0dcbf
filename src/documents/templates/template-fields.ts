import { planSchema } from "../../plan/schema/index.ts";
import { jsonSchema } from "../../yaml/json-schema.ts";

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
