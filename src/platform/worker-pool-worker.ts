import { parentPort, workerData } from "node:worker_threads";

const { file, name } = workerData as { file: string; name: string };
const loading = import(file) as Promise<Record<string, (input: unknown) => Promise<unknown>>>;

parentPort?.on("message", (input: unknown) => {
  // What goes wrong here is a fault of the program: it ends this thread, and the first one hears of it.
  void loading.then(async (loaded) => parentPort?.postMessage(await loaded[name]?.(input)));
});
