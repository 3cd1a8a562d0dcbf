import { describe, expect, it } from "vitest";
import { goodCopies, keepCopy } from "../../src/files/backups.ts";
import { memoryFiles, runInMemory } from "../support/context.ts";

const OUR = "/charity/our.yaml";

function text(...answers: readonly string[]): string {
  const lines = answers.map((key) => `  principles/${key}: { answer: usual }`);
  return `coprod: assessment/1\ntitle: T\nrubrics: [{ id: principles }]\nanswers:\n${lines.join("\n")}\n`;
}

const ONE = text("power-talked-about");
const TWO = text("power-talked-about", "plain-words");

describe("the copies of an assessment", () => {
  it("are kept by the order of their making, though the clock went back", async () => {
    const files = memoryFiles({ "our.yaml": ONE });
    for (let day = 1; day <= 5; day++)
      files.texts.set(`/charity/.our.yaml.2036-01-0${day}T000000Z.bak`, ONE);
    await keepCopy({ files }, OUR, { began: "2026-11-30T10:00:00Z", text: TWO });
    const [newest] = await goodCopies({ files }, OUR);
    expect(newest).toMatchObject({ from: "2026-11-30T10:00:00Z", text: TWO, number: 1 });
    await keepCopy({ files }, OUR, { began: "2026-11-30T09:00:00Z", text: ONE });
    expect((await goodCopies({ files }, OUR))[0]?.from).toBe("2026-11-30T09:00:00Z");
  });

  it("are one for each session, and the newest five with one from before that day", async () => {
    const files = memoryFiles({ "our.yaml": ONE });
    await keepCopy({ files }, OUR, { began: "2026-11-29T10:00:00Z", text: ONE });
    for (let hour = 10; hour < 20; hour++)
      for (const each of [ONE, TWO])
        await keepCopy({ files }, OUR, { began: `2026-11-30T${hour}:00:00Z`, text: each });
    const copies = await goodCopies({ files }, OUR);
    expect(copies.map(({ from }) => from.slice(8, 13))).toEqual([
      ...["30T19", "30T18", "30T17", "30T16", "30T15"],
      "29T10",
    ]);
    expect(copies[0]?.text).toBe(TWO);
  });
});

describe("coprod restore", () => {
  const copy = "/charity/.our.yaml.0001.2026-11-20T100000Z.bak";

  it("lists the copies with what differs, and changes nothing", async () => {
    const files = memoryFiles({ "our.yaml": ONE });
    files.texts.set(copy, TWO);
    const { stdout, exitCode } = await runInMemory(["restore", "our.yaml"], { files });
    expect(exitCode).toBe(0);
    expect(stdout).toContain("1  from 2026-11-20 at 10:00 UTC: 2 answers, 0 actions.");
    expect(stdout).toContain("Against the file: 1 answer that the file lacks.");
    expect(files.texts.get(OUR)).toBe(ONE);
  });

  it("puts one back and keeps what stood there", async () => {
    const files = memoryFiles({ "our.yaml": "damaged: [" });
    files.texts.set(copy, TWO);
    const { stdout, exitCode } = await runInMemory(["restore", "our.yaml", "1"], { files });
    expect(exitCode).toBe(0);
    expect(files.texts.get(OUR)).toBe(TWO);
    expect(files.texts.get(`${OUR}.before-restore`)).toBe("damaged: [");
    expect(stdout).toContain("our.yaml.before-restore");
  });

  it("brings back a file that is gone, and says where there is no copy", async () => {
    const files = memoryFiles({});
    expect((await runInMemory(["restore", "our.yaml"], { files })).exitCode).toBe(2);
    files.texts.set(copy, TWO);
    expect((await runInMemory(["restore", "our.yaml", "7"], { files })).exitCode).toBe(2);
    expect((await runInMemory(["restore", "our.yaml", "1"], { files })).exitCode).toBe(0);
    expect(files.texts.get(OUR)).toBe(TWO);
  });
});
