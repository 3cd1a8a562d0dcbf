// The least a linter of YAML can do: read each file of a folder and parse it, with the positions of its lines.
const { readdirSync, readFileSync } = require("node:fs");
const { join } = require("node:path");
const { LineCounter, parseDocument } = require("yaml");

const [folder] = process.argv.slice(2);
for (const name of readdirSync(folder)) {
  const document = parseDocument(readFileSync(join(folder, name), "utf8"), {
    lineCounter: new LineCounter(),
  });
  if (document.errors.length > 0) throw document.errors[0];
}
