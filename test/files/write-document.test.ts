import { describe, expect, it } from "vitest";
import { writeDocument } from "../../src/files/write-document.ts";
import type { Context } from "../../src/platform/ports.ts";
import { CHARITY_FOLDER, memoryFiles } from "../support/context.ts";

function setUp(given: Readonly<Record<string, string>>) {
  const files = memoryFiles(given);
  const context = { cwd: CHARITY_FOLDER, files } as unknown as Context;
  const write = (name: string, force = false) =>
    writeDocument(context, { path: `/charity/${name}`, content: "new" }, { force });
  return { write, text: (name: string) => files.texts.get(`/charity/${name}`) };
}

describe("writing a document", () => {
  it("makes a new one", async () => {
    const { write, text } = setUp({ "other.txt": "" });
    await write("plan.html");
    expect(text("plan.html")).toBe("new");
  });

  it.each([
    ["page", '<!doctype html>\n<html><head><meta name="generator" content="coprod 1.0.0"></head>'],
    ["text", "# Plan\n\nMade with coprod 1.0.0\n"],
    ["value", '{\n  "coprod": "plan/1"\n}\n'],
  ])("replaces a %s that coprod made", async (_, old) => {
    const { write, text } = setUp({ "plan.html": old });
    await write("plan.html");
    expect(text("plan.html")).toBe("new");
  });

  it("never replaces somebody's own file, unless told to", async () => {
    const { write, text } = setUp({ "plan.html": "We made this with coprod in mind." });
    await expect(write("plan.html")).rejects.toMatchObject({
      message: "plan.html is already there, and coprod did not make it.",
      exitCode: 2,
    });
    expect(text("plan.html")).toBe("We made this with coprod in mind.");
    await write("plan.html", true);
    expect(text("plan.html")).toBe("new");
  });

  it.each([
    ["an assessment", 'coprod: assessment/1\ntitle: <meta name="generator" content="coprod">\n'],
    ["a rubric with a comment first", "# ours\ncoprod: rubric/1\n"],
  ])("never replaces %s, even when told to", async (_, work) => {
    const { write, text } = setUp({ "ours.yaml": work });
    await expect(write("ours.yaml", true)).rejects.toMatchObject({ exitCode: 2 });
    expect(text("ours.yaml")).toBe(work);
  });

  it("does not take a letter for its own because of a line in it", async () => {
    const { write, text } = setUp({ "letter.txt": "Dear all,\nMade with coprod and care\n" });
    await expect(write("letter.txt")).rejects.toMatchObject({ exitCode: 2 });
    expect(text("letter.txt")).toContain("Dear all");
  });

  it("names the folder that is not there", async () => {
    const { write } = setUp({});
    await expect(write("none/plan.html")).rejects.toMatchObject({
      path: "/charity/none",
      fault: "missing",
    });
  });
});
