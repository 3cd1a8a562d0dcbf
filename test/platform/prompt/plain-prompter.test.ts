import { EventEmitter } from "node:events";
import { PassThrough } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { plainPrompter } from "../../../src/platform/prompt/plain-prompter.ts";

function wired({ echoes = false } = {}) {
  const input = new PassThrough();
  const signals = new EventEmitter();
  const shown: string[] = [];
  const output = { write: (text: string) => void shown.push(text) };
  const raised: string[] = [];
  const raise = (signal: string) => void raised.push(signal);
  const prompter = plainPrompter({ input, output, signals, echoes, raise });
  return { input, signals, prompter, shown, raised };
}

/** Until it asks for the nth time: what comes before that is forgotten in a terminal, however long a busy machine takes. */
async function asked({ shown }: Pick<ReturnType<typeof wired>, "shown">, times: number) {
  while (shown.filter((text) => text === "> ").length < times) await pause(1);
}

describe("the plain prompter", () => {
  it("hands out every line once, in order, however early it came", async () => {
    const { input, prompter } = wired();
    input.end("one\r\ntwo\n\nlast without a line break");
    const replies = [];
    for (let count = 0; count < 6; count++) replies.push(await prompter.line("> "));
    expect(replies).toEqual([
      { kind: "line", text: "one" },
      { kind: "line", text: "two" },
      { kind: "line", text: "" },
      { kind: "line", text: "last without a line break" },
      { kind: "end" },
      { kind: "end" },
    ]);
  });

  it("waits for a line that has not come yet", async () => {
    const { input, prompter } = wired();
    const reply = prompter.line("> ");
    input.write("late\n");
    expect(await reply).toEqual({ kind: "line", text: "late" });
  });

  it("reads letters of any script, also where a chunk cuts one in two", async () => {
    const { input, prompter } = wired();
    const bytes = Buffer.from("ŷ مرحبا 🧑‍🤝‍🧑\n");
    input.write(bytes.subarray(0, 1));
    input.write(bytes.subarray(1));
    expect(await prompter.line("> ")).toEqual({ kind: "line", text: "ŷ مرحبا 🧑‍🤝‍🧑" });
  });

  it.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
    "gives %s as a reply, before any waiting line",
    async (signal) => {
      const { input, signals, prompter } = wired();
      input.write("early\n");
      await new Promise((resolve) => setImmediate(resolve));
      signals.emit(signal, signal);
      expect(await prompter.line("> ")).toEqual({ kind: "signal", signal });
      expect(await prompter.line("> ")).toEqual({ kind: "line", text: "early" });
    },
  );

  it("gives a signal to whoever waits", async () => {
    const { signals, prompter } = wired({ echoes: true });
    const reply = prompter.line("> ");
    signals.emit("SIGINT", "SIGINT");
    expect(await reply).toEqual({ kind: "signal", signal: "SIGINT" });
  });

  it("takes a broken terminal for a closed window", async () => {
    const { input, prompter } = wired({ echoes: true });
    const reply = prompter.line("> ");
    input.destroy(Object.assign(new Error("read EIO"), { code: "EIO" }));
    expect(await reply).toEqual({ kind: "signal", signal: "SIGHUP" });
  });

  it.each([
    ["a terminal", true],
    ["piped input", false],
  ])("lets a signal speak that comes together with the end of %s", async (_, echoes) => {
    const { input, signals, prompter } = wired({ echoes });
    const reply = prompter.line("> ");
    input.end();
    await pause(10);
    signals.emit("SIGTERM", "SIGTERM");
    expect(await reply).toEqual({ kind: "signal", signal: "SIGTERM" });
    expect(await prompter.line("> ")).toEqual({ kind: "end" });
  });

  it("uses every line up before it says that the input has ended", async () => {
    const { input, prompter } = wired();
    input.end("one\ntwo\n");
    await pause(150);
    const replies = [
      await prompter.line("> "),
      await prompter.line("> "),
      await prompter.line("> "),
    ];
    expect(replies.map((reply) => ("text" in reply ? reply.text : reply.kind))).toEqual([
      "one",
      "two",
      "end",
    ]);
  });

  it("row 10: lets no line answer in a terminal that was typed before it was asked for", async () => {
    const { input, prompter, shown } = wired({ echoes: true });
    input.write("2\n3\n");
    const reply = prompter.line("> ");
    await asked({ shown }, 1);
    input.write("4\n5\n");
    expect(await reply).toEqual({ kind: "line", text: "4" });
    const next = prompter.line("> ");
    await asked({ shown }, 2);
    input.write("1\n");
    expect(await next).toEqual({ kind: "line", text: "1" });
  });

  it("row 9: takes lines that come at once in a terminal as one note, with its empty lines", async () => {
    const { input, prompter, shown } = wired({ echoes: true });
    const note = { typing: "note" } as const;
    const first = prompter.line("> ", note);
    await asked({ shown }, 1);
    input.write("one\n\nthree\n");
    expect(await first).toEqual({ kind: "line", text: "one\n\nthree" });
    // The rest of a slow paste may be there before the note asks on.
    input.write("four\n");
    await pause(20);
    expect(await prompter.line("> ", note)).toEqual({ kind: "line", text: "four" });
    const last = prompter.line("> ", note);
    await asked({ shown }, 3);
    input.write("\n");
    expect(await last).toEqual({ kind: "line", text: "" });
  });

  it("row 11: takes an Enter that a shell let through raw for one of its own", async () => {
    const { input, prompter, shown } = wired({ echoes: true });
    const first = prompter.line("> ");
    await asked({ shown }, 1);
    input.write("\r");
    expect(await first).toEqual({ kind: "line", text: "" });
    const second = prompter.line("> ");
    await pause(150);
    input.write("\n");
    expect(await second).toEqual({ kind: "line", text: "" });
  });

  it("takes the line ends of Windows from a pipe as one, however slowly they come", async () => {
    const { input, prompter } = wired();
    input.write("one\r");
    await pause(150);
    input.write("\ntwo\r\n");
    expect(await prompter.line("> ")).toEqual({ kind: "line", text: "one" });
    expect(await prompter.line("> ")).toEqual({ kind: "line", text: "two" });
  });

  it("keeps a signal that comes in the middle of a paste", async () => {
    const { input, signals, prompter } = wired({ echoes: true });
    const reply = prompter.line("> ", { typing: "note" });
    await pause(20);
    input.write("one\ntwo\n");
    await pause(5);
    signals.emit("SIGTERM", "SIGTERM");
    expect(await reply).toEqual({ kind: "line", text: "one\ntwo" });
    expect(await prompter.line("> ")).toEqual({ kind: "signal", signal: "SIGTERM" });
  });

  it("breaks the line itself where nobody sees what is typed", async () => {
    const { input, prompter, shown } = wired();
    input.write("2\n");
    await prompter.line("Our answer: ");
    expect(shown).toEqual(["Our answer: ", "\n"]);
  });

  it("leaves the line break to the terminal where what is typed is seen", async () => {
    const { input, prompter, shown } = wired({ echoes: true });
    const reply = prompter.line("Our answer: ");
    await pause(20);
    input.write("2\n");
    await reply;
    expect(shown).toEqual(["Our answer: "]);
  });

  it("passes on, when it closes, that its terminal has gone", async () => {
    const { signals, prompter, raised } = wired({ echoes: true });
    const reply = prompter.line("> ");
    signals.emit("SIGHUP", "SIGHUP");
    await reply;
    expect(raised).toEqual([]);
    prompter.close();
    expect(raised).toEqual(["SIGHUP"]);
  });

  it("takes its hands off the signals when it closes", () => {
    const { signals, prompter } = wired();
    expect(signals.listenerCount("SIGINT")).toBe(1);
    prompter.close();
    expect(signals.eventNames()).toEqual([]);
  });
});
