import type * as z from "zod";
import type { Path } from "./source-file.ts";

/** Names of the fields a schema allows at the path. */
export function keysAt(schema: z.ZodType, path: Path): string[] {
  let definitions = [schema];
  for (const step of path) definitions = definitions.flatMap((each) => inside(each, step));
  return [...new Set(definitions.flatMap((each) => Object.keys(shapeOf(each) ?? {})))];
}

interface Definition {
  shape?: Record<string, z.ZodType>;
  innerType?: z.ZodType;
  element?: z.ZodType;
  valueType?: z.ZodType;
  options?: readonly z.ZodType[];
  in?: z.ZodType;
}

function definitionOf(schema: z.ZodType): Definition {
  return schema.def as Definition;
}

function unwrapped(schema: z.ZodType): z.ZodType[] {
  const { innerType, options, in: input } = definitionOf(schema);
  if (innerType !== undefined) return unwrapped(innerType);
  if (options !== undefined) return options.flatMap(unwrapped);
  if (input !== undefined) return unwrapped(input);
  return [schema];
}

function shapeOf(schema: z.ZodType): Record<string, z.ZodType> | undefined {
  return Object.assign({}, ...unwrapped(schema).map((each) => definitionOf(each).shape ?? {}));
}

function inside(schema: z.ZodType, step: string | number): z.ZodType[] {
  return unwrapped(schema).flatMap((each) => {
    const { shape, element, valueType } = definitionOf(each);
    const next = shape?.[step] ?? element ?? valueType;
    return next === undefined ? [] : [next];
  });
}
