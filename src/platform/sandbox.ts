import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Program } from "./own-program.ts";
import type { SandboxedCall, SandboxedResult } from "./ports.ts";

/** Counted from the moment the thread has loaded its program, so that a slow machine costs nobody their page. */
const MOST_MS = 1500;

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

/** What the thread runs is in files that the whole program shares. */
function threadIn(packageFolder: string): string {
  const [loader, dist] = [
    join(packageFolder, "bin", "compile-cache.js"),
    join(packageFolder, "dist"),
  ];
  return `require(${JSON.stringify(loader)}).programIn(${JSON.stringify(dist)}, [])("worker.js")["build/worker.js"]();`;
}

type Message = { readonly kind: "ready" } | { readonly kind: "done"; readonly value: unknown };
