import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./places.js";

const PACKAGE = /^(.*node_modules\/((?:@[^/]+\/)?[^/]+))\//;

/** The names and licence texts of all packages that the inputs of a build come from. */
export function licenceTexts(inputs) {
  const folders = new Map(
    inputs.flatMap((input) => {
      const [, folder, name] = PACKAGE.exec(input) ?? [];
      return name === undefined ? [] : [[name, join(ROOT, folder)]];
    }),
  );
  const byTerms = new Map();
  for (const folder of [...folders].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const { title, text } = licenceOf(folder);
    const { owners, terms } = partsOf(text);
    const key = terms.replace(/\s+/g, " ").toLowerCase();
    const { titles, ...same } = byTerms.get(key) ?? { titles: new Map(), terms };
    titles.set(owners, [...(titles.get(owners) ?? []), title]);
    byTerms.set(key, { titles, ...same });
  }
  const packages = (titles) =>
    [...titles].map(([owners, names]) => `${names.join("\n")}\n${owners}`).join("\n\n");
  return [
    "coprod contains parts of the packages below. Each stands under the licence that follows it.",
    ...[...byTerms.values()].map(({ titles, terms }) => `${packages(titles)}\n\n${terms}`),
  ].join(`\n\n${"-".repeat(78)}\n\n`);
}

const HEADING = /^\(?(?:the )?(?:mit|isc) licen[cs]e\)?(?: \(\w+\))?:?$/i;
const OWNER = /^copyright (?!notice|holder)/i;

/** Whose it is, and what may be done with it: the latter is the same for many, and stands there once for all of them. */
function partsOf(text) {
  const lines = text.split("\n").map((line) => line.trimEnd());
  const isOwner = (line) => OWNER.test(line.trim());
  const terms = lines.filter((line) => !isOwner(line) && !HEADING.test(line.trim()));
  return {
    owners: lines.filter(isOwner).join("\n"),
    terms: terms
      .join("\n")
      .replace(/\n{3,}/g, "\n\n")
      .trim(),
  };
}

function licenceOf([name, folder]) {
  const { version, license, author } = JSON.parse(
    readFileSync(join(folder, "package.json"), "utf8"),
  );
  const file = readdirSync(folder).find((each) => /^licen[cs]e(?:\.|$)/i.test(each));
  const text = file === undefined ? standardText(license, author) : readText(folder, file);
  if (text === undefined) throw new Error(`${name} brings no licence text.`);
  return { title: `${name} ${version} (${license})`, text: text.trim() };
}

function readText(folder, file) {
  return readFileSync(join(folder, file), "utf8").replace(/\r\n?/g, "\n");
}

/** For a package that names its licence and its author and brings no text. */
function standardText(license, author) {
  const name = typeof author === "object" ? author.name : author;
  return license === "MIT" && name ? `Copyright (c) ${name}\n\n${MIT}` : undefined;
}

const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;
