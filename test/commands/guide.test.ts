import { describe, expect, it } from "vitest";
import { runInMemory } from "../support/context.ts";

async function guide(...words: string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await runInMemory(["guide", ...words]);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  return stdout;
}

describe("coprod guide", () => {
  it("lists every page by its kind", async () => {
    const text = await guide();
    const kinds = ["Hard moments:", "Tips:", "What things mean:"].map((kind) => text.indexOf(kind));
    expect(kinds).toEqual(kinds.toSorted((a, b) => a - b));
    expect(text).toContain("  - Power in the room (power-in-the-room)\n");
    expect(text.match(/^ {2}- .+\([a-z-]+\)$/gmu)?.length).toBeGreaterThanOrEqual(10);
  });

  it("shows the page that an id names, whole", async () => {
    const text = await guide("feeling-unheard");
    const parts = [
      "Someone feels unheard\n=====",
      "Things to say:",
      "Things to try:",
      "Better to avoid:",
      "Questions it belongs to:",
      "Where it comes from:",
    ];
    for (const part of parts) expect(text).toContain(part);
    expect(text).toMatch(/\?\s+\(principles\/reasons-given\)/u);
  });

  it("shows the page that a title names, without quotes around it", async () => {
    expect(await guide("power", "in", "the", "room")).toMatch(/^Power in the room\n=/u);
  });

  it("lists the pages that fit several words, and how to read one", async () => {
    const text = await guide("no", "money");
    expect(text).toMatch(/^\d+ pages fit, the best first:\n {2}- .+pushed-without-resources/u);
    expect(text).toContain("coprod guide");
  });

  it("is kind when nothing fits, and suggests a near word", async () => {
    const text = await guide("lisen");
    expect(text).toContain('No page of the guide fits "lisen".');
    expect(text).toContain('Did you mean "listen"?');
    expect(text).toContain("type coprod guide to see all pages");
  });

  it("suggests nothing where nothing is near", async () => {
    const text = await guide("qqqqqqqq");
    expect(text).toContain("No page");
    expect(text).not.toContain("Did you mean");
  });
});
