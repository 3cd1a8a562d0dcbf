import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { planWords } from "../src/plan/messages/messages.ts";
import { messages } from "../src/workshop/messages/messages.ts";
import { PACKAGE_FOLDER } from "./support/context.ts";

/** The rooms that print for people, each with its catalogue and with what in it prints nothing. */
const ROOMS = [
  {
    room: "workshop",
    name: "messages",
    messages,
    folder: "screens",
    besides: ["../rubric/text/rubric-preview.ts"],
  },
  // Shapes are for whoever writes a template; `text/` says to whoever runs the command what is better not sent.
  {
    room: "plan",
    name: "planWords",
    messages: planWords,
    folder: "",
    except: /^(?:schema|text)\//u,
  },
] as const satisfies readonly Room[];

interface Room {
  readonly room: string;
  /** Under which its files know the catalogue. */
  readonly name: string;
  readonly messages: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** What of the room may hold no sentence of its own. */
  readonly folder: string;
  readonly except?: RegExp;
  /** Files of other rooms that say its sentences. */
  readonly besides?: readonly string[];
}

function filesOf({ room, folder, except = /^$/u }: Room): readonly string[] {
  const top = join(PACKAGE_FOLDER, "src", room, folder);
  return readdirSync(top, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".ts") && !/(?:^|\/)messages\//u.test(path))
    .filter((path) => !except.test(path))
    .map((path) => join(top, path));
}

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

/** `part.key` of each message that a file of the room says. */
function saidBy({ room, name, messages, besides = [] }: Room): ReadonlySet<string> {
  const top = join(PACKAGE_FOLDER, "src", room);
  const own = readdirSync(top, { recursive: true, encoding: "utf8" }).filter(
    (path) => path.endsWith(".ts") && !path.includes("english"),
  );
  return new Set(
    [...own, ...besides].flatMap((path) =>
      saidIn(codeOf(join(top, path)), name, Object.keys(messages)),
    ),
  );
}

/** By its full name, by a short name for the part, or taken out of either. */
function saidIn(code: string, catalogue: string, parts: readonly string[]): readonly string[] {
  const short = [...code.matchAll(new RegExp(`const (\\w+) = ${catalogue}\\.(\\w+);`, "gu"))];
  return [
    ...short.map(([, name, part]) => [name, part]),
    ...parts.map((part) => [`${catalogue}.${part}`, part]),
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

it("finds a sentence where it stands in the code", () => {
  expect(sentencesIn('say("Nothing is chosen yet.")')).toHaveLength(1);
  expect(sentencesIn("say(`Everybody can pass here.`)")).toHaveLength(1);
});

describe.each<Room>(ROOMS)("the words of the room $room", (room) => {
  it.each(filesOf(room))("stand in the messages, and none in %s", (path) => {
    const code = codeOf(path).replace(/throw new Error\([^;]*;/gu, "");
    expect(sentencesIn(code)).toEqual([]);
  });

  it.each(Object.entries(room.messages))("are all said, of the part %s", (name, part) => {
    const said = saidBy(room);
    expect(Object.keys(part).filter((key) => !said.has(`${name}.${key}`))).toEqual([]);
  });
});
