import { jsonSchema } from "../../yaml/json-schema.ts";
import type { SchemaName } from "./names.ts";

interface PublishedSchema {
  readonly about: string;
  readonly make: () => Promise<object>;
}

/** The schemas that editors and other programs may rely on; `docs/schema` holds a copy of each. */
export const SCHEMAS: Readonly<Record<SchemaName, PublishedSchema>> = {
  rubric: {
    about: "a rubric: what is asked",
    make: async () => jsonSchema((await import("../../rubric/schema.ts")).rubricSchema),
  },
  assessment: {
    about: "an assessment: what people answered",
    make: async () => jsonSchema((await import("../../assessment/schema.ts")).assessmentSchema),
  },
  guide: {
    about: "a guide: short pages for hard moments",
    make: async () => jsonSchema((await import("../../guide/schema.ts")).guideSchema),
  },
  scorecard: {
    about: "what coprod score --json prints",
    make: async () =>
      jsonSchema((await import("../../comparison/schema.ts")).scoreOutputSchema, { reused: "ref" }),
  },
  comparison: {
    about: "what coprod compare --format json prints",
    make: async () =>
      jsonSchema((await import("../../comparison/schema.ts")).compareOutputSchema, {
        reused: "ref",
      }),
  },
  plan: {
    about: "what coprod plan --format json prints",
    make: async () => jsonSchema((await import("../../plan/schema/index.ts")).planSchema),
  },
  lint: {
    about: "what coprod lint --format json prints",
    make: async () => jsonSchema((await import("../../lint/reporters/schema.ts")).lintSchema),
  },
};
