import type Handlebars from "handlebars";
import { escapeMarkdown } from "../../util/markdown-escape.ts";

/** What a template can call beside the blocks that Handlebars has. */
export function registerHelpers(engine: Pick<typeof Handlebars, "registerHelper">): void {
  engine.registerHelper("log", refuseLog);
  engine.registerHelper("md", (text: unknown) => escapeMarkdown(String(text)));
  engine.registerHelper("plain", (text: unknown) => String(text));
}

// The built-in one prints to the console, in the middle of whatever is being piped.
function refuseLog(): never {
  throw new Error("A template can't use {{log}}: a plan is all that may be written.");
}
