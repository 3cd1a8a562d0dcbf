import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Program, SandboxedCall, SandboxedResult } from "./ports.ts";

/**
 * Of the processor, counted from the moment the thread has loaded its program, so that a slow or busy machine costs nobody
 * their page.
 */
const MOST_MS = 1500;

/** Of the clock on the wall: a thread that only waits comes to no end either. */
const MOST_WAITED_MS = 20_000;

const LIMITS = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 };

/** Runs a pure function of ours in a thread of its own, which is ended when it takes too long or too much. */
export function runSandboxed(call: SandboxedCall, program: Program): Promise<SandboxedResult> {
  const worker = new Worker(program.packed?.worker() ?? threadIn(program.packageFolder), {
    eval: true,
    workerData: call,
    resourceLimits: LIMITS,
    // Nothing it writes may end up in what is being piped.
    stdout: true,
    stderr: true,
    env: {},
  });
  return new Promise<SandboxedResult>((resolve, reject) => {
    let timer: { readonly stop: () => void } | undefined;
    const finish = (end: () => void): void => {
      timer?.stop();
      void worker.terminate();
      end();
    };
    worker.on("message", (message: Message) => {
      if (message.kind === "ready")
        timer = whenSpent(() => finish(() => resolve({ kind: "too-long" })));
      else finish(() => resolve({ kind: "done", value: message.value }));
    });
    worker.on("error", (error: NodeJS.ErrnoException) => {
      const isFull = error.code === "ERR_WORKER_OUT_OF_MEMORY";
      finish(() => (isFull ? resolve({ kind: "too-much-memory" }) : reject(error)));
    });
  });
}

/** Calls back when the time is used up. Meanwhile the program itself does nothing but wait. */
function whenSpent(done: () => void): { readonly stop: () => void } {
  const [before, began] = [process.cpuUsage(), performance.now()];
  const look = (): void => {
    const { user, system } = process.cpuUsage(before);
    const left = MOST_MS - (user + system) / 1000;
    if (left <= 0 || performance.now() - began > MOST_WAITED_MS) done();
    else timer = setTimeout(look, Math.max(left, LEAST_WAIT_MS));
  };
  let timer = setTimeout(look, MOST_MS);
  return { stop: () => clearTimeout(timer) };
}

const LEAST_WAIT_MS = 20;

/** What the thread runs is in files that the whole program shares. */
function threadIn(packageFolder: string): string {
  const [loader, dist] = [
    join(packageFolder, "bin", "compile-cache.js"),
    join(packageFolder, "dist"),
  ];
  return `require(${JSON.stringify(loader)}).programIn(${JSON.stringify(dist)}, [])("worker.js")["build/worker.js"]();`;
}

type Message = { readonly kind: "ready" } | { readonly kind: "done"; readonly value: unknown };
