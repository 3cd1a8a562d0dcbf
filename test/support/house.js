import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../build/places.js";

const SRC = join(ROOT, "src");
/** Where one file a rule or a screen is what a stranger expects, however many there are. */
const LISTS = /^(?:lint\/rules|workshop\/screens)\b/;

/** What a stranger has to hold of the house, with how much of it there may be. */
export function houseMeasures() {
  const sources = textsBelow(SRC, ".ts");
  const tools = ["build", "bin"].flatMap((name) => textsBelow(join(ROOT, name), ".js"));
  return [
    measure("rooms and loose files at the top of src", readdirSync(SRC), 18),
    measure("files in src", sources, 430),
    measure("flat folders above 30 files (rules and screens apart)", flatFolders(sources), 0),
    measure("exported names with two homes", namesWithTwoHomes(sources), 0),
    {
      what: "longest function, lines",
      value: Math.max(...sources.flatMap(functionLengths)),
      most: 50,
    },
    {
      what: "longest file, lines",
      value: Math.max(...sources.map(({ lines }) => lines.length)),
      most: 300,
    },
    {
      what: "lines in build and bin",
      value: tools.flatMap(({ lines }) => lines).length,
      most: 700,
    },
  ];
}

function measure(what, found, most) {
  return { what, value: found.length, most, found };
}

function textsBelow(folder, ...endings) {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => endings.some((ending) => path.endsWith(ending)))
    .map((path) => {
      const text = readFileSync(join(folder, path), "utf8");
      return { path: path.replaceAll("\\", "/"), lines: text.trimEnd().split("\n") };
    });
}

function flatFolders(sources) {
  const byFolder = grouped(sources, ({ path }) => path.replace(/[^/]+$/, ""));
  return [...byFolder].flatMap(([folder, files]) =>
    files.length > 30 && !LISTS.test(folder) ? [folder] : [],
  );
}

function namesWithTwoHomes(sources) {
  const homes = grouped(
    sources.flatMap(({ path, lines }) => exportedNames(lines).map((name) => ({ name, path }))),
    ({ name }) => name,
  );
  return [...homes].flatMap(([name, places]) =>
    places.length > 1 ? [`${name}: ${places.map(({ path }) => path).join(", ")}`] : [],
  );
}

const EXPORT = /^export (?:async )?(?:function\*?|const|class|interface|type|enum) (\w+)/;

function exportedNames(lines) {
  return [...new Set(lines.flatMap((line) => EXPORT.exec(line)?.[1] ?? []))];
}

/** From the line that begins it to the brace that ends it, at the left edge as the formatter puts them. */
function functionLengths({ lines }) {
  return lines.flatMap((line, start) => {
    if (!/^(?:export )?(?:async )?function/.test(line)) return [];
    const end = lines.findIndex((each, index) => index > start && each === "}");
    return [end - start + 1];
  });
}

function grouped(items, keyOf) {
  const groups = new Map();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
