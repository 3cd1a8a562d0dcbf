import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type Bundle, bundle } from "../build/bundle.js";
import { PACKAGE_FOLDER } from "./support/context.ts";

let built: Bundle;
beforeAll(async () => {
  built = await bundle();
});

/** Bytes of each input in some of the files of `dist`. */
function inputsOf(...files: readonly string[]): readonly (readonly [string, number])[] {
  return files.flatMap((file) => {
    const inputs = Object.entries(built.outputs[`dist/${file}`]?.inputs ?? {});
    return inputs
      .map(([input, { bytesInOutput }]) => [input, bytesInOutput] as const)
      .filter(
        ([input, bytes]) => bytes > 0 && !/^(?:elsewhere|found|doors|when-called):/u.test(input),
      );
  });
}

function programFiles(): string[] {
  return [...built.files.keys()].filter((file) => file.endsWith(".js"));
}

/** Bytes that each package has in some of the files. */
function packagesIn(...files: readonly string[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [input, bytes] of inputsOf(...files)) {
    const [, owner] = /node_modules\/((?:@[^/]+\/)?[^/]+)\//u.exec(input) ?? [];
    if (owner !== undefined) found.set(owner, (found.get(owner) ?? 0) + bytes);
  }
  return found;
}

describe("the files of the program", () => {
  it("bring commander and no other package in the first, so that help comes at once", () => {
    expect([...packagesIn("coprod.js").keys()]).toEqual(["commander"]);
  });

  it("bring what most runs do without in files of its own", () => {
    const seldom = ["inquirer", "@inquirer/core", "mute-stream", "yaml"];
    const shared = [...packagesIn("commands.js").keys()];
    expect(shared).toContain("zod");
    expect(shared.filter((name) => seldom.includes(name))).toEqual([]);
    // What fills a template that the build compiled.
    expect(packagesIn("commands.js").get("handlebars")).toBeLessThan(20_000);
    expect([...packagesIn("yaml.js").keys()]).toEqual(["yaml"]);
    expect([...packagesIn("terminal.js").keys()]).toContain("inquirer");
  });

  it("ask for no file that is not there", () => {
    const asked = programFiles().flatMap((file) => [
      ...(built.files.get(file) ?? "").matchAll(/require\("\.\/([^"]+)"\)/gu),
    ]);
    expect(asked.length).toBeGreaterThan(20);
    expect(asked.map(([, file = ""]) => file).filter((file) => !built.files.has(file))).toEqual([]);
  });

  it("hold each module once", () => {
    const inputs = inputsOf(...programFiles()).map(([input]) => input);
    expect(inputs.length).toBeGreaterThan(400);
    expect(inputs.filter((input, index) => inputs.indexOf(input) !== index)).toEqual([]);
  });

  it("keep a command's own modules out of what others read", () => {
    const shared = inputsOf("coprod.js", "commands.js").map(([input]) => input);
    // A few rules speak with words that other rooms use too.
    expect(shared.filter((input) => input.startsWith("src/lint/rules/")).length).toBeLessThan(5);
    expect(inputsOf("lint.js").some(([input]) => input.startsWith("src/lint/rules/"))).toBe(true);
  });
});

describe("the packages in the program", () => {
  const everything = () => packagesIn(...programFiles());

  it("are trimmed to what is used", () => {
    const sizes = everything();
    // Taken whole, zod has 454 kB, yaml 115, js-yaml 72 and inquirer 591.
    expect(sizes.get("zod")).toBeLessThan(70_000);
    expect(sizes.get("yaml")).toBeLessThan(110_000);
    expect(sizes.get("js-yaml")).toBeLessThan(45_000);
    expect([...sizes.keys()]).not.toContain("iconv-lite");
    expect([...sizes.keys()]).not.toContain("@inquirer/external-editor");
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
