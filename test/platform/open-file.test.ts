import { describe, expect, it } from "vitest";
import { openCommand, openFile } from "../../src/platform/processes.ts";

describe("opening a file", () => {
  it.each([
    ["linux", ["xdg-open", "a & b.html"]],
    ["darwin", ["open", "a & b.html"]],
    ["win32", ["rundll32.exe", "url.dll,FileProtocolHandler", "a & b.html"]],
  ] as const)(
    "asks the system's own program, and hands the name over whole: %s",
    (system, expected) => {
      expect(openCommand(system, "a & b.html")).toEqual(expected);
    },
  );

  it("tells whether that worked", async () => {
    expect(await openFile([process.execPath, "-e", "process.exit(0)"])).toBe(true);
    expect(await openFile([process.execPath, "-e", "process.exit(4)"])).toBe(false);
    expect(await openFile(["no-such-program-anywhere", "a.html"])).toBe(false);
  });
});
