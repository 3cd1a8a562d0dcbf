// Scoring and planning of 1, 100 and 10,000 assessments in one process: time must grow with their number and memory
// must not. And one save, against the least that a safe save can do.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { build } from "esbuild";
import { ROOT } from "./places.js";
import { table } from "./table.js";

export async function inProcess(folder, sizes) {
  const file = join(folder, "in-process.mjs");
  await build({
    entryPoints: [join(import.meta.dirname, "in-process-work.js")],
    outfile: file,
    bundle: true,
    platform: "node",
    format: "esm",
    logLevel: "error",
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
  });
  const options = { encoding: "utf8", maxBuffer: 2 ** 26, stdio: ["ignore", "pipe", "inherit"] };
  const work = spawnSync(
    process.execPath,
    ["--expose-gc", file, ROOT, folder, ...sizes.map(String)],
    options,
  );
  if (work.status !== 0) throw new Error(`The measured process ended with ${work.status}.`);
  const { rows, save } = JSON.parse(work.stdout);
  return [
    {
      title: "Many assessments in one process",
      text: table(["what", "assessments", "ms each", `against ${sizes[1]}`, "heap, MB"], rows),
    },
    { title: "One save", text: table(["what", "ms", "against", "its ms", "times"], [save]) },
  ];
}
