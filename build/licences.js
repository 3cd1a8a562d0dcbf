import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./places.js";

const PACKAGE = /^(node_modules\/(?:@[^/]+\/)?[^/]+)\//;

/** The names and licence texts of all packages that the inputs of a build come from. */
export function licenceTexts(inputs) {
  const folders = new Set(inputs.flatMap((input) => PACKAGE.exec(input)?.[1] ?? []));
  return [
    "coprod contains parts of the packages below, each under the licence that follows its name.",
    ...[...folders].sort().map((folder) => licenceOf(join(ROOT, folder))),
  ].join(`\n\n${"-".repeat(78)}\n\n`);
}

function licenceOf(folder) {
  const read = (file) => readFileSync(join(folder, file), "utf8").replace(/\r\n?/g, "\n");
  const { name, version, license, author } = JSON.parse(read("package.json"));
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  const text = file === undefined ? standardText(license, author?.name ?? author) : read(file);
  if (text === undefined) throw new Error(`${name} brings no licence text.`);
  return `${name} ${version} (${license})\n\n${text.trim()}`;
}

/** For a package that names its licence and its author and brings no text: the terms of one that does, commander. */
function standardText(license, author) {
  if (license !== "MIT" || author === undefined) return undefined;
  const text = readFileSync(join(ROOT, "node_modules/commander/LICENSE"), "utf8");
  return `Copyright (c) ${author}\n\n${text.slice(text.indexOf("Permission is"))}`;
}
