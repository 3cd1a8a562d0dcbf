import type * as z from "zod/mini";
import type { Path } from "./source-file.ts";

/** Names of the fields a schema allows at the path. */
export function keysAt(schema: z.ZodMiniType, path: Path): string[] {
  const definitions = definitionsAt(schema, path);
  return [...new Set(definitions.flatMap((each) => Object.keys(shapeOf(each) ?? {})))];
}

/** Of what types the value at the path may be, such as `number` and `string`. */
export function typesAt(schema: z.ZodMiniType, path: Path): ReadonlySet<string> {
  return new Set(
    definitionsAt(schema, path)
      .flatMap(unwrapped)
      .map(({ def }) => def.type),
  );
}

function definitionsAt(schema: z.ZodMiniType, path: Path): z.ZodMiniType[] {
  let definitions = [schema];
  for (const step of path) definitions = definitions.flatMap((each) => inside(each, step));
  return definitions;
}

interface Definition {
  shape?: Record<string, z.ZodMiniType>;
  innerType?: z.ZodMiniType;
  element?: z.ZodMiniType;
  valueType?: z.ZodMiniType;
  options?: readonly z.ZodMiniType[];
  in?: z.ZodMiniType;
}

function definitionOf(schema: z.ZodMiniType): Definition {
  return schema.def as Definition;
}

function unwrapped(schema: z.ZodMiniType): z.ZodMiniType[] {
  const { innerType, options, in: input } = definitionOf(schema);
  if (innerType !== undefined) return unwrapped(innerType);
  if (options !== undefined) return options.flatMap(unwrapped);
  if (input !== undefined) return unwrapped(input);
  return [schema];
}

function shapeOf(schema: z.ZodMiniType): Record<string, z.ZodMiniType> | undefined {
  return Object.assign({}, ...unwrapped(schema).map((each) => definitionOf(each).shape ?? {}));
}

function inside(schema: z.ZodMiniType, step: string | number): z.ZodMiniType[] {
  return unwrapped(schema).flatMap((each) => {
    const { shape, element, valueType } = definitionOf(each);
    const next = shape?.[step] ?? element ?? valueType;
    return next === undefined ? [] : [next];
  });
}
