import { describe, expect, it } from "vitest";
import { saveAssessment } from "../../src/files/save-assessment.ts";
import { FileError } from "../../src/platform/errors.ts";
import { memoryFiles } from "../support/context.ts";

const PATH = "/charity/our.yaml";

describe("saving an assessment", () => {
  it("replaces what we last wrote", async () => {
    const files = memoryFiles({ "our.yaml": "one\n" });
    const saved = await saveAssessment({ files }, { path: PATH, last: "one\n", text: "two\n" });
    expect(saved).toEqual({ path: PATH, keptBoth: false });
    expect(files.texts.get(PATH)).toBe("two\n");
  });

  it("makes a new file", async () => {
    const files = memoryFiles();
    await saveAssessment({ files }, { path: PATH, last: undefined, text: "new\n" });
    expect([...files.texts]).toEqual([[PATH, "new\n"]]);
  });

  it("puts a file back that somebody removed meanwhile", async () => {
    const files = memoryFiles();
    const saved = await saveAssessment({ files }, { path: PATH, last: "one\n", text: "two\n" });
    expect(saved.keptBoth).toBe(false);
    expect(files.texts.get(PATH)).toBe("two\n");
  });

  it("never writes over what somebody else wrote: it keeps both", async () => {
    const files = memoryFiles({ "our.yaml": "theirs\n", "our (2).yaml": "older\n" });
    const saved = await saveAssessment({ files }, { path: PATH, last: "one\n", text: "two\n" });
    expect(saved).toEqual({ path: "/charity/our (3).yaml", keptBoth: true });
    expect(files.texts.get(PATH)).toBe("theirs\n");
    expect(files.texts.get("/charity/our (3).yaml")).toBe("two\n");
  });

  it("refuses what would be too large to read again, and leaves the file alone", async () => {
    const files = memoryFiles({ "our.yaml": "one\n" });
    const text = "ŷ".repeat(600_000);
    const failure = await saveAssessment({ files }, { path: PATH, last: "one\n", text }).catch(
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(FileError);
    expect(failure).toMatchObject({ fault: "too-large" });
    expect(files.texts.get(PATH)).toBe("one\n");
  });
});
