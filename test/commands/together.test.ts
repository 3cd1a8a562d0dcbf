import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { nodeFiles } from "../../src/platform/files.ts";
import { networkSchema, type Share, type ToldQuestion } from "../../src/together/schema.ts";
import { shareText } from "../../src/together/share.ts";
import { type MemoryFiles, memoryFiles, PACKAGE_FOLDER, runInMemory } from "../support/context.ts";
import { manyShares } from "../support/many-shares.ts";
import { seeded } from "../support/seeded.ts";

const FORMATS = ["html", "md", "json", "csv"];
let shares: Record<string, string>;
const folder = mkdtempSync(join(tmpdir(), "coprod-together-"));

beforeAll(() => {
  manyShares({
    folder: join(folder, "shares"),
    count: 120,
    seed: 7,
    packageFolder: PACKAGE_FOLDER,
  });
  const names = readdirSync(join(folder, "shares"));
  shares = Object.fromEntries(
    names.map((name) => [`shares/${name}`, readFileSync(join(folder, "shares", name), "utf8")]),
  );
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function together(files: Readonly<Record<string, string>>, argv: readonly string[] = []) {
  return runInMemory(["together", "shares", "--format", "json", ...argv], {
    files: memoryFiles(files),
  });
}

async function networkOf(files: Readonly<Record<string, string>>) {
  const { exitCode, stdout, stderr } = await together(files);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  return networkSchema.parse(JSON.parse(stdout));
}

function parsed(files: Readonly<Record<string, string>>): Share[] {
  return Object.values(files).map((text) => JSON.parse(text) as Share);
}

/** The same with what stands last first. */
function turned(share: Share): Share {
  return Object.fromEntries(Object.entries(share).reverse()) as Share;
}

/** The count as it may be told of so many: hidden, or to the nearest five. */
function fits(count: number | null, real: number): boolean {
  return count === null || (real >= 8 && count === Math.round(real / 5) * 5);
}

describe("coprod together", () => {
  it("tells what another program counts over the files, to the nearest five, and hides what is small", async () => {
    const network = await networkOf(shares);
    const all = parsed(shares);
    let told = 0;
    for (const { rubric, question } of questionsOf(network)) {
      const asked = all.filter(({ rubrics }) => rubrics.some(({ hash }) => hash === rubric));
      const answers = asked.flatMap((share) =>
        share.answers.filter(({ key }) => key === question.key),
      );
      const of = (...kinds: string[]) => answers.filter(({ kind }) => kinds.includes(kind)).length;
      const at = (level: number) =>
        answers.filter((each) => each.kind === "level" && each.level === level).length;
      for (const { level, charities } of question.levels) {
        expect([question.key, level, fits(charities, at(level))]).toEqual([
          question.key,
          level,
          true,
        ]);
        if (charities !== null) told++;
      }
      expect(fits(question.unsure, of("unsure"))).toBe(true);
      expect(fits(question.differ, of("differ"))).toBe(true);
      expect(fits(question.notApplicable, of("not-applicable"))).toBe(true);
      expect(fits(question.notAsked, of("none", "skipped", "votes", "look-again"))).toBe(true);
      const planned = asked.flatMap(({ actions }) =>
        actions.filter((each) => each.for === question.key),
      );
      const done = planned.filter(({ states }) => states.includes("done"));
      expect(fits(question.actions.done, done.length)).toBe(true);
      expect(fits(question.actions.none, asked.length - planned.length)).toBe(true);
    }
    expect(told).toBeGreaterThan(100);
  });

  it.each(FORMATS)(
    "says in %s nothing of any one charity, and the same whoever is who",
    async (format) => {
      const first = await runInMemory(["together", "shares", "-f", format, "-o", "-"], {
        files: memoryFiles(shares),
      });
      expect(first).toMatchObject({ exitCode: 0, stderr: "" });
      // The same answers under other names and in another order: if anything were ordered by charity, it would show.
      const texts = Object.values(shares);
      const ids = parsed(shares).map(({ id }) => id);
      const random = seeded(3);
      const others = texts
        .map(
          (text, at) =>
            [random(), text.replace(ids[at] ?? "", ids[texts.length - 1 - at] ?? "")] as const,
        )
        .sort(([a], [b]) => a - b);
      const mixed = Object.fromEntries(others.map(([, text], at) => [`shares/${at}.json`, text]));
      const second = await runInMemory(["together", "shares", "-f", format, "-o", "-"], {
        files: memoryFiles(mixed),
      });
      expect(second.stdout).toBe(first.stdout);
      expect(ids.filter((id) => first.stdout.includes(id))).toEqual([]);
      expect(first.stdout).not.toMatch(
        /\b(?:average of|mean of|top \d+|ranked|ranking|league)\b/iu,
      );
    },
  );

  it("tells nothing of fewer than eight, and says so", async () => {
    const seven = Object.fromEntries(Object.entries(shares).slice(0, 7));
    const { rubrics } = await networkOf(seven);
    expect(rubrics.length).toBeGreaterThan(0);
    for (const rubric of rubrics) expect(rubric).toMatchObject({ charities: null, sections: [] });
    const page = await together(seven, ["--format", "md"]);
    expect(page.stdout).toContain("fewer than 8 charities, so nothing is told");
  });

  it("names a hundred files of a reason that many share, and counts the rest", async () => {
    const bad = Object.fromEntries(
      Array.from({ length: 130 }, (_, at) => [`shares/bad-${at + 100}.json`, "{"]),
    );
    const { stderr } = await together({ ...shares, ...bad });
    expect(stderr).toContain(
      "130 files left out:\n  shares/bad-100.json is no share, or is damaged\n",
    );
    expect(stderr.match(/^ {2}shares\/bad-/gmu)).toHaveLength(100);
    expect(stderr).toContain("  30 more files: the same\n");
  });

  it("names, counts and leaves out what is no sound share, and nothing else changes", async () => {
    const [text = ""] = Object.values(shares);
    const share = JSON.parse(text) as Share;
    const [answer] = share.answers;
    const id = (letter: string) => letter.repeat(26);
    const hostile: Record<string, unknown> = {
      "no-json": "{",
      empty: "",
      "not-a-share": { coprod: "plan/1" },
      "a-list": [],
      "a-number": "17",
      twice: text,
      "unknown-hash": {
        ...share,
        id: id("b"),
        rubrics: [{ ...share.rubrics[0], hash: "sha256-0" }],
      },
      "unknown-rubric": {
        ...share,
        id: id("b"),
        rubrics: [{ id: "zebra", version: "1.0.0", hash: "x" }],
      },
      "same-rubric-twice": { ...share, id: id("b"), rubrics: [...share.rubrics, share.rubrics[0]] },
      "too-few-answers": { ...share, id: id("b"), answers: share.answers.slice(1) },
      "an-answer-twice": {
        ...share,
        id: id("b"),
        answers: [answer, ...share.answers.slice(0, -1)],
      },
      "an-unknown-question": with0(share, { key: "principles/zebra" }),
      "a-level-too-high": with0(share, { kind: "level", level: 6, top: 3 }),
      "another-top": with0(share, { kind: "level", level: 1, top: 5 }),
      "a-level-below-nothing": with0(share, { kind: "level", level: -1 }),
      "half-a-level": with0(share, { kind: "level", level: 0.5 }),
      "no-level": with0(share, { kind: "level", level: undefined }),
      "a-new-kind": with0(share, { kind: "brilliant" }),
      "a-must-have-that-is-none": with0(share, { must: "pass" }),
      "words-in-it": with0(share, { note: "=cmd()" }),
      "an-id-that-is-sql": { ...share, id: "'; drop table answers; --" },
      "a-title": { ...share, id: id("b"), title: "River House" },
      "a-day": { ...share, id: id("b"), quarter: "2026-11-21" },
      "a-made-up-region": { ...share, id: id("b"), region: "<script>" },
      "more-than-all": {
        ...share,
        id: id("b"),
        sections: share.sections.map((each) => ({ ...each, high: "7/2" })),
      },
      "an-action-for-nothing": {
        ...share,
        id: id("b"),
        actions: [{ for: "principles/zebra", states: ["done"] }],
      },
      __proto__: '{"__proto__": {"coprod": "share/1"}}',
      deep: `${"[".repeat(50_000)}${"]".repeat(50_000)}`,
    };
    const added = Object.fromEntries(
      Object.entries(hostile).map(([name, value]) => [
        `shares/${name}.json`,
        typeof value === "string" ? value : JSON.stringify(value),
      ]),
    );
    const before = await networkOf(shares);
    const { exitCode, stdout, stderr } = await together({ ...shares, ...added });
    expect(exitCode).toBe(0);
    const count = Object.keys(added).length;
    expect(networkSchema.parse(JSON.parse(stdout))).toEqual({ ...before, leftOut: count });
    expect(stderr).toContain(`${count} files left out:`);
    for (const name of Object.keys(added)) expect(stderr).toContain(`  ${name} `);
    expect(stderr).toContain("shares/twice.json is there twice; it counts once");
    expect(stderr).toContain("shares/unknown-hash.json answers questions that this version");
    const page = await together({ ...shares, ...added }, ["--format", "md"]);
    expect(page.stdout).toContain(`${count} files could not be counted`);
  });

  it.each<[string, (text: string) => string]>([
    ["on one line", (text) => JSON.stringify(JSON.parse(text))],
    ["spread out", (text) => JSON.stringify(JSON.parse(text), null, 4)],
    ["with the line ends of Windows", (text) => text.replaceAll("\n", "\r\n")],
    ["in another order", (text) => JSON.stringify(turned(JSON.parse(text)))],
    ["in another order, a line each", (text) => shareText(turned(JSON.parse(text)))],
    ["with one list on one line", (text) => text.replace(/\[\n {4}([^\]]*)\n {2}\]/u, "[$1]")],
    ["with a mark before it", (text) => `\ufeff${text}`],
  ])("counts a share that another program laid out %s", async (_, laidOut) => {
    const before = await networkOf(shares);
    const others = Object.entries(shares).map(([name, text]) => [name, laidOut(text)] as const);
    expect(others.map(([, text]) => text)).not.toEqual(Object.values(shares));
    expect(await networkOf(Object.fromEntries(others))).toEqual(before);
  });

  it("takes the id that counts where a share has two", async () => {
    const [one = "", two = "", ...rest] = Object.values(shares);
    const doubled = (text: string) =>
      text.replace(/\n\}\n$/u, `,\n  "id": ${JSON.stringify("c".repeat(26))}\n}\n`);
    const given = [...rest, doubled(one), doubled(two)];
    const { stderr } = await together(
      Object.fromEntries(given.map((text, at) => [`shares/${at}.json`, text])),
    );
    expect(stderr.split("is there in two versions").length).toBe(3);
  });

  it("counts neither of two shares that differ under one id", async () => {
    const [name = "", text = ""] = Object.entries(shares)[0] ?? [];
    const { [name]: _, ...others } = shares;
    const changed = text.replace(/"quarter": "\d{4}/u, '"quarter": "1999');
    const { stdout, stderr } = await together({ ...shares, "shares/other.json": changed });
    expect(networkSchema.parse(JSON.parse(stdout))).toEqual({
      ...(await networkOf(others)),
      leftOut: 2,
    });
    expect(stderr.split("is there in two versions").length).toBe(3);
  });

  it("says the one line to type where DuckDB is not installed, and writes nothing", async () => {
    const files = memoryFiles(shares);
    const openRowStore = async () => undefined;
    const ran = await runInMemory(["together", "shares"], { files, openRowStore });
    expect(ran).toMatchObject({ exitCode: 2, stdout: "" });
    expect(ran.stderr).toContain("npm i -g coprod @duckdb/node-api");
    expect(files.texts.size).toBe(Object.keys(shares).length);
  });

  it("makes no page where there is no share", async () => {
    const files = memoryFiles({ "shares/notes.txt": "none" });
    const ran = await runInMemory(["together", "shares"], { files });
    expect(ran).toMatchObject({ exitCode: 2, stdout: "" });
    expect(ran.stderr).toContain("There is no share here.");
    expect(files.texts.has("/charity/together.html")).toBe(false);
  });

  it("puts no page in the place of something else", async () => {
    const files = memoryFiles({ ...shares, "together.html": "<p>mine" });
    const { exitCode } = await runInMemory(["together", "shares"], { files });
    expect([exitCode, files.texts.get("/charity/together.html")]).toEqual([2, "<p>mine"]);
  });

  it("counts a set of questions of one's own that lies among the shares", async () => {
    const rubric = readFileSync(join(PACKAGE_FOLDER, "rubrics/before-you-start.yaml"), "utf8")
      .replace(/^id: .*$/mu, "id: ours")
      .replaceAll("before-you-start/", "ours/");
    const assessment =
      "coprod: assessment/1\ntitle: Ours\nrubrics: [{ id: ours, file: ./ours.yaml }]\n";
    const files = memoryFiles({ "shares/ours.yaml": rubric, "shares/a.yaml": assessment });
    await runInMemory(["share", "shares/a.yaml", "--yes"], { files });
    const known = await runInMemory(["together", "shares", "-f", "json"], { files });
    expect(known.stderr).toBe("");
    expect(JSON.parse(known.stdout).rubrics).toMatchObject([{ id: "ours", charities: null }]);
  });
});

function with0(share: Share, fields: object): object {
  const [first, ...rest] = share.answers;
  const { level: _, from: __, to: ___, ...plain } = first ?? { key: "", kind: "none", top: 3 };
  return { ...share, id: "c".repeat(26), answers: [{ ...plain, ...fields }, ...rest] };
}

function questionsOf({ rubrics }: ReturnType<typeof networkSchema.parse>): {
  readonly rubric: string;
  readonly question: ToldQuestion;
}[] {
  return rubrics.flatMap(({ hash, sections }) =>
    sections.flatMap(({ questions }) => questions.map((question) => ({ rubric: hash, question }))),
  );
}

describe("one release after another", () => {
  const files = nodeFiles() as MemoryFiles;
  const at = (argv: readonly string[]) =>
    runInMemory(["together", ...argv, "--format", "json"], { files, cwd: folder });
  const write = async (name: string, chosen: Readonly<Record<string, string>>) => {
    await files.makeFolder(join(folder, name));
    for (const [path, text] of Object.entries(chosen))
      await files.write(join(folder, name, path.replace("shares/", "")), text);
  };

  it("writes rows, keeps them to their owner, and never over another release", async () => {
    expect(await at(["shares", "--rows", "r1"])).toMatchObject({ exitCode: 0 });
    const names = readdirSync(join(folder, "r1"));
    expect(names).toEqual(
      expect.arrayContaining(["answers.csv", "answers.jsonl", "answers.parquet"]),
    );
    expect(names).toEqual(expect.arrayContaining(["schema.sql", "release.json"]));
    const lines = readFileSync(join(folder, "r1/answers.jsonl"), "utf8").trim().split("\n");
    const keys = new Set(lines.map((line) => Object.keys(JSON.parse(line)).join()));
    expect(keys.size).toBe(1);
    expect(lines.length).toBe(parsed(shares).flatMap(({ answers }) => answers).length);
    expect(await at(["shares", "--rows", "r1"])).toMatchObject({ exitCode: 2 });
  });

  it("refuses one that differs from the last by one charity or two", async () => {
    const entries = Object.entries(shares);
    for (const fewer of [1, 2]) {
      await write(`fewer-${fewer}`, Object.fromEntries(entries.slice(fewer)));
      const ran = await at([
        `fewer-${fewer}`,
        "--last",
        "r1/release.json",
        "--rows",
        `r2-${fewer}`,
      ]);
      expect(ran).toMatchObject({ exitCode: 1, stdout: "" });
      expect(ran.stderr).toContain("Fewer than 3 charities differ");
      expect(await files.kind(join(folder, `r2-${fewer}`))).toBe("missing");
    }
  });

  it("tells the same again where nothing changed, and what changed where enough did", async () => {
    const same = await at(["shares", "--last", "r1/release.json"]);
    const first = await at(["shares"]);
    const withoutChanges = (text: string) =>
      JSON.parse(text, (key, value) => (key === "changes" ? null : value));
    expect(withoutChanges(same.stdout)).toEqual(withoutChanges(first.stdout));
    manyShares({
      folder: join(folder, "later"),
      count: 120,
      seed: 8,
      packageFolder: PACKAGE_FOLDER,
    });
    const names = readdirSync(join(folder, "later"));
    const ids = parsed(shares).map(({ id }) => id);
    for (const [index, name] of names.entries()) {
      const text = readFileSync(join(folder, "later", name), "utf8");
      await files.write(
        join(folder, "later", name),
        text.replace(/"id": "\w{26}"/u, `"id": "${ids[index]}"`),
      );
    }
    const later = await at(["later", "--last", "r1/release.json"]);
    expect(later).toMatchObject({ exitCode: 0 });
    const network = networkSchema.parse(JSON.parse(later.stdout));
    const changes = questionsOf(network).flatMap(({ question }) => question.changes ?? []);
    expect(changes.some(({ higher, lower }) => higher !== null && lower !== null)).toBe(true);
  });

  it.each(["shares/charity-1.json", "r1/schema.sql"])("takes %s for no release", async (name) => {
    expect(await at(["shares", "--last", name])).toMatchObject({ exitCode: 2, stdout: "" });
  });
});

describe("coprod together --teams", () => {
  const EXAMPLE = readFileSync(join(PACKAGE_FOLDER, "docs/examples/river-house.yaml"), "utf8");
  const low = EXAMPLE.replace(/^title: .*$/mu, "title: Youth").replaceAll(
    /answer: (?:usual-practice|in-places)/gu,
    "answer: not-yet",
  );
  const high = EXAMPLE.replace(/^title: .*$/mu, "title: Advice");

  it("writes no cell that a spreadsheet would run as a formula", async () => {
    const files = memoryFiles({ "low.yaml": low.replace("title: Youth", `title: "'=1+1"`) });
    const { stdout } = await runInMemory(["together", "--teams", "low.yaml", "--format", "csv"], {
      files,
    });
    const lines = stdout.trim().split("\n").slice(1);
    expect(lines.length).toBeGreaterThan(20);
    expect(lines.filter((line) => !line.startsWith("''=1+1,"))).toEqual([]);
  });

  it.each(FORMATS)("names teams in %s, in the order in which they are given", async (format) => {
    const files = memoryFiles({ "low.yaml": low, "high.yaml": high });
    const orders = [
      ["low.yaml", "high.yaml"],
      ["high.yaml", "low.yaml"],
    ];
    for (const order of orders) {
      const { exitCode, stdout } = await runInMemory(
        ["together", "--teams", ...order, "--format", format, "-o", "-"],
        { files, openRowStore: async () => undefined },
      );
      expect(exitCode).toBe(0);
      const isLowFirst = stdout.indexOf("Youth") < stdout.indexOf("Advice");
      expect(isLowFirst).toBe(order[0] === "low.yaml");
      expect(stdout).toContain("Do we talk openly about who holds power before the work starts?");
    }
  });

  it("has no last time", async () => {
    const files = memoryFiles({ "low.yaml": low });
    const { exitCode } = await runInMemory(["together", "--teams", "low.yaml", "--last", "x"], {
      files,
    });
    expect(exitCode).toBe(2);
  });
});
