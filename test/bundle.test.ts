import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type Bundle, bundle, type Chunk } from "../build/bundle.js";
import { PACKAGE_FOLDER } from "./support/context.ts";
import { readText } from "./support/imports.ts";

let built: Bundle;
beforeAll(async () => {
  built = await bundle();
});

/** The chunk made for a file of the source, and all that is run with it. */
function runWith(entry: string): readonly Chunk[] {
  const first = built.chunks.find((chunk) => chunk.entry === entry);
  if (first === undefined) throw new Error(`Nothing was made for ${entry}.`);
  const found = new Set([first]);
  for (const { imports } of found) {
    for (const chunk of built.chunks) if (imports.includes(chunk.id)) found.add(chunk);
  }
  return [...found];
}

/** Bytes that each package has in the chunks. */
function packagesIn(chunks: readonly Chunk[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { input, bytes } of chunks.flatMap(({ inputs }) => inputs)) {
    const [, owner] = /node_modules\/((?:@[^/]+\/)?[^/]+)\//u.exec(input) ?? [];
    if (owner !== undefined && bytes > 0) found.set(owner, (found.get(owner) ?? 0) + bytes);
  }
  return found;
}

describe("the first file of the program", () => {
  it("brings commander and no other package, so that help comes at once", () => {
    const inFile = built.chunks.filter(({ file }) => file === "coprod.js");
    expect([...packagesIn(inFile).keys()]).toEqual(["commander"]);
  });

  it("needs no second file", () => {
    const files = runWith("src/main.ts").map(({ file }) => file);
    expect([...new Set(files)]).toEqual(["coprod.js"]);
  });
});

interface Command {
  readonly name: string;
  readonly without: readonly string[];
}

const TALK = ["inquirer", "@inquirer/core", "mute-stream"];

const COMMANDS: readonly Command[] = [
  { name: "assess", without: [...TALK, "handlebars", "syllable"] },
  { name: "score", without: [...TALK, "handlebars", "syllable"] },
  { name: "plan", without: [...TALK, "handlebars", "syllable"] },
  { name: "demo", without: [...TALK, "handlebars", "syllable"] },
  { name: "lint", without: [...TALK, "syllable"] },
  { name: "compare", without: [...TALK, "handlebars", "syllable"] },
  { name: "schema", without: [...TALK, "handlebars", "syllable", "yaml"] },
  { name: "template", without: [...TALK, "handlebars", "syllable", "yaml", "zod"] },
];

/** What a command asks for when it is called, in its own file or in the one that commands share. */
function loadedBy(name: string): readonly Chunk[] {
  const own = onDemand(name);
  const shared = own.shares ? onDemand("command").asked : [];
  return [...own.asked, ...shared].flatMap((path) => runWith(`src/${path}`));
}

function onDemand(name: string) {
  const path = `commands/${name}.ts`;
  const text = readText(path, readFileSync(join(PACKAGE_FOLDER, "src", path), "utf8"));
  const asked = text.imports.filter((each) => each.onDemand).map(({ to }) => to);
  return { asked, shares: text.code.includes("ShowingWarnings(") };
}

describe("a command's first files", () => {
  it.each(COMMANDS)("$name: without $without", ({ name, without }) => {
    const packages = [...packagesIn(loadedBy(name)).keys()];
    expect(packages.filter((each) => without.includes(each))).toEqual([]);
  });
});

describe("the packages in the program", () => {
  const everything = () => packagesIn(built.chunks);

  it("are trimmed to what is used", () => {
    const sizes = everything();
    // Taken whole, zod has 454 kB, yaml 115, js-yaml 72 and inquirer 591.
    expect(sizes.get("zod")).toBeLessThan(130_000);
    expect(sizes.get("yaml")).toBeLessThan(110_000);
    expect(sizes.get("js-yaml")).toBeLessThan(25_000);
    expect([...sizes.keys()]).not.toContain("iconv-lite");
    expect([...sizes.keys()]).not.toContain("@inquirer/external-editor");
  });

  it("are each there once", () => {
    const inputs = built.chunks.flatMap(({ inputs: own }) => own);
    const bringing = inputs.filter(({ bytes }) => bytes > 0).map(({ input }) => input);
    const twice = bringing.filter((input, index) => bringing.indexOf(input) !== index);
    expect(twice.filter((input) => input.includes("node_modules"))).toEqual([]);
  });

  it("stand in the licences with their texts", () => {
    for (const name of everything().keys()) expect(built.licences).toContain(`\n${name} `);
    expect(built.licences).toContain("Permission is hereby granted, free of charge");
    expect(built.licences).toContain("Permission to use, copy, modify, and/or distribute");
  });

  it("name those whose work they are", () => {
    for (const name of everything().keys()) {
      const folder = join(PACKAGE_FOLDER, "node_modules", name);
      const file = readdirSync(folder).find((each) => /^licen[cs]e/iu.test(each));
      const text = file === undefined ? "" : readFileSync(join(folder, file), "utf8");
      const owners = text.match(/^ *Copyright (?!notice|holder).*\S/gimu) ?? [];
      expect(owners.filter((owner) => !built.licences.includes(owner.trim()))).toEqual([]);
    }
  });
});
