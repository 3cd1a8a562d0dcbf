import { parentPort, workerData } from "node:worker_threads";

const { url, name, input } = workerData as { url: string; name: string; input: unknown };
const loaded = (await import(url)) as Record<string, (input: unknown) => unknown>;
parentPort?.postMessage({ kind: "ready" });
parentPort?.postMessage({ kind: "done", value: loaded[name]?.(input) });
