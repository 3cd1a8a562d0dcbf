// A file that lost its end: every cut that loses an answer is noticed, and offered to be put right from a copy before
// anything is written.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inFolder, run, seeded, Tally, writeAnswered } from "./try.js";

export async function cuts(count = 60) {
  return [
    await cut("cut at a random place, then score", count, (text) => text),
    // As coprod 0.1 wrote it: nothing in the file says where it ends.
    await cutBesideCopy("the same without an end line, beside its copy, then assess", count),
  ];
}

/** The last answers and actions of a file lie before this. */
function cutAt(text, random) {
  const most = text.lastIndexOf("\n", text.trimEnd().length - 60);
  return text.slice(0, 1 + Math.floor(random() * most));
}

async function cut(what, count, made) {
  const tally = new Tally(what);
  const random = seeded(3);
  await inFolder((folder) => {
    const { path, text } = writeAnswered(folder);
    for (let at = 0; at < count; at++) {
      writeFileSync(path, cutAt(made(text), random));
      const ended = run(["score", "our.yaml"], { cwd: folder });
      tally.count(`cut ${at}`, ended, ended.status === 0 && "taken for the truth");
    }
  });
  return tally;
}

async function cutBesideCopy(what, count) {
  const tally = new Tally(what);
  const random = seeded(4);
  const question = ["assess", "our.yaml", "--plain", "--question", "power-talked-about"];
  for (let at = 0; at < count; at++)
    await inFolder((folder) => {
      const { path } = writeAnswered(folder);
      writeFileSync(
        path,
        readFileSync(path, "utf8")
          .replace(/^# The (?:last line|end).*\n/gmu, "")
          .replace(/^# Made by coprod.*\n/mu, ""),
      );
      run(question, { cwd: folder, input: "w\nA note.\n\nq\n" });
      const left = cutAt(readFileSync(path, "utf8"), random);
      writeFileSync(path, left);
      const ended = run(question, { cwd: folder, input: "w\nMore.\n\nq\n" });
      const isWritten = readFileSync(join(folder, "our.yaml"), "utf8") !== left;
      tally.count(`cut ${at}`, ended, isWritten && "saved over without a word");
    });
  return tally;
}
