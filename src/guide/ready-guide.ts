import type { ReadyText } from "../util/ready-text.ts";
import type { Guide } from "./schema.ts";

/** The guide as the build read and checked it; it puts its own module in place of this one. */
export const readyGuide: (() => Promise<ReadyText<Guide>>) | undefined = undefined;
