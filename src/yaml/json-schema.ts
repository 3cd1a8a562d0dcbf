import * as z from "zod/mini";

/** A JSON Schema (draft 7, the one that editors know) for a file as people write it; `reused: "ref"` writes each part once. */
export function jsonSchema(
  schema: z.ZodMiniType,
  { reused = "inline" }: { reused?: "inline" | "ref" } = {},
): object {
  return z.toJSONSchema(schema, {
    reused,
    target: "draft-7",
    io: "input",
    override: ({ jsonSchema: part }) => {
      // Safe-integer limits are zod's own; an editor would show them to people as if they meant something.
      if (part.maximum === Number.MAX_SAFE_INTEGER) delete part.maximum;
      if (part.minimum === Number.MIN_SAFE_INTEGER) delete part.minimum;
    },
  });
}
