import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { memoryFiles, PACKAGE_FOLDER, runInMemory } from "../support/context.ts";

const EXAMPLE = readFileSync(join(PACKAGE_FOLDER, "docs/examples/river-house.yaml"), "utf8");

function form(argv: readonly string[], files = memoryFiles({ "our.yaml": EXAMPLE })) {
  return runInMemory(["form", ...argv], { files });
}

interface Data {
  readonly groups: readonly (readonly string[])[];
  readonly scales: readonly (readonly (readonly string[])[])[];
  readonly questions: readonly { key: string; asks: string; scale: number; section: number }[];
  readonly sections: readonly { title: string }[];
  readonly head: readonly string[];
}

function dataOf(html: string): Data {
  const [, json = ""] = /id="form-data">([^<]*)<\/script>/u.exec(html) ?? [];
  return JSON.parse(json) as Data;
}

function hashed(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

describe("coprod form", () => {
  it("goes beside its assessment, and says how what comes back is counted", async () => {
    const { stdout, files } = await form(["our.yaml"]);
    expect(stdout).toBe(
      "The form is in our-form.html\n" +
        "Send it, or give it on a memory stick: it is one file, and opens in a web browser.\n" +
        "When a page or a line comes back:  coprod votes add our.yaml PAGE\n",
    );
    expect(files.texts.get("/charity/our-form.html")).toContain("</html>");
  });

  it("is one file that runs its own script and nothing else, and fetches nothing", async () => {
    const { stdout: html } = await form(["principles", "-o", "-"]);
    const [, policy = ""] = /Content-Security-Policy" content="([^"]+)"/u.exec(html) ?? [];
    const [, style = ""] = /<style>([\s\S]*?)<\/style>/u.exec(html) ?? [];
    const [, script = ""] = /<script>([\s\S]*?)<\/script>/u.exec(html) ?? [];
    expect(policy.split("; ")).toEqual([
      "default-src 'none'",
      `style-src ${hashed(style)}`,
      `script-src ${hashed(script)}`,
      "img-src data:",
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    expect(script).not.toMatch(/^(?:import|export)\b/mu);
    expect(html).not.toMatch(/\b(?:src|href)="(?!#)|https?:|fetch\(|XMLHttp|WebSocket/u);
  });

  it.each([[["principles"]], [[]], [["our.yaml"]]])("weighs at most 80 kB for %j", async (argv) => {
    const { stdout } = await form([...argv, "-o", "-"]);
    expect(Buffer.byteLength(stdout)).toBeLessThan(80_000);
  });

  it("says so where it is too long for one sitting", async () => {
    const all = ["principles", "barriers", "foundations", "lifecycle", "funders"];
    const { stdout } = await form([...all, "-o", "all.html"]);
    expect(stdout).toContain("It is long for one sitting.");
  });

  it("asks the sheet's questions in the sheet's order, a list with its best answer first", async () => {
    const { stdout } = await form(["barriers", "-o", "-"]);
    const data = dataOf(stdout);
    expect(data.questions).toHaveLength(63);
    const [first, second] = data.questions;
    expect(first?.key).toBe("barriers/understanding-felt");
    expect(data.scales[second?.scale ?? 0]?.map(([id, mark]) => [id, mark])).toEqual([
      ["yes", "3"],
      ["partly", "2"],
      ["no", "1"],
    ]);
    expect(data.sections[second?.section ?? 0]?.title).toBe(
      "Not being clear what co-production is. What do we have in place?",
    );
  });

  it("keeps what an author writes as words, also where it would end the script", async () => {
    const hostile = EXAMPLE.replace(/^title: .*$/mu, 'title: "</script><script>alert(1)</script>"');
    const { stdout } = await form(["our.yaml", "-o", "-"], memoryFiles({ "our.yaml": hostile }));
    expect(stdout.match(/<script/gu)).toHaveLength(2);
    expect(stdout).not.toContain("<script>alert");
  });

  it("never takes the place of answers", async () => {
    const { exitCode, files } = await form(["our.yaml", "-o", "our.yaml", "--force"]);
    expect(exitCode).toBe(2);
    expect(files.texts.get("/charity/our.yaml")).toBe(EXAMPLE);
  });
});
