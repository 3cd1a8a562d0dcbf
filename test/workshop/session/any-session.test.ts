import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseAssessment } from "../../../src/assessment/parse.ts";
import type { FileError } from "../../../src/platform/errors.ts";
import type { Prompter, Reply } from "../../../src/platform/ports.ts";
import { type MemoryFiles, runInMemory } from "../../support/context.ts";
import { charityFolder, NEW, OUR } from "../../support/workshop.ts";

/** What is typed at a prompt that asks like this; any other line may come there too. */
const APT: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^Charity|^We look at|^Save in/u, ["", "River House", "other", "q"]],
  [/^1, 2 or 3/u, ["1", "2", "3"]],
  [/^Parts/u, ["1", "1 2", "9"]],
  [
    /^People with|^Staff|^Volunteers|^Trustees|^Carers/u,
    ["3", "0", "1", "5", "s", "112", "u", "we ask"],
  ],
  [/^Another group/u, ["", "", "Carers"]],
  [/^1 or 2/u, ["1", "2"]],
  [/^y or n|^y or Enter/u, ["y", "n", ""]],
  [/^Carry on/u, ["", "", "k", "g 2", "l", "o"]],
  [
    /^Our answer/u,
    "1|2|3|4|u|s|d|v|w|e|a|t|r|b|n|x||g 1|g c1|g end|back|goto|go 3|clear|stop".split("|"),
  ],
  [/^In place/u, ["ypn", "yn", "y p -", "u", "s", "d 1", "v 2", "w 1", "a 2", "x", "b", ""]],
  [/^Keep/u, ["", "", "b"]],
  [/^>/u, ["some words", "", "", "# not a comment: - a\nb", "b"]],
  [/^From and to/u, ["1 3", "2-4", ""]],
  [/\(\d+ here/u, ["1", "112", "33333", "112/33333", "11233333", "uuu", "0", "", "x", "b", "s"]],
  [/^Our choice/u, ["1", "2", "3", "b", "g 1", "We forgot the buses here"]],
  [/^r, e or q/u, ["r", "e", "q"]],
  [/^l, Enter or q/u, ["", "l", "q"]],
  [/^r, o, y or q/u, ["y", "r", "o", "q"]],
  [/^Because/u, ["no board", ""]],
  [/^By when/u, ["next month", "March 2027", "", "b"]],
];

/** What happens at one prompt, or just before it. */
type Event =
  | { readonly kind: "apt"; readonly pick: number }
  | { readonly kind: "line"; readonly text: string }
  | { readonly kind: "fault"; readonly fault: FileError["fault"] | undefined }
  | { readonly kind: "outside"; readonly how: "changed" | "removed" };

const anyEvent: fc.Arbitrary<Event> = fc.oneof(
  { weight: 40, arbitrary: fc.nat({ max: 5000 }).map((pick): Event => ({ kind: "apt", pick })) },
  {
    weight: 8,
    arbitrary: fc
      .oneof(
        fc.string({ unit: "binary", maxLength: 20 }),
        fc.constantFrom(
          "q",
          "stop",
          "?",
          "back",
          "go 2",
          "clear",
          "b",
          "x",
          "y",
          "g c9",
          "１",
          " ",
        ),
      )
      .map((text): Event => ({ kind: "line", text })),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom("full", "read-only", "busy", "missing", undefined, undefined, undefined)
      .map((fault): Event => ({ kind: "fault", fault })),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom("changed" as const, "changed" as const, "removed" as const)
      .map((how): Event => ({ kind: "outside", how })),
  },
);

interface Session {
  readonly events: readonly Event[];
  /** How it ends where nobody stops before. */
  readonly end: Exclude<Reply, { kind: "line" }>;
  readonly masks: boolean;
  readonly locked: boolean;
  readonly args: readonly string[];
}

const signal = (name: "SIGINT" | "SIGTERM" | "SIGHUP") => ({
  kind: "signal" as const,
  signal: name,
});
const anySession: fc.Arbitrary<Session> = fc.record({
  events: fc.array(anyEvent, { minLength: 1, maxLength: 70 }),
  end: fc.constantFrom(
    { kind: "end" as const },
    signal("SIGINT"),
    signal("SIGTERM"),
    signal("SIGHUP"),
  ),
  masks: fc.boolean(),
  locked: fc.integer({ min: 0, max: 9 }).map((one) => one === 0),
  args: fc.constantFrom([], [], [], ["--quick"], ["--question", "stop"]),
});

const CODES: Readonly<Record<string, number>> = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };
const MOST_PROMPTS_AFTER_THE_END = 5;

/** One session in the charity's folder, checked at every prompt and at its end. */
async function play(files: MemoryFiles, session: Session): Promise<void> {
  if (session.locked) {
    const holder = { pid: 8, machine: "here", since: "2026-11-21T10:00:00Z" };
    files.texts.set("/charity/.our.yaml.lock", JSON.stringify(holder));
  }
  const isNew = !files.texts.has(OUR);
  const queue = [...session.events];
  let faulty = files.faults.size > 0;
  let after = 0;
  let ended = false;
  const prompter: Prompter = {
    masks: session.masks,
    async line(prompt) {
      expectSound(files);
      for (let event = queue.shift(); event !== undefined; event = queue.shift()) {
        if (event.kind === "line") return { kind: "line", text: event.text };
        if (event.kind === "apt") return { kind: "line", text: aptLine(prompt, event.pick) };
        happen(files, event);
        faulty ||= files.faults.size > 0;
      }
      ended = true;
      after += 1;
      if (after > MOST_PROMPTS_AFTER_THE_END) throw new Error(`asks on after its end: ${prompt}`);
      return session.end;
    },
    close: () => undefined,
  };
  const argv = ["assess", "our.yaml", ...(isNew ? [...session.args, ...NEW] : session.args)];
  const machine = { pid: 7, name: "here", isAlive: (pid: number) => pid === 8 };
  const more = { interactive: true, machine, openPrompter: () => prompter };
  const { exitCode, stdout, stderr } = await runInMemory(argv, { ...more, files });
  files.texts.delete("/charity/.our.yaml.lock");
  files.faults.clear();
  expect(stderr).not.toContain("Something went wrong");
  expect(stdout + stderr).not.toMatch(/undefined|\[object|NaN/u);
  expect(stdout + stderr).not.toContain("\u001b");
  const usual = ended && session.end.kind === "signal" ? CODES[session.end.signal] : 0;
  expect(faulty ? [0, 3, usual] : [usual]).toContain(exitCode);
  await expectNoLintErrors(files);
}

function aptLine(prompt: string, pick: number): string {
  const [, lines = [""]] = APT.find(([asks]) => asks.test(prompt)) ?? [];
  return lines[pick % lines.length] ?? "";
}

function happen(files: MemoryFiles, event: Extract<Event, { kind: "fault" | "outside" }>): void {
  const text = files.texts.get(OUR);
  if (event.kind === "fault") {
    if (event.fault === undefined) files.faults.clear();
    else files.faults.set(OUR, event.fault);
  } else if (text !== undefined) {
    if (event.how === "removed") files.texts.delete(OUR);
    else files.texts.set(OUR, `${text}# somebody was here\n`);
  }
}

const assessments = (files: MemoryFiles) =>
  [...files.texts].filter(
    ([path, text]) => /\.ya?ml$/u.test(path) && text.includes("coprod: assessment/1"),
  );

const SEEN = new Set<string>();

/** Whatever is on the disk can be read; a text that was looked at once is not parsed again. */
function expectSound(files: MemoryFiles): void {
  for (const [path, text] of assessments(files)) {
    if (SEEN.has(text)) continue;
    SEEN.add(text);
    expect(parseAssessment(path, text).diagnostics).toEqual([]);
  }
}

async function expectNoLintErrors(files: MemoryFiles): Promise<void> {
  for (const [path] of assessments(files)) {
    const { exitCode, stdout } = await runInMemory(["lint", path], { files });
    expect({ path, exitCode, errors: stdout.match(/^.* error[: ].*$/gmu) ?? [] }).toEqual({
      path,
      exitCode: 0,
      errors: [],
    });
  }
}

describe("any session", () => {
  it("whatever is typed, ends or fails, nothing crashes or hangs, and every file is valid", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anySession, { minLength: 1, maxLength: 4 }), async (sessions) => {
        const files = charityFolder();
        for (const session of sessions) await play(files, session);
      }),
      { numRuns: Number(process.env["COPROD_FUZZ_RUNS"] ?? 40) },
    );
    expect(SEEN.size, "the sessions should get somewhere").toBeGreaterThan(50);
  }, 300_000);
});
