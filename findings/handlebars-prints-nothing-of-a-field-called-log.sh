#!/usr/bin/env bash
# Handlebars (npm) 4.7.10 has helpers called log, with, if, each, unless and lookup. A field of the data with such a name is
# not to be had by it: {{with}}, say of who was with us, throws, and {{log}}, of a log of meetings, is empty, without a word,
# as helpers go before fields. One expects a name without any argument to be the field, since it is where it is an
# argument: {{#if log}} finds it. {{this.log}} or {{./log}} prints it.
# Output seen: log ""; with, if, each, unless, lookup: throw; this.log "Met"; ./log "Met"; #if log "yes"
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund handlebars@4.7.10
cat >try.cjs <<'JS'
const assert = require("node:assert");
const Handlebars = require("handlebars");
const names = ["log", "with", "if", "each", "unless", "lookup"];
const data = Object.fromEntries([...names, "notes"].map((name) => [name, "Met"]));
function filled(template) {
  try {
    return JSON.stringify(Handlebars.compile(template)(data));
  } catch {
    return "throws";
  }
}
const templates = [...names, "notes", "this.log", "./log"].map((name) => `{{${name}}}`).concat("{{#if log}}yes{{/if}}");
const seen = templates.map(filled);
console.log(templates.map((template, at) => `${template} ${seen[at]}`).join("; "));
assert.deepEqual(seen, ['""', ...Array(5).fill("throws"), '"Met"', '"Met"', '"Met"', '"yes"']);
JS
node try.cjs
