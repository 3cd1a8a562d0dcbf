import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Program } from "./own-program.ts";
import type { SandboxedCall, SandboxedResult } from "./ports.ts";

/** Counted from the moment the thread has loaded its program, so that a slow machine costs nobody their page. */
const MOST_MS = 1500;

const LIMITS = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 };

/** Runs a pure function of ours in a thread of its own, which is ended when it takes too long or too much. */
export function runSandboxed(call: SandboxedCall, program: Program): Promise<SandboxedResult> {
  const { packed, packageFolder } = program;
  const code = packed?.worker() ?? join(packageFolder, "dist", "worker.js");
  const worker = new Worker(code, {
    eval: packed !== undefined,
    workerData: call,
    resourceLimits: LIMITS,
    // Nothing it writes may end up in what is being piped.
    stdout: true,
    stderr: true,
    env: {},
  });
  return new Promise<SandboxedResult>((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    const finish = (end: () => void): void => {
      clearTimeout(timer);
      void worker.terminate();
      end();
    };
    worker.on("message", (message: Message) => {
      if (message.kind === "ready")
        timer = setTimeout(() => finish(() => resolve({ kind: "too-long" })), MOST_MS);
      else finish(() => resolve({ kind: "done", value: message.value }));
    });
    worker.on("error", (error: NodeJS.ErrnoException) => {
      const isFull = error.code === "ERR_WORKER_OUT_OF_MEMORY";
      finish(() => (isFull ? resolve({ kind: "too-much-memory" }) : reject(error)));
    });
  });
}

type Message = { readonly kind: "ready" } | { readonly kind: "done"; readonly value: unknown };
