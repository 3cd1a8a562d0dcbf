import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { builtFile, type Program } from "./own-program.ts";
import type { Crew } from "./ports.ts";

/** More threads than this wait for the disk and for memory rather than for each other. */
const MOST_HANDS = 8;

export function nodeCrew(program: Program): Crew {
  const hands = Math.min(availableParallelism(), MOST_HANDS);
  return {
    async workThrough({ module, name }, inputs, oneDone) {
      const results: unknown[] = [];
      const waiting = [...inputs.entries()];
      const workers = Array.from({ length: Math.min(hands, inputs.length) }, () =>
        startWorker(program, { file: builtFile(program, module), name }),
      );
      const work = async (worker: Worker): Promise<void> => {
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
          const [index, input] = next;
          results[index] = await answer(worker, input);
          oneDone();
        }
      };
      try {
        await Promise.all(workers.map(work));
      } finally {
        for (const worker of workers) void worker.terminate();
      }
      return results;
    },
  };
}

function startWorker(program: Program, workerData: { file: string; name: string }): Worker {
  const worker = new Worker(builtFile(program, "platform/worker-pool-worker"), {
    workerData,
    stdout: true,
    stderr: true,
  });
  // Each question listens for itself; between two of them nothing may bring the program down.
  worker.on("error", () => {});
  return worker;
}

function answer(worker: Worker, input: unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const done = (end: () => void): void => {
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
      end();
    };
    const onMessage = (value: unknown): void => done(() => resolve(value));
    const onError = (error: Error): void => done(() => reject(error));
    const onExit = (): void => done(() => reject(new Error("A thread ended before its work did.")));
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
    worker.postMessage(input);
  });
}
