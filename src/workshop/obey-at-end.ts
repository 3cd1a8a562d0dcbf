import type { CommandId } from "./commands.ts";
import { whatIsLeft } from "./item-commands.ts";
import type { At, Heard, Interview, Outcome } from "./state.ts";
import { atItem } from "./walk.ts";

/** The commands that also make sense after the last question. */
export function obeyAtEnd(
  state: Interview,
  here: At,
  { command, heard }: { readonly command: CommandId; readonly heard: Heard },
): Outcome | undefined {
  switch (command) {
    case "back":
      return { at: atItem(state, state.trail.at(-1) ?? state.items.length - 1), back: true };
    case "go":
      return { at: { kind: "go", returnTo: here } };
    case "list":
      return { at: here, show: "short", say: whatIsLeft(state, heard) };
    case "read":
      return { at: here };
    case "action":
      return { at: { kind: "action", draft: { step: "do", action: {} }, returnTo: here } };
    default:
      return undefined;
  }
}
