#!/usr/bin/env node
"use strict";

const { existsSync } = require("node:fs");
const { dirname, join } = require("node:path");

const packageFolder = dirname(__dirname);
const DIST = join(packageFolder, "dist");

if (existsSync(DIST)) start(process.argv.slice(2));
else {
  process.stderr.write("This folder is not built yet. Type: npm ci\n");
  // As where any other file can't be read.
  process.exitCode = 3;
}

function start(words) {
  const { programIn } = require("./compile-cache.js");
  const { main } = programIn(DIST, words)("coprod.js")["src/main.ts"]();
  void main(words, { packageFolder }).then((code) => {
    process.exitCode = code;
  });
}
