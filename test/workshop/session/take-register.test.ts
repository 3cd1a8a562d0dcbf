import { readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { beforeAll, describe, expect, it } from "vitest";
import { memoryFiles, PACKAGE_FOLDER, runInMemory } from "../../support/context.ts";

const EXAMPLE = readFileSync(join(PACKAGE_FOLDER, "docs/examples/river-house.yaml"), "utf8");
const PATH = "/charity/our.yaml";
const REGISTER = "our-actions.csv";
const now = () => new Date("2027-01-05T09:00:00Z");

let made: string[][] = [];

beforeAll(async () => {
  const { files } = await runInMemory(["actions", "our.yaml", "--format", "csv"], {
    files: memoryFiles({ "our.yaml": EXAMPLE }),
    now,
  });
  const text = (files.texts.get(`/charity/${REGISTER}`) ?? "").replace(/^\ufeff/u, "").trim();
  made = Papa.parse<string[]>(text).data;
});

type Cells = Readonly<Record<string, string>>;

/** The register with other words in some cells, by the number of the action and the name of the column. */
function register(changes: Readonly<Record<string, Cells>>, added: readonly Cells[] = []): string {
  const [names = [], ...rows] = made;
  const changed = rows.map((row) =>
    row.map((cell, at) => changes[row[0] ?? ""]?.[names[at] ?? ""] ?? cell),
  );
  const more = added.map((cells) => names.map((name) => cells[name] ?? ""));
  return Papa.unparse([names, ...changed, ...more]);
}

function take(text: string, argv: readonly string[] = ["--yes"], more: object = {}) {
  const files = memoryFiles({ "our.yaml": EXAMPLE, [REGISTER]: text });
  return runInMemory(["actions", "our.yaml", "--from", REGISTER, ...argv], { files, now, ...more });
}

describe("a register that comes back", () => {
  it("changes nothing where nothing was changed in it", async () => {
    const { stdout, files, exitCode } = await take(register({}));
    expect(stdout).toBe(`Nothing in ${REGISTER} has changed.\n`);
    expect(exitCode).toBe(0);
    expect(files.texts.get(PATH)).toBe(EXAMPLE);
  });

  it("shows each change in words, asks, and saves through the one door", async () => {
    const text = register({
      1: { Cost: "£1,250.50", "How far": "done", "Did it help?": "Too early to say" },
      3: { By: "30/04/2027", "Who leads": "" },
    });
    const { stdout, files } = await take(text, [], { interactive: true, lines: ["y"] });
    expect(stdout).toContain("Cost: £1,250.50 (was: £600)");
    expect(stdout).toContain("How far: Done (was: Under way)");
    expect(stdout).toContain("By: 30 April 2027 (was: March 2027)");
    expect(stdout).toContain("Who leads: nothing (was: Chair)");
    expect(stdout).toContain("Saved in our.yaml");
    const saved = files.texts.get(PATH) ?? "";
    expect(saved).toContain("cost: 1250.5");
    expect(saved).toContain("helped: too-early");
    expect(saved).toContain("by: 2027-04-30");
    expect((await runInMemory(["lint", "our.yaml"], { files })).stdout).not.toContain(" error: ");
  });

  it.each([
    ["n", { interactive: true, lines: ["n"] }, 0],
    ["nobody to ask", {}, 2],
  ])("saves nothing with %s", async (_, more, code) => {
    const { exitCode, files, stdout, stderr } = await take(
      register({ 1: { Cost: "9" } }),
      [],
      more,
    );
    expect(exitCode).toBe(code);
    expect(stdout).toContain("Cost: £9 (was: £600)");
    expect(stdout + stderr).toContain("Nothing has been saved.");
    expect(files.texts.get(PATH)).toBe(EXAMPLE);
  });

  it("takes a row without a number for a new action, once", async () => {
    const text = register({}, [{ "What to do": "Ask the council", By: "March 2027", Hours: "2" }]);
    const { stdout, files } = await take(text);
    expect(stdout).toMatch(/New:\n {2}- 5: Ask the council\n {4}By: March 2027\n {4}Hours: 2\n/u);
    expect(files.texts.get(PATH)).toMatch(
      /id: a5,? ?[\s\S]*do: Ask the council|do: Ask the council/u,
    );
    const again = await runInMemory(["actions", "our.yaml", "--from", REGISTER, "--yes"], {
      files,
      now,
    });
    expect(again.stdout).toContain("is action 5 already");
    expect(again.stdout).not.toContain("New:");
  });

  it("does nothing to an action whose row was taken out, and says so", async () => {
    const text = Papa.unparse(made.filter(([number]) => number !== "2"));
    const { stdout, files } = await take(text);
    expect(stdout).toContain("Action 2 is not in the register. Nothing happens to it.");
    expect(files.texts.get(PATH)).toBe(EXAMPLE);
  });

  it("leaves alone what only the assessment changed, and tells what both did", async () => {
    const files = memoryFiles({
      "our.yaml": EXAMPLE,
      [REGISTER]: register({ 1: { Cost: "700" }, 2: { "Who leads": "Chair" } }),
    });
    const run = (...argv: readonly string[]) =>
      runInMemory(["actions", "our.yaml", ...argv], { files, now });
    await run("--set", "1", "--cost", "800", "--by", "2027-05");
    const { stdout } = await run("--from", REGISTER, "--yes");
    expect(stdout.replace(/\s+/gu, " ")).toContain(
      "H2 (Cost): changed in both. The register says: £700. The assessment says: £800.",
    );
    const saved = files.texts.get(PATH) ?? "";
    expect(saved).toContain("cost: 800");
    expect(saved).toContain("by: 2027-05\n");
    expect(saved).toMatch(/id: a2[\s\S]*?who: Chair/u);
  });

  it("tells all that is wrong at once with row and column, and saves nothing", async () => {
    const [names = [], ...rows] = made;
    const at = (name: string) => names.indexOf(name);
    const changed = rows.map((row) => [...row, ""]);
    const set = (row: number, name: string, cell: string) => {
      (changed[row] as string[])[at(name)] = cell;
    };
    set(0, "Number", "9");
    set(1, "By", "soon");
    set(1, "Cost", "a lot");
    set(1, "Hours", "1,5");
    set(1, "How far", "Dropped");
    set(2, "Number", "2");
    set(3, "Funded", "perhaps");
    (changed[3] as string[])[names.length] = "x";
    const text = Papa.unparse([[...names, "Notes"], ...changed]);
    const { exitCode, stderr, stdout, files } = await take(text);
    expect(exitCode).toBe(1);
    expect(stdout).toBe("");
    for (const words of [
      "S1: a register has no column “Notes”",
      "A2: there is no action “9”",
      "D3 (By): “soon” is no date",
      "H3 (Cost): “a lot” is no number",
      "J3 (Hours): “1,5” is no number",
      "O3: why is it dropped?",
      "A4: action 2 has a row already, row 3",
      "I5 (Funded): “perhaps” is none of these: Yes and No",
      "Nothing has been saved.",
    ])
      expect(stderr).toContain(words);
    expect(files.texts.get(PATH)).toBe(EXAMPLE);
  });

  it("sees that two numbers were exchanged", async () => {
    const { stderr } = await take(register({ 1: { Number: "2" }, 2: { Number: "1" } }));
    expect(stderr).toContain("A2: this row was action 1 when the register was made.");
    expect(stderr).toContain("A3: this row was action 2 when the register was made.");
  });

  it.each([
    ["a column is missing", "What to do\nx\n", "the column “Number” is missing"],
    ["a column stands there twice", "Number,What to do,By,By\n1,x,,\n", "two columns called “By”"],
    ["words are gone", "Number,What to do\n1,\n", "an action needs words"],
    ["it is empty", "\n", "the column “Number” is missing"],
  ])("is refused where %s", async (_, text, words) => {
    const { stderr, files } = await take(text);
    expect(stderr).toContain(words);
    expect(files.texts.get(PATH)).toBe(EXAMPLE);
  });

  it("warns of a name", async () => {
    const { stderr } = await take(register({ 1: { "Who leads": "Maria" } }));
    expect(stderr).toContain('"Maria" looks like somebody\'s name.');
  });
});

describe("a register that is made", () => {
  it("takes the place of an older one, but not of one that was changed", async () => {
    const files = memoryFiles({ "our.yaml": EXAMPLE });
    const run = (...argv: readonly string[]) =>
      runInMemory(["actions", "our.yaml", ...argv], { files, now });
    for (const format of ["xlsx", "csv", "ics", "md"]) {
      expect((await run("--format", format)).exitCode, format).toBe(0);
      expect((await run("--format", format)).stdout, format).toContain(`our-actions.${format}`);
    }
    files.texts.set(`/charity/${REGISTER}`, register({ 1: { Cost: "700" } }));
    const refused = await run("--format", "csv");
    expect(refused.exitCode).toBe(2);
    expect(refused.stderr).toContain("somebody has changed it since");
    expect((await run("--format", "csv", "--force")).exitCode).toBe(0);
    expect((await run("--format", "csv", "-o", "our.yaml")).exitCode).toBe(2);
    expect(files.texts.get(PATH)).toBe(EXAMPLE);
  });

  it("prints numbers as numbers, and days beside their words", async () => {
    const { stdout } = await runInMemory(["actions", "our.yaml", "--format", "json"], {
      files: memoryFiles({ "our.yaml": EXAMPLE }),
      now,
    });
    const [first] = JSON.parse(stdout).actions;
    expect(first).toMatchObject({ number: "1", amount: 600, hours: 6, status: "doing" });
    expect(first.by).toEqual({ text: "31 January 2027", iso: "2027-01-31" });
  });

  it.each([
    [["--format", "xlsx", "-o", "-"], "can't be printed"],
    [["--format", "csv", "-o", "a.xlsx"], "don't go together"],
    [["-o", "a.doc"], "ends in .doc"],
    [["--format", "csv", "--from", "x.csv"], "Type the command once for each"],
    [["--from", "x.csv", "--done", "1"], "Type the command once for each"],
  ])("refuses %j in words", async (argv, words) => {
    const { exitCode, stderr } = await runInMemory(["actions", "our.yaml", ...argv], {
      files: memoryFiles({ "our.yaml": EXAMPLE }),
      now,
    });
    expect(exitCode).toBe(2);
    expect(stderr).toContain(words);
  });

  it("holds only those that are asked for", async () => {
    const { stdout } = await runInMemory(["actions", "our.yaml", "--late", "--format", "json"], {
      files: memoryFiles({ "our.yaml": EXAMPLE }),
      now,
    });
    expect(JSON.parse(stdout).actions.map(({ number }: { number: string }) => number)).toEqual([
      "2",
    ]);
  });
});
