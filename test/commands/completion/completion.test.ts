import { readdirSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { describe, expect, it } from "vitest";
import type { Declare } from "../../../src/commands/command.ts";
import { SHELLS } from "../../../src/commands/completion/completion.ts";
import { offersByName, readTree, withAllBelow } from "../../../src/commands/completion/tree.ts";
import { PACKAGE_FOLDER, runInMemory } from "../../support/context.ts";

describe("coprod completion", () => {
  it.each(SHELLS)("prints the script for %s and nothing else", async (shell) => {
    const { exitCode, stdout, stderr } = await runInMemory(["completion", shell]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(stdout).toContain(`Made by "coprod completion ${shell}"`);
    expect(stdout.slice(-2)).toMatch(/\S\n/u);
    // Windows PowerShell reads other programs' output in an old character set.
    expect(stdout).toMatch(/^[\n -~]+$/u);
  });

  it("suggests the shell that was meant", async () => {
    const { exitCode, stdout, stderr } = await runInMemory(["completion", "fihs"]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain('There is no completion for "fihs".');
    expect(stderr).toContain('Did you mean "fish"?');
  });

  it("asks for the shell where none is named, and says where to read on", async () => {
    const { exitCode, stdout, stderr } = await runInMemory(["completion"]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain("Say which shell you use.");
    expect(stderr).toContain("bash, zsh, fish, powershell");
    expect(stderr).toContain("coprod completion --help");
  });

  it.each(SHELLS)("tells in its help how to set up %s, within 80 columns", async (shell) => {
    const { stdout } = await runInMemory(["completion", "--help"]);
    const setUp = stdout.slice(0, stdout.indexOf("Examples:"));
    expect(setUp).toContain(`coprod completion ${shell}`);
    expect(stdout.split("\n").filter((line) => line.length > 80)).toEqual([]);
  });
});

describe("what completion knows of the commands", () => {
  it("has a word or a kind of file for each place and option that takes something", async () => {
    const offers = offersByName({ rubrics: ["a-rubric"], rules: ["a/rule"] });
    const asked = new Set<string>();
    const has = (name: string) => asked.add(name) && offers.has(name);
    readTree(await declaredCommands(), { has, get: (name) => offers.get(name) });
    // A name alone is asked for last, where no option or command stands before it.
    const unknown = [...asked].filter((name) => !name.includes(" ") && !offers.has(name));
    expect(asked.size).toBeGreaterThan(20);
    expect(unknown).toEqual([]);
  });

  it("offers, beside a command's own options, those that hold everywhere", async () => {
    const program = (await declaredCommands())
      .version("1.2.3")
      .option("--debug", "show technical details");
    const all = withAllBelow(readTree(program, new Map()));
    const longNames = (path: string) =>
      all.find((command) => command.path === path)?.options.map(({ long }) => long);
    expect(longNames("rubric list")).toEqual(["--help", "--debug"]);
    expect(longNames("")).toEqual(["--version", "--debug", "--help"]);
  });

  it("takes the words of a place from its choices, and of help from the commands beside it", () => {
    const program = new Command("coprod").helpCommand("help [command]", "show help");
    program.command("bake <cake>");
    program.command("eat");
    const { commands } = readTree(
      program,
      new Map([["cake", { words: ["sponge"], files: "none" }]]),
    );
    const places = Object.fromEntries(
      commands.map(({ name, places: all }) => [name, all[0]?.words]),
    );
    expect(places).toEqual({ bake: ["sponge"], eat: undefined, help: ["bake", "eat"] });
  });
});

/** Every command as its file declares it. */
async function declaredCommands(): Promise<Command> {
  const program = new Command("coprod");
  const folder = join(PACKAGE_FOLDER, "src", "commands");
  const names = readdirSync(folder).filter((name) =>
    /(?<!command|program|failure|start-page)\.ts$/u.test(name),
  );
  expect(names.length).toBeGreaterThan(10);
  for (const path of [...names, "completion/completion.ts"]) {
    const loaded: Readonly<Record<string, unknown>> = await import(join(folder, path));
    const name = Object.keys(loaded).find((each) => each.startsWith("declare"));
    (loaded[name ?? ""] as Declare)(program, async () => undefined);
  }
  return program;
}
