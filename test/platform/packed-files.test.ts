import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { packedFiles } from "../../src/platform/packed-files.ts";
import { memoryFiles } from "../support/context.ts";

const FOLDER = join("/", "program", "package");
const TEXTS: Readonly<Record<string, string>> = {
  "rubrics/a.yaml": "a",
  "rubrics/b.yaml": "b",
  "templates/partials/c.hbs": "c",
};

const files = packedFiles(memoryFiles({ "ours.yaml": "ours" }), FOLDER, {
  names: Object.keys(TEXTS),
  text: (name) => TEXTS[name] ?? "",
  worker: () => "",
});

describe("the files inside the single-file program", () => {
  it("are read by their paths below the package's folder", async () => {
    expect(await files.read(join(FOLDER, "rubrics", "b.yaml"))).toBe("b");
    expect(String(await files.readBytes(join(FOLDER, "templates", "partials", "c.hbs")))).toBe("c");
  });

  it("are listed folder by folder", async () => {
    expect(await files.list(FOLDER)).toEqual([
      { name: "rubrics", kind: "folder" },
      { name: "templates", kind: "folder" },
    ]);
    expect(await files.list(join(FOLDER, "rubrics"))).toEqual([
      { name: "a.yaml", kind: "file" },
      { name: "b.yaml", kind: "file" },
    ]);
    expect(await files.kind(join(FOLDER, "templates", "partials"))).toBe("folder");
  });

  it("leave all other files to the disk", async () => {
    expect(await files.read("/charity/ours.yaml")).toBe("ours");
    expect(await files.kind(join(FOLDER, "rubrics", "none.yaml"))).toBe("missing");
    await expect(files.read(join(FOLDER, "rubrics"))).rejects.toMatchObject({ fault: "folder" });
  });
});
