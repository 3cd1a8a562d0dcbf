import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { messages } from "../../src/workshop/messages/messages.ts";
import { PACKAGE_FOLDER } from "../support/context.ts";

const ROOM = join(PACKAGE_FOLDER, "src", "workshop");
const PARTS = Object.keys(messages);
const SCREENS = readdirSync(join(ROOM, "screens"));

/** The code of a file without comments and imports. */
function codeOf(path: string): string {
  return readFileSync(path, "utf8")
    .replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gmu, "")
    .replace(/^import[\s\S]*?;$/gmu, "");
}

/** What is written in quotation marks and has three words or more of its own. */
function sentencesIn(code: string): readonly string[] {
  const texts = [...code.matchAll(/"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/gu)].map(
    ([, plain, template]) => (plain ?? template ?? "").replace(/\$\{[^}]*\}/gu, " "),
  );
  return texts.filter(
    (text) => (text.match(/(?<![\w-])[A-Za-z’']{2,}[.,:;!?]?(?= |$)/gu) ?? []).length > 2,
  );
}

/** `part.key` of each message that a file of the room, or the preview of the same pages, says. */
const SAID = new Set(
  readdirSync(ROOM, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !path.includes("english"))
    .map((path) => join(ROOM, path))
    .concat(join(PACKAGE_FOLDER, "src", "rubric", "text", "rubric-preview.ts"))
    .flatMap((path) => saidIn(codeOf(path))),
);

/** By its full name, by a short name for the part, or taken out of either. */
function saidIn(code: string): readonly string[] {
  const short = [...code.matchAll(/const (\w+) = messages\.(\w+);/gu)];
  return [
    ...short.map(([, name, part]) => [name, part]),
    ...PARTS.map((part) => [`messages.${part}`, part]),
  ]
    .map(([name = "", part = ""]) => ({ name: name.replace(".", "\\."), part }))
    .flatMap(({ name, part }) => {
      const named = [...code.matchAll(new RegExp(`(?<!\\w|\\w\\.)${name}\\??\\.(\\w+)`, "gu"))];
      const taken = [...code.matchAll(new RegExp(`const \\{([^}]*)\\} = ${name};`, "gu"))];
      const keys = [
        ...named.map(([, key]) => key),
        ...taken.flatMap(([, keys = ""]) => keys.split(/[\s,]+/u)),
      ];
      return keys.map((key) => `${part}.${key}`);
    });
}

describe("the words of the talk", () => {
  it("are found where they stand in the code of a screen", () => {
    expect(sentencesIn('say("Nothing is chosen yet.")')).toHaveLength(1);
    expect(sentencesIn("say(`Everybody can pass here.`)")).toHaveLength(1);
  });

  it.each(SCREENS)("stand in the messages, and none in %s", (name) => {
    const code = codeOf(join(ROOM, "screens", name)).replace(/throw new Error\([^;]*;/gu, "");
    expect(sentencesIn(code)).toEqual([]);
  });

  it.each(Object.entries(messages))("are all said, of the part %s", (name, part) => {
    const unused = Object.keys(part).filter((key) => !SAID.has(`${name}.${key}`));
    expect(unused).toEqual([]);
  });
});
