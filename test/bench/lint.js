// `coprod lint` of 1, 6 and many rubrics as a whole process, cold (nothing stored) and warm (every result stored),
// against a process that only reads and parses the same files with the `yaml` package, on one thread.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { interleaved, processTime, spreadOf } from "./pairs.js";
import { BIN, ROOT, RUBRICS } from "./places.js";
import { ms, table, times } from "./table.js";

const FLOOR = ["-e", "0"];
const SPECTRAL_RULES = join(import.meta.dirname, "spectral-rules.json");
export async function lint(folder, { rounds, many, spectral }) {
  const rows = [];
  for (const count of [1, 6, many])
    rows.push(
      ...(await rowsFor(folder, {
        count,
        rounds: count > 6 ? Math.min(rounds, 3) : rounds,
        spectral,
      })),
    );
  return {
    title: "Lint of many files: a whole process",
    text: table(["files", "what", "ms", "against", "its ms", "times", "MB"], rows),
  };
}

async function rowsFor(folder, { count, rounds, spectral }) {
  const at = join(folder, `lint-${count}`);
  makeRubrics(join(at, "rubrics"), count);
  const env = {
    COPROD_CACHE: join(at, "cache"),
    XDG_CACHE_HOME: join(at, "cache"),
    NODE_PATH: join(ROOT, "node_modules"),
  };
  const run =
    (args, more = {}) =>
    () =>
      processTime(args, { cwd: at, env, ...more });
  // Rubrics made of rubrics warn of the words that they share.
  const program = (...args) => run([BIN, "lint", "rubrics", ...args], { allowed: [0, 1] });
  const parse = run([join(import.meta.dirname, "bare-parse.cjs"), "rubrics"]);
  await program()();
  const rows = [
    await row(count, {
      rounds,
      what: "cold",
      measure: program("--no-cache"),
      against: "bare parse",
      other: parse,
      memory: () => memoryOf(at, env, "--no-cache"),
    }),
    await row(count, {
      rounds,
      what: "warm",
      measure: program(),
      against: "node -e 0",
      other: run(FLOOR),
      memory: () => memoryOf(at, env),
    }),
  ];
  if (spectral !== undefined) {
    const other = run(
      [spectral, "lint", "--ruleset", SPECTRAL_RULES, "--quiet", "rubrics/*.yaml"],
      {
        allowed: [0, 1],
      },
    );
    rows.push(
      await row(count, {
        rounds,
        what: "cold",
        measure: program("--no-cache"),
        against: "Spectral, 3 rules",
        other,
        memory: () => "",
      }),
    );
  }
  return rows;
}

async function row(count, { rounds, what, measure, against, other, memory }) {
  const { a, b, ratio } = await interleaved(rounds, measure, other);
  return [`${count}`, what, ms(a), against, ms(b), times(ratio), memory()];
}

/** Copies of the bundled rubrics, each with its own name and a sentence of its own, so that no two are the same. */
function makeRubrics(folder, count, names = allRubrics()) {
  if (existsSync(folder)) return;
  mkdirSync(folder, { recursive: true });
  for (let number = 0; number < count; number++) {
    const name = names[number % names.length];
    const text = readFileSync(join(RUBRICS, name), "utf8");
    const own = text
      .replace(/^id: (.*)$/mu, `id: $1-${number}`)
      .replace(/^(title: .*)$/mu, `$1 ${number}`);
    writeFileSync(join(folder, `${number}.yaml`), own);
  }
}

function allRubrics() {
  return readdirSync(RUBRICS).filter((name) => name.endsWith(".yaml") && name !== "guide.yaml");
}

const WARM_ROUNDS = 9;

/**
 * What one more file costs among few and among many: it should be the same. A small rubric, so that it ends today. Cold is
 * one run, as nothing is stored after it.
 */
export async function lintFlat(folder, counts) {
  const one = await flatTimes(folder, 1);
  const rows = [];
  let first;
  for (const count of counts) {
    const times = await flatTimes(folder, count);
    const cold = (times.cold - one.cold) / (count - 1);
    first ??= cold;
    const columns = [cold.toFixed(2), (cold / first).toFixed(2)];
    rows.push([`${count}`, ...columns, times.warm.toFixed(0)]);
  }
  const against = `against ${counts[0]}`;
  return {
    title: "Lint: what each further file costs",
    text: table(["files", "cold, ms each", against, "warm, ms in all"], rows),
  };
}

const SETTLED_MS = 2500;

async function flatTimes(folder, count) {
  const at = join(folder, `flat-${count}`);
  makeRubrics(join(at, "rubrics"), count, ["before-you-start.yaml"]);
  const env = { XDG_CACHE_HOME: join(at, "cache") };
  const run = () => processTime([BIN, "lint", "rubrics"], { cwd: at, env, allowed: [0, 1] });
  const cold = await run();
  // Once by what is in the files, and from then on by their looks, as soon as those have settled.
  await pause(SETTLED_MS);
  await run();
  return { cold, warm: (await timesOf(WARM_ROUNDS, run)).median };
}

async function timesOf(rounds, measure) {
  const times = [];
  for (let round = 0; round < rounds; round++) times.push(await measure());
  return spreadOf(times);
}

function memoryOf(cwd, env, ...args) {
  const note = join(cwd, "memory");
  const hook = join(import.meta.dirname, "memory-hook.js");
  try {
    execFileSync(process.execPath, ["--import", hook, BIN, "lint", "rubrics", ...args], {
      cwd,
      env: { ...process.env, ...env, BENCH_MEMORY: note },
      stdio: "ignore",
    });
  } catch {
    // It found problems; what it held was written down all the same.
  }
  return Number(readFileSync(note, "utf8")).toFixed(0);
}
