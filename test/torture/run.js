// Tries to break the built program: kill -9 in the middle of saves, cut files, hostile files and templates, signals, full
// disks, locks, pipes and devices, damaged caches; and to work out votes from what it prints. Prints what was tried and what was lost, and ends with 1 where anything
// was. Run after a build: npm run torture. `npm run torture -- kills cuts` takes some parts, `--times=0.1` a tenth of the
// kills. COPROD_BIN names another build. Some tries need Linux, python3, and root for small disks and devices.
import { table } from "../bench/table.js";
import { cuts } from "./cuts.js";
import { hostileFiles, hostileTemplates } from "./hostile.js";
import { kills } from "./kills.js";
import { caches, disks, locks, pipes, signals } from "./places.js";
import { votes } from "./votes.js";

const words = process.argv.slice(2);
const times = Number(words.find((word) => word.startsWith("--times="))?.split("=")[1] ?? 1);
const chosen = words.filter((word) => !word.startsWith("--"));
const PARTS = {
  kills: () => kills(times),
  cuts: () => cuts(Math.ceil(60 * times)),
  files: hostileFiles,
  templates: hostileTemplates,
  signals,
  disks,
  locks,
  pipes,
  caches,
  votes,
};

const tallies = [];
for (const [name, part] of Object.entries(PARTS)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  for (const tally of await part()) {
    tallies.push(tally);
    process.stderr.write(
      `${tally.row.join(" | ")}\n${tally.faults.map((fault) => `  ${fault}\n`).join("")}`,
    );
  }
}
process.stdout.write(
  `${table(
    ["what", "tries", "losses", "crashes", "hangs"],
    tallies.map(({ row }) => row),
  )}\n`,
);
process.exitCode = tallies.some(({ faults }) => faults.length > 0) ? 1 : 0;
