// The thread of `src/platform/sandbox.ts`. It is one file, as the single-file program can load nothing from a disk.
import { parentPort, workerData } from "node:worker_threads";
import { fillUserTemplate } from "../src/documents/templates/sandbox.ts";

const FUNCTIONS = { fillUserTemplate };

const { name, input } = workerData;
parentPort.postMessage({ kind: "ready" });
parentPort.postMessage({ kind: "done", value: FUNCTIONS[name](input) });
