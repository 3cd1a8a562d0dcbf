import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { shareSchema } from "../../src/together/schema.ts";
import { memoryFiles, PACKAGE_FOLDER, runInMemory } from "../support/context.ts";

const EXAMPLE = readFileSync(join(PACKAGE_FOLDER, "docs/examples/river-house.yaml"), "utf8");
const SHARE = "/charity/our-share.json";

function share(argv: readonly string[], files = memoryFiles({ "our.yaml": EXAMPLE }), more = {}) {
  return runInMemory(["share", "our.yaml", ...argv], { files, ...more });
}

describe("coprod share", () => {
  it("shows all of it in words, then writes it, and keeps the id in the assessment", async () => {
    const { exitCode, stdout, files } = await share(["--yes"]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain("Do people with lived experience share in making the decisions");
    expect(stdout.replace(/\s+/gu, " ")).toContain(
      "people differ, between Not yet and Usual practice (4 levels)",
    );
    expect(stdout).toContain("Nothing was sent.");
    const written = JSON.parse(files.texts.get(SHARE) ?? "");
    expect(shareSchema.safeParse(written).success).toBe(true);
    const text = files.texts.get("/charity/our.yaml") ?? "";
    expect(text.replace(/^id: .*\n/mu, "")).toBe(EXAMPLE);
    expect(text).toContain(`id: ${written.id}\n`);
    expect(written).toMatchObject({ quarter: "2026-Q4", size: null, region: null });
  });

  it("makes the id once", async () => {
    const { files } = await share(["--yes"]);
    const first = files.texts.get(SHARE);
    const random = () => new Uint8Array(26).fill(9);
    const { exitCode } = await share(["--yes"], files, { random });
    expect(exitCode).toBe(0);
    expect(files.texts.get(SHARE)).toBe(first);
  });

  it("says nothing of anybody: no title, note, role, day or vote", async () => {
    const { files } = await share(["--yes"]);
    const text = files.texts.get(SHARE) ?? "";
    const parsed = JSON.parse(text) as Record<string, unknown>;
    expect(Object.keys(parsed)).toEqual(Object.keys(shareSchema.def.shape));
    expect(text).not.toMatch(/River House|2026-1|women|lived-experience|Chair|staff/u);
  });

  it("leaves out questions without levels, says so, and can be counted", async () => {
    const kinds = readFileSync(
      join(PACKAGE_FOLDER, "docs/examples/rubrics/many-kinds.yaml"),
      "utf8",
    );
    const given = (at: number) => `coprod: assessment/1
title: Our charity
started: 2026-11-02
rubrics: [{ id: many-kinds, file: ./kinds.yaml }]
people: [{ group: staff, name: Staff, present: 4 }]
answers:
  many-kinds/pays: { answer: "${at % 2 === 0 ? "yes" : "no"}" }
  many-kinds/how-much: { answer: given, number: 12 }
  many-kinds/covered: { answer: given, chosen: [fares] }
  many-kinds/told: { answer: given, chosen: [letter, call] }
`;
    const files = memoryFiles({ "shares/kinds.yaml": kinds, "kinds.yaml": kinds });
    let said = "";
    for (let at = 0; at < 16; at++) {
      const random = () => new Uint8Array(26).fill(at);
      files.texts.set("/charity/our.yaml", given(at));
      const ran = await share(["--yes", "-o", `shares/${at}.json`], files, { random });
      said = ran.stdout.replace(/\s+/gu, " ");
    }
    expect(said).toContain(
      "How many pounds an hour do we pay?: has no levels, so its answer stays",
    );
    const text = files.texts.get("/charity/shares/3.json") ?? "";
    expect(shareSchema.safeParse(JSON.parse(text)).success).toBe(true);
    expect(text).not.toMatch(/how-much|many-kinds\/told|letter/u);
    const { stdout, stderr } = await runInMemory(["together", "shares", "-f", "json"], { files });
    expect(stderr).toBe("");
    const [{ charities, sections }] = JSON.parse(stdout).rubrics;
    expect(charities).toBe(15);
    expect(sections[0].questions.map(({ key }: { key: string }) => key)).toEqual([
      "many-kinds/pays",
      "many-kinds/on-time",
      "many-kinds/covered",
    ]);
  });

  it("puts in the charity's size and region only where they are typed", async () => {
    const { files } = await share(["--yes", "--size", "under-10k", "--region", "wales"]);
    const written = JSON.parse(files.texts.get(SHARE) ?? "");
    expect(written).toMatchObject({ size: "under-10k", region: "wales" });
    expect((await share(["--yes", "--region", "Sherwood"])).exitCode).toBe(2);
  });

  it.each([
    [["y"], 0, true],
    [["perhaps", "yes"], 0, true],
    [["n"], 0, false],
    [["q"], 0, false],
    [[], 0, false],
  ])("asks, and after %j ends with %i: written is %j", async (lines, code, isWritten) => {
    const { exitCode, stdout, files } = await share([], undefined, { interactive: true, lines });
    expect(exitCode).toBe(code);
    expect(stdout).toContain("Write this file?");
    expect(files.texts.has(SHARE)).toBe(isWritten);
    expect((files.texts.get("/charity/our.yaml") ?? "").includes("\nid: ")).toBe(isWritten);
  });

  it("writes nothing where nobody can be asked", async () => {
    const { exitCode, stderr, files } = await share([]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("--yes");
    expect([...files.texts.keys()]).toEqual(["/charity/our.yaml"]);
  });

  it("never takes the place of a file that is something else", async () => {
    const files = memoryFiles({ "our.yaml": EXAMPLE, "our-share.json": '{"mine": 1}' });
    const { exitCode, stderr } = await share(["--yes"], files);
    expect({ exitCode, text: files.texts.get(SHARE) }).toEqual({
      exitCode: 2,
      text: '{"mine": 1}',
    });
    expect(stderr).toContain("it is not a file that coprod share made");
  });

  it("leaves an assessment alone that is open elsewhere", async () => {
    const files = memoryFiles({ "our.yaml": EXAMPLE });
    await share(["--yes"], files);
    expect([...files.texts.keys()].filter((name) => name.includes("lock"))).toEqual([]);
  });

  it("keeps the id for the next assessment of the same charity", async () => {
    const { files } = await share(["--yes"]);
    const { id } = JSON.parse(files.texts.get(SHARE) ?? "");
    const lines = ["", "", "", "", "q", "q", "q"];
    const later = { files, lines, interactive: true };
    await runInMemory(["assess", "next.yaml", "--from", "our.yaml", "--plain"], later);
    const next = [...files.texts].filter(([name]) => /next\.yaml$/u.test(name));
    expect(next.map(([, text]) => text.includes(`id: ${id}`))).toEqual([true]);
  });
});
