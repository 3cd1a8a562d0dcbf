import { describe, expect, it } from "vitest";
import { memoryFiles, runInMemory } from "../support/context.ts";
import { SMALL_BARRIERS, SMALL_PRINCIPLES } from "../support/small-rubrics.ts";

const WHOLE = `# Filled in at the away day
coprod: assessment/1
title: River House
rubrics:
  - { id: principles, file: ./principles.yaml }
people:
  - { group: staff, name: Staff, present: 4 }
answers:
  principles/power: { answer: usual, note: We did }   # after a long talk
  principles/costs:
    answer: unsure
actions:
  - { id: a1, for: principles/costs, do: Find out }
`;
const PART = `answers:
  principles/power: { answer: usual }
`;

function files(more: Readonly<Record<string, string>> = {}) {
  return memoryFiles({
    "principles.yaml": SMALL_PRINCIPLES,
    "barriers.yaml": SMALL_BARRIERS,
    "filled.yaml": WHOLE,
    "part.yaml": PART,
    ...more,
  });
}

describe("answers from a file", () => {
  it("are written with the question as it stands and the instant, and comments stay", async () => {
    const memory = files();
    const { exitCode, stdout } = await runInMemory(
      ["assess", "our.yaml", "--answers", "filled.yaml"],
      { files: memory },
    );
    expect({ exitCode, stdout }).toEqual({
      exitCode: 0,
      stdout: "Saved 2 answers in our.yaml\nTo make the plan: coprod plan our.yaml\n",
    });
    const text = memory.texts.get("/charity/our.yaml") ?? "";
    expect(text).toContain("# Filled in at the away day");
    expect(text).toContain("# after a long talk");
    expect(text).toContain("wording: Are costs covered?");
    expect(text.match(/at: 2026-11-21T10:31:00Z/gu)).toHaveLength(2);
  });

  it("can be only a part; the rest of the file is made", async () => {
    const memory = files();
    const argv = ["assess", "our.yaml", "--answers", "part.yaml", "--rubric", "principles.yaml"];
    expect(await runInMemory(argv, { files: memory })).toMatchObject({ exitCode: 0 });
    expect(memory.texts.get("/charity/our.yaml")).toMatch(
      /coprod: assessment\/1\ntitle: Our charity, November 2026/u,
    );
  });

  it("find rubrics of one's own from another folder", async () => {
    const memory = files({
      "team/filled.yaml": WHOLE.replace("./principles.yaml", "../principles.yaml"),
    });
    expect(
      await runInMemory(["assess", "our.yaml", "--answers", "team/filled.yaml"], { files: memory }),
    ).toMatchObject({ exitCode: 0 });
    expect(memory.texts.get("/charity/our.yaml")).toContain("file: ./principles.yaml");
  });

  it("with problems are refused as a whole, each problem with its place", async () => {
    const wrong = WHOLE.replace("answer: usual", "answer: usually").replace(
      "principles/costs:\n",
      "principles/cost:\n",
    );
    const memory = files({ "wrong.yaml": wrong });
    const ran = await runInMemory(["assess", "our.yaml", "--answers", "wrong.yaml"], {
      files: memory,
    });
    expect(ran.exitCode).toBe(1);
    expect(ran.stderr).toContain("wrong.yaml:9:31 error");
    expect(ran.stderr).toContain("wrong.yaml:10:3 error");
    expect(memory.texts.has("/charity/our.yaml")).toBe(false);
  });

  it.each([
    ["", "[yaml/syntax]"],
    ["[]", "[shape/kind]"],
    ["coprod: rubric/1\n", "[shape/kind]"],
    ["coprod: assessment/2\n", "[file/unsupported]"],
    ["answer:\n  principles/power: {}\n", "[shape/unknown-key]"],
  ])("that are %j are refused", async (text, rule) => {
    const memory = files({ "wrong.yaml": text });
    const ran = await runInMemory(["assess", "our.yaml", "--answers", "wrong.yaml"], {
      files: memory,
    });
    expect(ran.exitCode).toBe(1);
    expect(ran.stderr).toContain(rule);
  });

  it("can be put in again without a change", async () => {
    const memory = files();
    const argv = ["assess", "our.yaml", "--answers", "filled.yaml"];
    await runInMemory(argv, { files: memory });
    const once = memory.texts.get("/charity/our.yaml");
    const later = { files: memory, now: () => new Date("2027-01-01T00:00:00Z") };
    expect(await runInMemory(argv, later)).toMatchObject({ exitCode: 0 });
    expect(memory.texts.get("/charity/our.yaml")).toBe(once);
  });

  it("never replace other answers", async () => {
    const memory = files({ "other.yaml": PART.replace("usual", "shared") });
    await runInMemory(["assess", "our.yaml", "--answers", "filled.yaml"], { files: memory });
    const once = memory.texts.get("/charity/our.yaml");
    const ran = await runInMemory(["assess", "our.yaml", "--answers", "other.yaml"], {
      files: memory,
    });
    expect(ran.exitCode).toBe(2);
    expect(ran.stderr).toBe(
      "our.yaml already says something else (principles/power). Nothing was changed.\nTo put the two together: coprod merge our.yaml other.yaml\nTo keep both, give a new name: coprod assess NEW.yaml --answers other.yaml\n",
    );
    expect(memory.texts.get("/charity/our.yaml")).toBe(once);
  });

  it("are added to an assessment that has none of them, and its own words stay", async () => {
    const memory = files({ "more.yaml": "answers:\n  principles/stop: { answer: shared }\n" });
    await runInMemory(["assess", "our.yaml", "--answers", "filled.yaml"], { files: memory });
    const once = memory.texts.get("/charity/our.yaml") ?? "";
    expect(
      await runInMemory(["assess", "our.yaml", "--answers", "more.yaml"], { files: memory }),
    ).toMatchObject({ exitCode: 0 });
    const twice = memory.texts.get("/charity/our.yaml") ?? "";
    expect(twice).toContain(once.slice(0, once.indexOf("actions:")));
    expect(twice).toContain("answer: shared");
  });

  it("can be stamped in their own file", async () => {
    const memory = files();
    expect(
      await runInMemory(["assess", "filled.yaml", "--answers", "filled.yaml"], { files: memory }),
    ).toMatchObject({ exitCode: 0 });
    expect(memory.texts.get("/charity/filled.yaml")).toContain("wording: Do we talk about power?");
  });

  it("can come from standard input, and ask nothing", async () => {
    const memory = files();
    const ran = await runInMemory(["assess", "our.yaml", "--answers", "-"], {
      files: memory,
      readStdin: async () => WHOLE,
      openPrompter: () => {
        throw new Error("nobody is there to ask");
      },
    });
    expect(ran).toMatchObject({ exitCode: 0 });
    expect(memory.texts.has("/charity/our.yaml")).toBe(true);
  });

  it("say which version of the questions they answer", async () => {
    const memory = files();
    await runInMemory(["assess", "our.yaml", "--answers", "filled.yaml"], { files: memory });
    expect(memory.texts.get("/charity/our.yaml")).toMatch(
      /- id: principles\n {4}version: "1\.0\.0"\n {4}hash: sha256-[0-9a-f]{32}\n {4}file:/u,
    );
    const older = WHOLE.replace("id: principles,", "id: principles, version: 0.9.0,");
    const past = files({ "older.yaml": older });
    await runInMemory(["assess", "our.yaml", "--answers", "older.yaml"], { files: past });
    expect(past.texts.get("/charity/our.yaml")).toContain(
      "version: 0.9.0, file: ./principles.yaml }",
    );
  });

  it("wait for nobody: a file that is open elsewhere stays as it is", async () => {
    const holder = { pid: 8, machine: "laptop", since: "2026-11-21T10:02:00Z" };
    const memory = files({ ".our.yaml.lock": JSON.stringify(holder) });
    const machine = { pid: 7, name: "laptop", isAlive: (pid: number) => pid === 8 };
    const argv = ["assess", "our.yaml", "--answers", "filled.yaml"];
    const ran = await runInMemory(argv, { files: memory, machine });
    expect(ran.exitCode).toBe(3);
    expect(ran.stderr).toContain("open in another window on this computer since 10:02.");
    expect(memory.texts.has("/charity/our.yaml")).toBe(false);
  });

  it("hold the file while it is written, and let it go afterwards", async () => {
    const memory = files();
    const write = memory.write.bind(memory);
    let seen = "none";
    memory.write = async (path, text) => {
      if (path === "/charity/our.yaml")
        seen = memory.texts.get("/charity/.our.yaml.lock") ?? "none";
      await write(path, text);
    };
    await runInMemory(["assess", "our.yaml", "--answers", "filled.yaml"], { files: memory });
    expect(seen).toContain('"pid"');
    expect(memory.texts.has("/charity/.our.yaml.lock")).toBe(false);
  });

  it("that are not there give one clear message", async () => {
    const ran = await runInMemory(["assess", "--answers", "gone.yaml"], { files: files() });
    expect(ran.exitCode).toBe(3);
    expect(ran.stderr).toContain("gone.yaml");
  });
});
