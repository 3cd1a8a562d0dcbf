// Signals, full and locked disks, locks, pipes, devices and caches: none of them costs an answer, crashes or holds up.
import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import {
  BIN,
  EXAMPLE,
  inFolder,
  outcome,
  ROOT,
  run,
  SMALL,
  start,
  Tally,
  until,
  writeAnswered,
  writeSmall,
} from "./try.js";

const QUESTION = ["assess", "our.yaml", "--plain", "--question", "power-talked-about"];
const SIGNALS = [
  "SIGTERM",
  "SIGHUP",
  "SIGINT",
  "SIGQUIT",
  "SIGPIPE",
  "SIGUSR1",
  "SIGUSR2",
  "SIGTSTP",
  "SIGWINCH",
];

/** Each signal with a note half typed and votes half typed, in a pipe and in a terminal. */
export async function signals() {
  const tally = new Tally("9 signals: half a note, half the votes, in a pipe and in a terminal");
  for (const signal of SIGNALS) {
    await signalled(tally, {
      signal,
      name: "note",
      lines: "w\ntoken one\ntoken two\n",
      kept: /token one[\s\S]*token two/u,
    });
    await signalled(tally, { signal, name: "votes", lines: "v\n1234\n", kept: /unrevealed: /u });
    await inTerminal(tally, signal);
  }
  return [tally];
}

async function signalled(tally, { signal, name, lines, kept }) {
  await inFolder(async (folder) => {
    const path = writeSmall(folder);
    writeFileSync(
      path,
      SMALL.replace(
        "present: 4 }",
        "present: 4 }\n  - { group: trustees, name: Trustees, present: 3 }",
      ),
    );
    const talk = start(QUESTION, { cwd: folder });
    await until(talk, (said) => said.endsWith(": "));
    talk.child.stdin.write(lines);
    await until(talk, (said) =>
      name === "note" ? said.match(/^> /gmu)?.length >= 3 : /Trustees \(3 here\): $/u.test(said),
    );
    talk.child.kill(signal);
    if (["SIGTSTP", "SIGWINCH", "SIGUSR1", "SIGPIPE"].includes(signal)) {
      talk.child.kill("SIGCONT");
      talk.child.stdin.end();
    }
    const ended = await talk.ended;
    const text = readFileSync(path, "utf8");
    const debugs = /Debugger listening/u.test(ended.stderr) && "opens a port";
    tally.count(
      `${signal}, ${name}`,
      ended,
      debugs || (!kept.test(text) && "lost what was confirmed"),
    );
  });
}

const DRIVER = join(ROOT, "test", "support", "pty-drive.py");

async function inTerminal(tally, signal) {
  await inFolder((folder) => {
    const path = writeSmall(folder);
    const steps = [
      { pattern: "[:>?]\n[^\n]*Type \\? for help," },
      { send: "w\r", pause: 0.2 },
      { pattern: ">", send: "token one\r", pause: 0.3 },
      { signal: SIGNAL_NUMBERS[signal], pause: 0.2 },
      ...(["SIGTSTP"].includes(signal) ? [{ signal: 18 }] : []),
      { close: true },
    ];
    const job = {
      argv: [process.execPath, BIN, "assess", "our.yaml", "--question", "power-talked-about"],
      cwd: folder,
      steps,
      columns: 80,
      rows: 24,
      env: { TERM: "xterm-256color", NO_COLOR: "1" },
    };
    const driven = spawnSync("python3", [DRIVER], {
      input: JSON.stringify(job),
      encoding: "utf8",
      timeout: 40_000,
    });
    const hung = driven.error?.code === "ETIMEDOUT";
    const { output = "" } = hung ? {} : JSON.parse(driven.stdout || "{}");
    const isLost = !readFileSync(path, "utf8").includes("token one");
    tally.count(
      `${signal}, in a terminal`,
      { ...outcome({ status: 0, stdout: output }), hung },
      isLost && "lost what was confirmed",
    );
  });
}

const SIGNAL_NUMBERS = {
  SIGTERM: 15,
  SIGHUP: 1,
  SIGINT: 2,
  SIGQUIT: 3,
  SIGPIPE: 13,
  SIGUSR1: 10,
  SIGUSR2: 12,
  SIGTSTP: 20,
  SIGWINCH: 28,
};

/** Full, too small and read-only. What was saved stays whole, and the words say what to do. */
export async function disks() {
  const tally = new Tally("disks: full, small, read-only, a limit for files");
  for (const [name, kilobytes, lines] of [
    ["full at the first save", 4, "Charity\n\n1\n\nr\nq\n"],
    ["full later", 40, `${"w\nA note of a hundred words. \n\n".repeat(60)}q\nq\n`],
    ["a little room", 64, `${"w\nA note of a hundred words. \n\n".repeat(60)}q\nq\n`],
  ])
    await onDisk(tally, { name, kilobytes, lines });
  await limited(tally);
  await fullOutput(tally);
  return [tally];
}

async function onDisk(tally, { name, kilobytes, lines }) {
  await inFolder((folder) => {
    const disk = join(folder, "disk");
    mkdirSync(disk);
    const size = ["-t", "tmpfs", "-o", `size=${kilobytes}k`, "tmpfs", disk];
    if (spawnSync("mount", size).status !== 0) return;
    try {
      if (kilobytes < 8) firstSave(tally, { name, disk, lines });
      else laterSave(tally, { name, disk, lines });
    } finally {
      spawnSync("umount", ["-l", disk]);
    }
  });
}

function firstSave(tally, { name, disk, lines }) {
  writeFileSync(join(disk, "filling"), "x".repeat(4096));
  const ended = run(["assess", "our.yaml", "--plain"], { cwd: disk, input: lines });
  tally.count(name, ended, !/r, e or q/u.test(ended.stdout) && "offers no other place");
}

function laterSave(tally, { name, disk, lines }) {
  writeSmall(disk);
  const ended = run(QUESTION, { cwd: disk, input: lines });
  const isWhole = run(["score", "our.yaml"], { cwd: disk }).status === 0;
  tally.count(name, ended, !isWhole && "damaged");
}

async function limited(tally) {
  await inFolder((folder) => {
    writeAnswered(folder);
    const ended = run([], {
      cwd: folder,
      shell: 'ulimit -f 20; "$NODE" "$BIN" actions our.yaml --done a1',
    });
    tally.count(
      "a limit for files",
      ended,
      run(["score", "our.yaml"], { cwd: folder }).status !== 0 && "damaged",
    );
  });
}

/** All that prints, into a device that is always full. */
async function fullOutput(tally) {
  await inFolder((folder) => {
    writeAnswered(folder);
    for (const words of [
      "score our.yaml",
      "plan our.yaml -f md -o -",
      "actions our.yaml",
      "compare our.yaml our.yaml",
      "lint our.yaml",
      "rubric list",
      "guide",
      "schema rubric",
      "--help",
      "template list",
    ]) {
      const ended = run([], { cwd: folder, shell: `"$NODE" "$BIN" ${words} >/dev/full` });
      const isSilent = ended.status !== 3 || ended.stderr.trim() === "";
      tally.count(
        `${words} > /dev/full`,
        ended,
        isSilent && `ends with ${ended.status} and says "${ended.stderr.trim()}"`,
      );
    }
  });
}

export async function locks() {
  const tally = new Tally("lock files of every kind");
  for (const [name, make] of Object.entries(LOCKS))
    await inFolder((folder) => {
      const path = writeSmall(folder);
      make(join(folder, ".our.yaml.lock"));
      const ended = run(QUESTION, { cwd: folder, input: "y\nw\ntoken one\n\nq\n" });
      // biome-ignore lint/suspicious/noControlCharactersInRegex: this is what must not get through
      const codes = /\u001b/u.test(ended.said) && "escape codes";
      const isWhole = run(["score", "our.yaml"], { cwd: folder }).status === 0 && existsSync(path);
      tally.count(name, ended, codes || (!isWhole && "damaged"));
    });
  return [tally];
}

const lockOf = (more) =>
  JSON.stringify({ pid: process.pid, machine: hostname(), since: "2026-11-20T10:00:00Z", ...more });
const LOCKS = {
  "of a process that runs": (path) => writeFileSync(path, lockOf({})),
  "of a process that has ended": (path) => writeFileSync(path, lockOf({ pid: 4_000_000 })),
  "of process 1, years ago": (path) =>
    writeFileSync(path, lockOf({ pid: 1, since: "2020-01-01T00:00:00Z" })),
  "of another computer": (path) => writeFileSync(path, lockOf({ machine: "office" })),
  "with escape codes": (path) =>
    writeFileSync(path, lockOf({ machine: "\u001b]0;x\u0007\n::error::x" })),
  "with a number below nothing": (path) => writeFileSync(path, lockOf({ pid: -1 })),
  "with a huge number": (path) => writeFileSync(path, lockOf({ pid: 1e308 })),
  "with part of a number": (path) => writeFileSync(path, lockOf({ pid: 1.5 })),
  "with a day far away": (path) =>
    writeFileSync(path, lockOf({ since: "+275760-09-13T00:00:00Z" })),
  "with a day that is none": (path) => writeFileSync(path, lockOf({ since: "yesterday" })),
  "with nothing": (path) => writeFileSync(path, ""),
  junk: (path) => writeFileSync(path, "junk"),
  "too large": (path) => writeFileSync(path, "x".repeat(2 * 1024 * 1024)),
  "not text": (path) => writeFileSync(path, Buffer.from([0xff, 0xfe])),
  "a list": (path) => writeFileSync(path, "[1]"),
  "nothing at all": (path) => writeFileSync(path, "null"),
  "a folder": (path) => mkdirSync(path),
  "a pipe": (path) => execFileSync("mkfifo", [path]),
  "a link to a device": (path) => symlinkSync("/dev/zero", path),
  "a link to nothing": (path) => symlinkSync("nowhere", path),
  "a link to itself": (path) => symlinkSync(path, path),
};

/** A pipe or a device wherever a file can stand. */
export async function pipes() {
  const tally = new Tally("pipes and devices in the place of files");
  const kinds = {
    pipe: (path) => execFileSync("mkfifo", [path]),
    "link to /dev/zero": (path) => symlinkSync("/dev/zero", path),
  };
  for (const [kind, make] of Object.entries(kinds))
    for (const [name, { at, args, input }] of Object.entries(PLACES))
      await inFolder((folder) => {
        writeSmall(folder);
        mkdirSync(join(folder, "t", "partials"), { recursive: true });
        const path = join(folder, at);
        rmSync(path, { force: true });
        make(path);
        const ended = run(args, { cwd: folder, input });
        tally.count(`${kind} as ${name}`, ended, !isSame(path) && "was replaced");
      });
  await pipeMeanwhile(tally);
  await deviceReplaced(tally);
  return [tally];
}

function isSame(path) {
  return !statSync(path).isFile();
}

const PLACES = {
  "the assessment, score": { at: "our.yaml", args: ["score", "our.yaml"] },
  "the assessment, assess": { at: "our.yaml", args: QUESTION, input: "1\nq\n" },
  "the assessment, actions": { at: "our.yaml", args: ["actions", "our.yaml", "--done", "a1"] },
  "the assessment, found": { at: "our.yaml", args: ["score"] },
  "the assessment, lint": { at: "our.yaml", args: ["lint", "--no-cache", "--fix", "our.yaml"] },
  "another assessment": { at: "x.yaml", args: ["compare", "our.yaml", "x.yaml"] },
  "the plan": { at: "p.html", args: ["plan", "our.yaml", "-o", "p.html"] },
  "the plan, --force": { at: "p.html", args: ["plan", "our.yaml", "-o", "p.html", "--force"] },
  "a report": { at: "r.json", args: ["lint", "--no-cache", "our.yaml", "--output", "json=r.json"] },
  "the answers": { at: "x.yaml", args: ["assess", "our.yaml", "--answers", "x.yaml"] },
  "a rubric": { at: "x.yaml", args: ["rubric", "show", "./x.yaml"] },
  "a template": {
    at: "x.text.hbs",
    args: ["plan", "our.yaml", "-f", "text", "-o", "-", "--template", "x.text.hbs"],
  },
  "a part": {
    at: "t/partials/x.text.hbs",
    args: ["plan", "our.yaml", "-f", "text", "-o", "-", "--template", "t"],
  },
  settings: { at: "coprod.yaml", args: ["lint", "--no-cache"] },
  "a list of what to ignore": { at: ".gitignore", args: ["lint", "--no-cache"] },
  "a copy": { at: ".our.yaml.2026-11-20T100000Z.bak", args: QUESTION, input: "1\nq\n" },
};

async function pipeMeanwhile(tally) {
  await inFolder(async (folder) => {
    const path = writeSmall(folder);
    const talk = start(QUESTION, { cwd: folder });
    await until(talk, (said) => said.endsWith(": "));
    rmSync(path);
    execFileSync("mkfifo", [path]);
    talk.child.stdin.end("w\ntoken\n\ne\nother.yaml\nq\n");
    const ended = await talk.ended;
    const isKept = readdirSync(folder).includes("other.yaml");
    tally.count(
      "a pipe in the place of the file meanwhile",
      ended,
      !isKept && "not saved elsewhere",
    );
  });
}

async function deviceReplaced(tally) {
  for (const words of [
    ["plan", EXAMPLE, "-f", "md", "-o", "null", "--force"],
    ["lint", "--no-cache", EXAMPLE, "--output", "json=null"],
  ])
    await inFolder((folder) => {
      const path = join(folder, "null");
      if (spawnSync("mknod", [path, "c", "1", "3"]).status !== 0) return;
      const ended = run(words, { cwd: folder });
      tally.count(
        `${words[0]} into a device`,
        ended,
        !statSync(path).isCharacterDevice() && "was replaced",
      );
    });
}

/** What is kept between runs, damaged or written by somebody else. */
export async function caches() {
  const tally = new Tally("caches: damaged in every way, or another's");
  for (const [name, damage] of Object.entries(DAMAGES))
    await inFolder((folder) => {
      const cache = join(folder, "cache");
      const env = { XDG_CACHE_HOME: cache };
      const unsound = join(folder, "x.yaml");
      writeFileSync(unsound, "coprod: rubric/1\nid: x\n");
      const lint = () => run(["lint", "x.yaml", "--format", "compact"], { cwd: folder, env });
      mkdirSync(cache);
      const before = lint();
      lint();
      for (const path of filesBelow(cache)) damage(path);
      damage(join(cache, "coprod"), true);
      const after = lint();
      tally.count(
        name,
        after,
        (after.stdout !== before.stdout || after.status !== before.status) && "believed",
      );
      tally.count(`${name}, once more`, lint());
    });
  return [tally];
}

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

const written = (change) => (path, isTop) => {
  if (!isTop) writeFileSync(path, change(readFileSync(path)));
};

const DAMAGES = {
  emptied: written(() => ""),
  cut: written((bytes) => bytes.subarray(0, bytes.length / 2)),
  "one byte changed": written((bytes) =>
    bytes.map((byte, at) => (at === bytes.length >> 1 ? byte ^ 1 : byte)),
  ),
  "of another shape": written(() => "{}"),
  "a list": written(() => "[]"),
  "nothing in it": written(() => "null"),
  "no problems told": written((bytes) =>
    isText(bytes)
      ? bytes
          .toString()
          .replace(/"problems":\[.*?\]/gu, '"problems":[]')
          .replace(/"diagnostics":\[.*\]/gu, '"diagnostics":[]')
      : bytes,
  ),
  "each entry empty": written((bytes) =>
    isText(bytes) ? bytes.toString().replace(/\{[^{}]*\}/gu, "{}") : bytes,
  ),
  "of another owner": (path) => tried(() => chownSync(path, 65_534, 65_534)),
  "writable for all": (path) => chmodSync(path, 0o777),
};

function isText(bytes) {
  return bytes[0] === 0x7b || bytes[0] === 0x5b;
}

function tried(work) {
  try {
    work();
  } catch {
    // Only its owner can give a file away.
  }
}
