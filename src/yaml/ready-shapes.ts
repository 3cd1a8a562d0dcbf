import type { Shape } from "./shape.ts";

/** The schemas of files as the build wrote them down as plain data; it puts its own module in place of this one. */
export const readyShapes: Readonly<Record<string, () => Shape>> = {};
