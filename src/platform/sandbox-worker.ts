import { parentPort, workerData } from "node:worker_threads";

const { file, name, input } = workerData as { file: string; name: string; input: unknown };
void import(file).then((loaded: Record<string, (input: unknown) => unknown>) => {
  parentPort?.postMessage({ kind: "ready" });
  parentPort?.postMessage({ kind: "done", value: loaded[name]?.(input) });
});
