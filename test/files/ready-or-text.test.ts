import { describe, expect, it } from "vitest";
import { readyOrText } from "../../src/files/bundled.ts";
import { textMark } from "../../src/util/ready-text.ts";
import { memoryFiles } from "../support/context.ts";

const TEXT = "id: principles\nabout: what we do, together\n";
const PATH = "/charity/principles.yaml";
const BUILT = 1000;

/** The text as it is now, when it was written, and how often it was read. */
function bundled(text: string, written: number | undefined) {
  const files = memoryFiles({ "principles.yaml": text });
  let reads = 0;
  const disk = {
    ...files,
    async read(path: string) {
      reads += 1;
      return files.read(path);
    },
    async stamp(path: string) {
      if (written === undefined) return undefined;
      const time = path === PATH ? written : BUILT;
      return { mark: `${time}`, changed: time, written: time, bytes: text.length };
    },
  };
  const made = async () => ({ mark: textMark(TEXT), bytes: TEXT.length, value: "prepared" });
  return {
    reads: () => reads,
    found: () => readyOrText({ files: disk, packageFolder: "/charity" }, PATH, made),
    foundWithout: () => readyOrText({ files: disk, packageFolder: "/charity" }, PATH, undefined),
  };
}

describe("a prepared value", () => {
  it("is used without a look at the text where that was not written since the build", async () => {
    const file = bundled(TEXT, BUILT);
    expect(await file.found()).toEqual({ ready: "prepared" });
    expect(file.reads()).toBe(0);
  });

  it.each([
    ["written since", BUILT + 1],
    ["on a disk that tells no times", undefined],
  ])("is used for the same text %s", async (_, written) => {
    expect(await bundled(TEXT, written).found()).toEqual({ ready: "prepared" });
  });

  it.each([
    ["a letter is another", TEXT.replace("what", "whet"), BUILT + 1],
    ["two words have changed places", TEXT.replace("we do", "do we"), BUILT + 1],
    ["a line has been added, however long ago", `${TEXT}minutes: 5\n`, BUILT - 1],
    ["nothing but a line end has been added", `${TEXT}\n`, BUILT],
    ["a zero sign stands at the end", `${TEXT}\0`, undefined],
    ["nothing is left", "", undefined],
  ])("is not used where %s", async (_, text, written) => {
    expect(await bundled(text, written).found()).toEqual({ text });
  });

  it("is not there where the build made none", async () => {
    expect(await bundled(TEXT, BUILT).foundWithout()).toEqual({ text: TEXT });
  });
});
