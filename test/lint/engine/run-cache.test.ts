import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Leftovers } from "../../../src/platform/ports.ts";
import {
  memoryFiles,
  PACKAGE_FOLDER,
  type Ran,
  runInMemory,
  type Setting,
} from "../../support/context.ts";

const RUBRICS = join(PACKAGE_FOLDER, "rubrics");
const TEXTS = Object.fromEntries(
  readdirSync(RUBRICS).map((name) => [
    `rubrics/${name}`,
    readFileSync(join(RUBRICS, name), "utf8"),
  ]),
);

interface Memory extends Leftovers {
  readonly texts: Map<string, string>;
}

function memoryLeftovers(): Memory {
  const texts = new Map<string, string>();
  return {
    texts,
    read: async (name) => texts.get(name),
    keep: async (name, text) => {
      texts.set(name, text);
    },
  };
}

interface Report {
  readonly summary: { readonly files: number; readonly cached: number };
  readonly problems: readonly { readonly rule: string; readonly file: string }[];
}

async function lint(
  texts: Readonly<Record<string, string>>,
  setting: Setting = {},
  ...words: readonly string[]
): Promise<Ran> {
  return runInMemory(["lint", ...words, "--format", "json"], {
    ...setting,
    files: memoryFiles(texts),
  });
}

function reportOf({ stdout }: Ran): Report {
  return JSON.parse(stdout) as Report;
}

/** Without what the store alone changes. */
function findings(ran: Ran): unknown {
  const { summary, ...rest } = reportOf(ran);
  return { ...rest, summary: { ...summary, cached: 0 }, exitCode: ran.exitCode };
}

describe("what an earlier run found", () => {
  it("is used for files that have not changed, and counted", async () => {
    const leftovers = memoryLeftovers();
    const cold = reportOf(await lint(TEXTS, { leftovers }, "rubrics"));
    const warm = reportOf(await lint(TEXTS, { leftovers }, "rubrics"));
    expect(cold.summary.cached).toBe(0);
    expect(warm.summary).toEqual({ ...cold.summary, cached: cold.summary.files });
    expect(warm.problems).toEqual(cold.problems);
  });

  it("is told again, word for word, where there are problems", async () => {
    const leftovers = memoryLeftovers();
    const texts = {
      "rubrics/funders.yaml": TEXTS["rubrics/funders.yaml"]?.replace("asks:", "ask:") ?? "",
    };
    const cold = await lint(texts, { leftovers }, "rubrics");
    const warm = await lint(texts, { leftovers }, "rubrics");
    expect(reportOf(cold).problems.length).toBeGreaterThan(0);
    expect(findings(warm)).toEqual(findings(cold));
    expect(reportOf(warm).summary.cached).toBe(1);
  });

  it("is left alone with --no-cache", async () => {
    const leftovers = memoryLeftovers();
    await lint(TEXTS, { leftovers }, "rubrics");
    const again = reportOf(await lint(TEXTS, { leftovers }, "rubrics", "--no-cache"));
    expect(again.summary.cached).toBe(0);
    const fresh = memoryLeftovers();
    await lint(TEXTS, { leftovers: fresh }, "rubrics", "--no-cache");
    expect(fresh.texts.size).toBe(0);
  });

  it("does not count once a file has changed, has gone or is new, and counts again when all is as it was", async () => {
    const leftovers = memoryLeftovers();
    await lint(TEXTS, { leftovers }, "rubrics");
    const { "rubrics/funders.yaml": costs = "", ...others } = TEXTS;
    const cached = async (texts: Readonly<Record<string, string>>) =>
      reportOf(await lint(texts, { leftovers }, "rubrics")).summary.cached;
    expect(await cached({ ...TEXTS, "rubrics/funders.yaml": `${costs}# changed\n` })).toBe(0);
    expect(await cached(others)).toBe(0);
    expect(await cached({ ...others, "rubrics/money.yaml": costs })).toBe(0);
    expect(await cached(TEXTS)).toBe(0);
    expect(await cached(TEXTS)).toBe(Object.keys(TEXTS).length);
    const newer = reportOf(await lint(TEXTS, { leftovers, version: "9.9.9" }, "rubrics"));
    expect(newer.summary.cached).toBe(0);
  });

  it("does not count on another day, as what is overdue depends on it", async () => {
    const leftovers = memoryLeftovers();
    const on = async (day: number) => {
      const now = () => new Date(Date.UTC(2026, 10, day, 12));
      return reportOf(await lint(TEXTS, { leftovers, now }, "rubrics")).summary.cached;
    };
    expect(await on(21)).toBe(0);
    expect(await on(21)).toBe(Object.keys(TEXTS).length);
    expect(await on(22)).toBe(0);
  });

  it("does not count for an assessment once its rubric has changed", async () => {
    const leftovers = memoryLeftovers();
    const ours = (asks: string) => (TEXTS["rubrics/funders.yaml"] ?? "").replace(/asks: .*/u, asks);
    const assessment =
      "coprod: assessment/1\ntitle: T\nrubrics: [{ id: funders, file: f.yaml }]\npeople: []\n";
    const cached = async (asks: string) => {
      const texts = { "f.yaml": ours(asks), "our.yaml": assessment };
      return reportOf(await lint(texts, { leftovers }, "our.yaml")).summary.cached;
    };
    expect(await cached("asks: Do we meet?")).toBe(0);
    expect(await cached("asks: Do we meet?")).toBe(1);
    expect(await cached("asks: Do we talk?")).toBe(0);
  });

  it("does not count once the settings or the texts beside the files are others", async () => {
    const leftovers = memoryLeftovers();
    await lint(TEXTS, { leftovers }, "rubrics");
    const cachedWith = async (more: Readonly<Record<string, string>>, ...words: string[]) =>
      reportOf(await lint({ ...TEXTS, ...more }, { leftovers }, "rubrics", ...words)).summary
        .cached;
    expect(await cachedWith({ "coprod.yaml": "coprod: config/1\nprofile: easy-read\n" })).toBe(0);
    expect(await cachedWith({}, "--profile", "specialist")).toBe(0);
    expect(await cachedWith({ "rubrics/sources/talk.txt": "What we heard that evening.\n" })).toBe(
      0,
    );
    expect(await cachedWith({})).toBe(0);
    expect(await cachedWith({})).toBe(Object.keys(TEXTS).length);
  });

  it("does not hide that a question has gone from a file that another one refers to", async () => {
    const leftovers = memoryLeftovers();
    await lint(TEXTS, { leftovers }, "rubrics");
    const barriers = TEXTS["rubrics/barriers.yaml"] ?? "";
    const texts = {
      ...TEXTS,
      "rubrics/barriers.yaml": barriers.replaceAll("id: power\n", "id: powr\n"),
    };
    const warm = await lint(texts, { leftovers }, "rubrics");
    expect(
      reportOf(warm).problems.some(
        ({ rule, file }) => rule === "ref/unknown" && file === "rubrics/principles.yaml",
      ),
    ).toBe(true);
    expect(findings(warm)).toEqual(findings(await lint(texts, {}, "rubrics")));
  });

  it.each(["", "{", "[]", "null", '{"x":1}'])(
    "is as good as none where the store holds %j",
    async (text) => {
      const leftovers = memoryLeftovers();
      await lint(TEXTS, { leftovers }, "rubrics");
      for (const name of leftovers.texts.keys()) leftovers.texts.set(name, text);
      const ran = await lint(TEXTS, { leftovers }, "rubrics");
      expect(findings(ran)).toEqual(findings(await lint(TEXTS, {}, "rubrics")));
    },
  );

  it("changes nothing in what is found, whatever is changed between runs", async () => {
    const names = Object.keys(TEXTS);
    const change = fc.record({
      name: fc.constantFrom(...names),
      from: fc.constantFrom("id: ", "asks: ", "eases: [", "guide: [", "title: ", "also: ["),
      to: fc.constantFrom(
        "id: x-",
        "ask: ",
        "eases: [barriers/x, ",
        "guide: [x, ",
        "title: THE THE ",
        "# also: [",
      ),
      gone: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        const leftovers = memoryLeftovers();
        for (const texts of versions(changes)) {
          const warm = await lint(texts, { leftovers }, "rubrics");
          expect(findings(warm)).toEqual(findings(await lint(texts, {}, "rubrics")));
        }
      }),
      { numRuns: 6 },
    );
  });
});

interface Change {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly gone: boolean;
}

/** The rubrics after one change, after two and so on. */
function versions(changes: readonly Change[]): Record<string, string>[] {
  let texts: Record<string, string> = { ...TEXTS };
  return changes.map(({ name, from, to, gone }) => {
    const { [name]: text = "", ...others } = texts;
    texts = gone ? others : { ...others, [name]: text.replace(from, to) };
    return texts;
  });
}

describe("many files", () => {
  const many = Object.fromEntries(
    Array.from({ length: 30 }, (_, number) => {
      const text = TEXTS["rubrics/principles.yaml"] ?? "";
      const own = text.replace("id: principles", `id: principles-${number}`);
      // One in three has something to tell.
      return [`rubrics/${number}.yaml`, number % 3 === 0 ? own.replace("asks:", "ask:") : own];
    }),
  );

  it("are told about on the way once it takes more than a second, and no sooner", async () => {
    let milliseconds = 0;
    const slow = () => {
      milliseconds += 700;
      return new Date(Date.UTC(2026, 10, 22) + milliseconds);
    };
    const written: string[] = [];
    const progress = { write: (text: string) => void written.push(text) };
    await lint(many, { now: slow, progress }, "rubrics");
    expect(written.filter((text) => text !== "").length).toBeGreaterThan(1);
    expect(written.at(-2)).toBe("Checking 30 files: 100%");
    // The line is cleared in the end.
    expect(written.at(-1)).toBe("");
    written.length = 0;
    await lint(many, { progress }, "rubrics");
    expect(written.filter((text) => text !== "")).toEqual([]);
  });
});
