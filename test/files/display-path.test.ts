import { describe, expect, it } from "vitest";
import { displayPath } from "../../src/files/display-path.ts";

describe("displayPath", () => {
  it.each([
    ["/charity/a.yaml", "a.yaml"],
    ["/charity/old/a.yaml", "old/a.yaml"],
    ["/charity", "/charity"],
    ["/elsewhere/a.yaml", "/elsewhere/a.yaml"],
    ["/charity-two/a.yaml", "/charity-two/a.yaml"],
    ["/a.yaml", "/a.yaml"],
    ["/charity/ŷ \u001b[2Ja\n\u202eb\u009b.yaml", "ŷ ?[2Ja??b?.yaml"],
  ])("shows %s as %s", (path, shown) => {
    expect(displayPath({ cwd: "/charity" }, path)).toBe(shown);
  });
});
