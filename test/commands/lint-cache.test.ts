import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Crew, Leftovers } from "../../src/platform/ports.ts";
import {
  memoryFiles,
  PACKAGE_FOLDER,
  type Ran,
  runInMemory,
  type Setting,
} from "../support/context.ts";

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

const NOON = Date.UTC(2026, 10, 22, 12);

/** Files on a disk that notes when each was changed; the clock stands still unless it is moved. */
function stampFor(bytes: number, changed: number) {
  return { mark: `${bytes} ${changed}`, changed, written: changed, bytes };
}

function clockedDisk(given: Readonly<Record<string, string>>) {
  const files = memoryFiles(given);
  const path = (name: string) => `/charity/${name}`;
  const changed = new Map<string, number>();
  let [now, reads] = [NOON, 0];
  const disk = {
    ...files,
    async readBytes(at: string) {
      reads += 1;
      return files.readBytes(at);
    },
    async stamp(at: string) {
      const text = files.texts.get(at);
      const time = changed.get(at) ?? NOON - 3000;
      return text === undefined ? undefined : stampFor(text.length, time);
    },
  };
  const edit = (name: string, change: (text: string) => string) =>
    files.texts.set(path(name), change(files.texts.get(path(name)) ?? ""));
  return {
    reads: () => reads,
    wait(milliseconds: number) {
      now += milliseconds;
    },
    change(name: string, change: (text: string) => string) {
      edit(name, change);
      changed.set(path(name), now - 2500);
    },
    /** As no disk should do it: the length is told as it was before. */
    changeUnseen(name: string, change: (text: string) => string) {
      const before = files.texts.get(path(name)) ?? "";
      edit(name, change);
      const stamp = disk.stamp;
      disk.stamp = async (at) =>
        at === path(name) && !changed.has(at) ? stampFor(before.length, NOON - 3000) : stamp(at);
    },
    texts: () =>
      Object.fromEntries(
        [...files.texts].map(([at, text]) => [at.slice("/charity/".length), text]),
      ),
    async lint(setting: Setting, ...words: readonly string[]) {
      reads = 0;
      return runInMemory(["lint", "rubrics", ...words, "--format", "json"], {
        ...setting,
        files: disk,
        now: () => new Date(now),
      });
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

  it("does not count for a file that changed, a file of another name or another version", async () => {
    const leftovers = memoryLeftovers();
    await lint(TEXTS, { leftovers }, "rubrics");
    const changed = {
      ...TEXTS,
      "rubrics/funders.yaml": `${TEXTS["rubrics/funders.yaml"]}# changed\n`,
    };
    const { summary } = reportOf(await lint(changed, { leftovers }, "rubrics"));
    expect(summary.cached).toBe(summary.files - 1);
    const { "rubrics/funders.yaml": costs = "", ...others } = TEXTS;
    const renamed = reportOf(
      await lint({ ...others, "rubrics/money.yaml": costs }, { leftovers }, "rubrics"),
    );
    expect(renamed.summary.cached).toBe(summary.files - 1);
    const newer = reportOf(await lint(TEXTS, { leftovers, version: "9.9.9" }, "rubrics"));
    expect(newer.summary.cached).toBe(0);
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
    expect(await cachedWith({})).toBe(Object.keys(TEXTS).length);
  });

  it("is found again without reading a file that looks as it did", async () => {
    const disk = clockedDisk(TEXTS);
    const leftovers = memoryLeftovers();
    const cold = await disk.lint({ leftovers });
    expect(disk.reads()).toBe(Object.keys(TEXTS).length);
    const warm = await disk.lint({ leftovers });
    expect(disk.reads()).toBe(0);
    expect(reportOf(warm).summary).toEqual({
      ...reportOf(cold).summary,
      cached: reportOf(cold).summary.files,
    });
    expect(findings(warm)).toEqual(findings(cold));
  });

  it("is not believed by its looks where the file changed, even to the same length", async () => {
    const disk = clockedDisk(TEXTS);
    const leftovers = memoryLeftovers();
    await disk.lint({ leftovers });
    disk.change("rubrics/funders.yaml", (text) => text.replace("asks: D", "ask:  D"));
    const warm = await disk.lint({ leftovers });
    // The file itself, and the guide that refers to it.
    expect(disk.reads()).toBe(2);
    expect(reportOf(warm).problems.map(({ rule }) => rule)).toContain("shape/unknown-key");
  });

  it("is not believed by its looks where the file could have changed unseen a moment ago", async () => {
    const disk = clockedDisk(TEXTS);
    const leftovers = memoryLeftovers();
    disk.wait(-4000);
    await disk.lint({ leftovers });
    await disk.lint({ leftovers });
    expect(disk.reads()).toBe(Object.keys(TEXTS).length);
    disk.wait(4001);
    // By what is in them they are known all the same, and from now on by their looks.
    expect(reportOf(await disk.lint({ leftovers })).summary.cached).toBe(Object.keys(TEXTS).length);
    expect(disk.reads()).toBe(Object.keys(TEXTS).length);
    await disk.lint({ leftovers });
    expect(disk.reads()).toBe(0);
  });

  it("is not believed by its looks under other settings", async () => {
    const disk = clockedDisk(TEXTS);
    const leftovers = memoryLeftovers();
    await disk.lint({ leftovers });
    await disk.lint({ leftovers }, "--profile", "specialist");
    expect(disk.reads()).toBe(Object.keys(TEXTS).length);
  });

  it("of a file that looks as it did and turns out to be another is thrown away", async () => {
    const disk = clockedDisk(TEXTS);
    const leftovers = memoryLeftovers();
    await disk.lint({ leftovers });
    // Another file changes what this one may refer to, and in the same moment this one changes unseen.
    disk.change("rubrics/barriers.yaml", (text) => text.replaceAll("id: power\n", "id: powr\n"));
    disk.changeUnseen("rubrics/principles.yaml", (text) => `${text}# changed\n`);
    const after = await disk.lint({ leftovers });
    expect(findings(after)).toEqual(findings(await lint(disk.texts(), {}, "rubrics")));
    disk.change("rubrics/principles.yaml", (text) => text);
    expect(findings(await disk.lint({ leftovers }))).toEqual(findings(after));
  });

  it("belongs to its folder, though two folders share a name for their results", async () => {
    const leftovers = memoryLeftovers();
    await lint(TEXTS, { leftovers }, "rubrics");
    for (const [name, text] of leftovers.texts) {
      if (name.includes("names")) continue;
      leftovers.texts.set(name, text.replace(/"owner":"[^"]*"/u, '"owner":"another"'));
    }
    expect(reportOf(await lint(TEXTS, { leftovers }, "rubrics")).summary.cached).toBe(0);
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

/** Calls the function in this thread, with plain values in and out as threads have them. */
function fakeCrew(): Crew & { readonly calls: number[] } {
  const calls: number[] = [];
  return {
    calls,
    async workThrough({ module, name }, inputs, oneDone) {
      const loaded = await import(/* @vite-ignore */ join(PACKAGE_FOLDER, "src", `${module}.ts`));
      calls.push(inputs.length);
      const results: unknown[] = [];
      for (const input of inputs) {
        results.push(structuredClone(await loaded[name](structuredClone(input))));
        oneDone();
      }
      return results;
    },
  };
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

  it("are shared out among threads, with the same result", async () => {
    const crew = fakeCrew();
    const shared = await lint(many, { crew }, "rubrics");
    expect(crew.calls).toHaveLength(1);
    expect(crew.calls[0]).toBeGreaterThan(1);
    expect(findings(shared)).toEqual(findings(await lint(many, {}, "rubrics")));
  });

  it("are not shared out where there are few", async () => {
    const crew = fakeCrew();
    await lint({ "rubrics/0.yaml": many["rubrics/0.yaml"] ?? "" }, { crew }, "rubrics");
    expect(crew.calls).toEqual([]);
  });

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
