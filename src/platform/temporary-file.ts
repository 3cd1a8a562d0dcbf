import { readdirSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { isAlive } from "./is-alive.ts";

/** A name beside the target that says whose it is: the process that writes it. */
export function temporaryPath(target: string): string {
  // No secret: a file that is there already is never opened.
  const number = Math.floor(Math.random() * 2 ** 32);
  const unique = `${process.pid}-${number.toString(16).padStart(8, "0")}`;
  return join(dirname(target), `${prefixOf(target)}${unique}.tmp`);
}

/** Removes what a killed save of this same file left behind; another live process keeps its own. */
export function removeStale(target: string): void {
  const folder = dirname(target);
  const prefix = prefixOf(target);
  for (const name of readdirSync(folder)) {
    const rest = name.startsWith(prefix) ? name.slice(prefix.length) : "";
    const match = /^(\d+)-[0-9a-f]{8}\.tmp$/u.exec(rest);
    if (match === null || isAlive(Number(match[1]))) continue;
    rmSync(join(folder, name), { force: true });
  }
}

// Short, because a name may have at most 255 bytes and a letter up to four.
function prefixOf(target: string): string {
  return `.${[...basename(target)].slice(0, 40).join("")}.`;
}
