import { describe, expect, it } from "vitest";
import { FileError } from "../../../src/platform/errors.ts";
import type { MemoryFiles } from "../../support/context.ts";
import { begun, OUR, sit } from "../../support/workshop.ts";

const WHOLE =
  "coprod: assessment/1\ntitle: Ours\nrubrics: [{ id: principles, file: ./principles.yaml }]\n";
const BOMB = [
  "coprod: assessment/1",
  "a: &a [x,x,x,x,x,x,x,x,x]",
  ..."bcdefghi".split("").map((name, index) => {
    const before = `*${"abcdefgh"[index]}`;
    return `${name}: &${name} [${Array(9).fill(before).join(",")}]`;
  }),
  "title: *i",
  "",
].join("\n");

const DAMAGED: readonly (readonly [string, string])[] = [
  ["a tab for an indent", `${WHOLE}answers:\n\tprinciples/power: { answer: usual }\n`],
  ["its second half missing", WHOLE.slice(0, 50)],
  ["the marks of a merge", `${WHOLE}<<<<<<< HEAD\nstarted: 2026-11-21\n=======\n>>>>>>> theirs\n`],
  ["the same key twice", `${WHOLE}title: Again\n`],
  ["nothing in it", ""],
  ["only a comment in it", "# nothing\n"],
  ["an alias bomb in it", BOMB],
];

async function damaged(text: string): Promise<MemoryFiles> {
  const files = await begun(["2"]);
  files.texts.set(OUR, text);
  return files;
}

describe("row 25: a file that was damaged", () => {
  it.each(DAMAGED)(
    "row 25: with %s is named with a line, the last good copy is offered, and nothing is written over",
    async (_, text) => {
      const files = await damaged(text);
      const stopped = await sit(["what?", "q"], { files });
      expect(stopped.exitCode).toBe(0);
      expect(stopped.said).toMatch(/line \d+/u);
      expect(stopped.said).toContain("The last good copy is from");
      expect(stopped.text).toBe(text);
      const used = await sit(["u", "s", "q"], { files });
      expect(used.exitCode).toBe(0);
      expect(used.text).toContain("answer: in-places");
      expect(files.texts.get(`${OUR}.damaged`)).toBe(text);
    },
  );

  it.each([
    ["bytes that are no text", "not-text"],
    ["50 MB", "too-large"],
  ] as const)("row 25: of %s is offered its last good copy too, and is kept", async (_, fault) => {
    const files = await damaged("damaged");
    const read = files.read.bind(files);
    files.read = async (path) => {
      if (files.texts.get(path) === "damaged" && path === OUR) throw new FileError(path, fault);
      return read(path);
    };
    const { exitCode, text } = await sit(["u", "s", "q"], { files });
    expect(exitCode).toBe(0);
    expect(text).toContain("answer: in-places");
    expect(files.texts.get(`${OUR}.damaged`)).toBe("damaged");
  });

  it.each(DAMAGED)("row 25: with %s and without a copy is left alone", async (_, text) => {
    const files = await damaged(text);
    for (const path of files.texts.keys()) if (path.endsWith(".bak")) files.texts.delete(path);
    const { exitCode, stderr, said } = await sit(["q"], { files });
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/our\.yaml:\d+:\d+ error/u);
    expect(said).toBe("");
    expect(files.texts.get(OUR)).toBe(text);
  });

  it.each([
    ["a byte order mark", (text: string) => `\uFEFF${text}`],
    ["the line ends of Windows", (text: string) => text.replaceAll("\n", "\r\n")],
  ])("row 25: with %s is no damage, and keeps every answer", async (_, change) => {
    const files = await begun(["2"]);
    files.texts.set(OUR, change(files.texts.get(OUR) ?? ""));
    const { exitCode, said, text } = await sit(["s", "", "3", "q"], { files });
    expect(exitCode).toBe(0);
    expect(said).not.toContain("could not read");
    expect(text).toMatch(/answer: in-places[\s\S]*answer: usual/u);
  });

  it("row 25: with a zero byte in it is refused, with its line", async () => {
    const text = `${WHOLE}covers: a\0b\n`;
    const files = await damaged(text);
    const { said } = await sit(["q"], { files });
    expect(said).toMatch(/line \d+/u);
    expect(files.texts.get(OUR)).toBe(text);
  });
});

describe("row 26: a file of a newer coprod", () => {
  it.each(["assessment/2", "assessment/10"])(
    "row 26: %s is refused and stays as it is",
    async (format) => {
      const text = `coprod: ${format}\ntitle: Ours\nmood: good\n`;
      const files = await damaged(text);
      const { exitCode, stderr, said } = await sit(["u", "y"], { files });
      expect({ exitCode, said }).toEqual({ exitCode: 1, said: "" });
      expect(stderr).toContain("newer coprod");
      expect(files.texts.get(OUR)).toBe(text);
    },
  );
});
