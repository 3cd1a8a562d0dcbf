import { spawn } from "node:child_process";

/**
 * Two things measured in turn, A B B A A B …, so that a machine that slows down slows both. Each is a function that
 * gives milliseconds (or a promise of them). One round before the first is thrown away.
 */
export async function interleaved(rounds, a, b) {
  const pairs = [];
  for (let round = 0; round <= rounds; round++) {
    const pair = round % 2 === 0 ? [await a(), await b()] : (await inTurn(b, a)).toReversed();
    if (round > 0) pairs.push(pair);
  }
  const ratios = pairs.map(([one, other]) => one / other);
  return {
    a: spreadOf(pairs.map(([one]) => one)),
    b: spreadOf(pairs.map(([, other]) => other)),
    ratio: spreadOf(ratios),
  };
}

/** The middle value and the middle half around it. */
export function spreadOf(values) {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (part) => sorted[Math.floor((sorted.length - 1) * part)];
  return { median: at(0.5), low: at(0.25), high: at(0.75) };
}

/** Wall milliseconds of one whole process. Throws unless it ends with one of the exit codes allowed. */
export function processTime(args, { cwd, env, allowed = [0], command = process.execPath } = {}) {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ["ignore", "ignore", "pipe"],
    });
    let complaint = "";
    child.stderr.on("data", (data) => {
      complaint += data;
    });
    child.once("error", reject);
    child.once("close", (code) => {
      const took = performance.now() - began;
      if (allowed.includes(code)) resolve(took);
      else reject(new Error(`${args.join(" ")} ended with ${code}: ${complaint}`));
    });
  });
}

/** The same, up to the moment that its output fits; then the process is stopped. */
export function timeUntil(args, { cwd, shows }) {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const child = spawn(process.execPath, args, { cwd, stdio: ["pipe", "pipe", "ignore"] });
    let output = "";
    let took;
    child.stdout.on("data", (data) => {
      output += data;
      if (took !== undefined || !shows.test(output)) return;
      took = performance.now() - began;
      child.kill("SIGKILL");
    });
    child.once("error", reject);
    child.once("close", () => {
      if (took === undefined)
        reject(new Error(`${args.join(" ")} never showed ${shows}: ${output}`));
      else resolve(took);
    });
  });
}

async function inTurn(first, second) {
  return [await first(), await second()];
}
