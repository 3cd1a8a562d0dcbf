import { jsonText } from "../../util/visible-text.ts";
import type { PlanFormat } from "./format.ts";

/** The plan as other programs read it. */
export const json = {
  name: "json",
  ending: "json",
  isPrinted: true,
  isOurs: (text) => /^\{\s*"coprod": "plan\//u.test(text),
  render: async ({ view }) => jsonText(view),
} as const satisfies PlanFormat;
