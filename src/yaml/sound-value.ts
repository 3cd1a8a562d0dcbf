import { own } from "../util/own-value.ts";
import { readyShapes } from "./ready-shapes.ts";
import { fitted, UNFIT } from "./shape.ts";

/**
 * The value as its schema would give it back, where the build has written that schema down and the value fits it.
 * Otherwise undefined, and the schema itself has to say. Most files are sound, and zod takes its time to load.
 */
export function soundValue(schema: string, value: unknown): unknown {
  const shape = own(readyShapes, schema)?.();
  const found = shape === undefined ? UNFIT : fitted(shape, value);
  return found === UNFIT ? undefined : found;
}
