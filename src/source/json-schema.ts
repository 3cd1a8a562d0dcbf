import * as z from "zod";

/** A JSON Schema (draft 7, the one that editors know) for a file as people write it. */
export function jsonSchema(schema: z.ZodType): object {
  return z.toJSONSchema(schema, {
    target: "draft-7",
    io: "input",
    override: ({ jsonSchema: part }) => {
      // Safe-integer limits are zod's own; an editor would show them to people as if they meant something.
      if (part.maximum === Number.MAX_SAFE_INTEGER) delete part.maximum;
      if (part.minimum === Number.MIN_SAFE_INTEGER) delete part.minimum;
    },
  });
}
