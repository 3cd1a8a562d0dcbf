import type { ReadyText } from "../util/ready-text.ts";
import type { Introduction } from "./exported-ids.ts";

/** The names in the bundled rubrics and the guide, by id; the build puts its own module in place of this one. */
export const readyIntroductions: Readonly<Record<string, () => Promise<ReadyText<Introduction>>>> =
  {};
