import { describe, expect, it } from "vitest";
import { kindOnDisk } from "../../src/files/declared-kind.ts";

describe("what a file says it is", () => {
  it.each([
    ["as coprod writes it", "coprod: assessment/1\ntitle: T\n"],
    ["with a byte order mark", "\ufeffcoprod: assessment/1\ntitle: T\n"],
    ["with a directive", "%YAML 1.2\n---\ncoprod: assessment/1\ntitle: T\n"],
    ["with another field first", "title: T\ncoprod: assessment/1\n"],
    ["on one line", "{ coprod: assessment/1, title: T }\n"],
    ["with quotes", '"coprod": "assessment/1"\ntitle: T\n'],
    ["as JSON", '{"title": "T", "coprod": "assessment/1"}'],
    ["in UTF-16", `\ufffd\ufffd${[..."coprod: assessment/1\ntitle: T\n"].join("\0")}\0`],
    ["with a tag of another program", "--- !x\ncoprod: assessment/1\ntitle: T\n"],
    ["below the marks of git", "<<<<<<< HEAD\ntitle: T\ncoprod: assessment/1\n"],
    ["with the rest damaged", "coprod: assessment/1\ntitle: T\n<<<<<<< HEAD\n"],
  ])("is an assessment %s", async (_, text) => {
    expect(await kindOnDisk(text)).toBe("assessment");
  });

  it("is another kind, or none", async () => {
    expect(await kindOnDisk("coprod: config/1\nplain: true\n")).toBe("config");
    expect(await kindOnDisk("title: about coprod: assessment/1\n")).toBeUndefined();
    expect(await kindOnDisk("<p>coprod: assessment/1</p>")).toBeUndefined();
    expect(await kindOnDisk("")).toBeUndefined();
  });
});
