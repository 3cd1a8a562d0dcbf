import { describe, expect, it } from "vitest";
import { isPlain, wantsPlain } from "../../src/files/plain-mode.ts";
import type { Context } from "../../src/platform/ports.ts";
import { memoryFiles } from "../support/context.ts";

/** The flag, the setting, ACCESSIBLE, TERM, and whether one line at a time is asked. */
type Row = readonly [boolean | undefined, boolean | undefined, string | undefined, string, boolean];

const ROWS: readonly Row[] = [
  [undefined, undefined, undefined, "xterm", false],
  [undefined, undefined, undefined, "dumb", true],
  [undefined, undefined, "", "xterm", false],
  [undefined, undefined, "0", "xterm", false],
  [undefined, undefined, "false", "xterm", false],
  [undefined, undefined, "No", "xterm", false],
  [undefined, undefined, "1", "xterm", true],
  [undefined, undefined, "screen reader", "xterm", true],
  [undefined, false, "1", "dumb", false],
  [undefined, true, undefined, "xterm", true],
  [false, true, "1", "dumb", false],
  [true, false, undefined, "xterm", true],
];

describe("one line at a time", () => {
  it.each(ROWS)("with flag %s, setting %s, ACCESSIBLE %s and TERM %s: %s", (...row) => {
    const [flag, setting, accessible, term, expected] = row;
    const env = { ACCESSIBLE: accessible, TERM: term };
    expect(wantsPlain({ flag, setting, env })).toBe(expected);
  });

  it("is remembered in the settings file; one that cannot be read stops nobody", async () => {
    const wants = (text: string) => {
      const files = memoryFiles({ "coprod.yaml": text });
      return isPlain({ cwd: "/charity", env: {}, files } as unknown as Context, undefined);
    };
    expect(await wants("coprod: config/1\nplain: true\n")).toBe(true);
    expect(await wants("coprod: config/1\nplain: false\n")).toBe(false);
    expect(await wants("coprod: [\n")).toBe(false);
  });
});
