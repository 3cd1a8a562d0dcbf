import { EXIT, type ExitCode, UserError } from "../platform/errors.ts";
import type { Context } from "../platform/ports.ts";
import { nearest } from "../util/suggest.ts";
import type { jsonSchema as JsonSchema } from "../yaml/json-schema.ts";
import { type Declare, examples, suggesting } from "./command.ts";

interface PublishedSchema {
  readonly about: string;
  readonly make: () => Promise<object>;
}

/** The schemas that editors and other programs may rely on; `docs/schema` holds a copy of each. */
export const SCHEMAS = {
  rubric: {
    about: "a rubric: what is asked",
    make: async () => published((await import("../rubric/schema.ts")).rubricSchema),
  },
  translation: {
    about: "the texts of a rubric in another language",
    make: async () =>
      published((await import("../rubric/translation/schema.ts")).translationSchema),
  },
  assessment: {
    about: "an assessment: what people answered",
    make: async () => published((await import("../assessment/schema.ts")).assessmentSchema),
  },
  guide: {
    about: "a guide: short pages for hard moments",
    make: async () => published((await import("../guide/schema.ts")).guideSchema),
  },
  scorecard: {
    about: "what coprod score --json prints",
    make: async () =>
      published((await import("../comparison/schema.ts")).scoreOutputSchema, { reused: "ref" }),
  },
  comparison: {
    about: "what coprod compare --format json prints",
    make: async () =>
      published((await import("../comparison/schema.ts")).compareOutputSchema, { reused: "ref" }),
  },
  plan: {
    about: "what coprod plan --format json prints",
    make: async () => published((await import("../plan/schema/index.ts")).planSchema),
  },
  share: {
    about: "what coprod share writes: what a charity gives to a network",
    make: async () => published((await import("../together/schema.ts")).shareSchema),
  },
  together: {
    about: "what coprod together --format json prints",
    make: async () =>
      published((await import("../together/schema.ts")).networkSchema, { reused: "ref" }),
  },
  actions: {
    about: "what coprod actions --format json prints",
    make: async () => published((await import("../plan/schema/actions.ts")).actionListSchema),
  },
  config: {
    about: "coprod.yaml: the settings of coprod lint and coprod assess",
    make: async () => published((await import("../lint/config/schema.ts")).configSchema),
  },
  lint: {
    about: "what coprod lint --format json prints",
    make: async () => published((await import("../lint/reporters/schema.ts")).lintSchema),
  },
} satisfies Readonly<Record<string, PublishedSchema>>;

async function published(...given: Parameters<typeof JsonSchema>): Promise<object> {
  const { jsonSchema } = await import("../yaml/json-schema.ts");
  return jsonSchema(...given);
}

type SchemaName = keyof typeof SCHEMAS;

const SCHEMA_NAMES = Object.keys(SCHEMAS) as SchemaName[];

export const declareSchema: Declare = (program, perform) => {
  program
    .command("schema")
    .addArgument(suggesting("[name]", SCHEMA_NAMES))
    .description("print the JSON Schema of a kind of file, for editors")
    .addHelpText("after", examples("coprod schema", "coprod schema rubric > rubric.schema.json"))
    .action((name: string | undefined) => perform((context) => runSchema(context, name)));
};

async function runSchema(context: Context, name: string | undefined): Promise<ExitCode> {
  if (name === undefined) {
    context.stdout.write(await contents(context));
    return EXIT.done;
  }
  const known = SCHEMA_NAMES.find((each) => each === name);
  if (known === undefined) throw unknownSchema(name);
  context.stdout.write(`${JSON.stringify(await SCHEMAS[known].make(), null, 2)}\n`);
  return EXIT.done;
}

async function contents(context: Context): Promise<string> {
  const { list, paragraph } = await import("../terminal/blocks.ts");
  const { toText } = await import("../terminal/to-text.ts");
  const items = Object.entries(SCHEMAS).map(([name, { about }]) => ({ name, text: about }));
  const page = [
    ...list("A JSON Schema can be printed for:", items),
    paragraph("To print one: coprod schema rubric"),
  ];
  return toText(page, context);
}

function unknownSchema(name: string): UserError {
  const near = nearest(name, SCHEMA_NAMES);
  const meant = near.length > 0 ? `Did you mean "${near.join('" or "')}"? ` : "";
  return new UserError(`There is no schema called "${name}".`, {
    hint: `${meant}The schemas are: ${SCHEMA_NAMES.join(", ")}.`,
    exitCode: EXIT.wrongUse,
  });
}
