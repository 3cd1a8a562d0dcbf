import { EventEmitter } from "node:events";
import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { plainPrompter } from "../../src/node/plain-prompter.ts";

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

  it("lets a signal speak that comes together with the end of a terminal", async () => {
    const { input, signals, prompter } = wired({ echoes: true });
    const reply = prompter.line("> ");
    input.end();
    await new Promise((resolve) => setTimeout(resolve, 10));
    signals.emit("SIGHUP", "SIGHUP");
    expect(await reply).toEqual({ kind: "signal", signal: "SIGHUP" });
  });

  it("breaks the line itself where nobody sees what is typed", async () => {
    const { input, prompter, shown } = wired();
    input.write("2\n");
    await prompter.line("Our answer: ");
    expect(shown).toEqual(["Our answer: ", "\n"]);
  });

  it("leaves the line break to the terminal where what is typed is seen", async () => {
    const { input, prompter, shown } = wired({ echoes: true });
    input.write("2\n");
    await prompter.line("Our answer: ");
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
