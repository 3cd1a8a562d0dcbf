#!/usr/bin/env node
"use strict";

const { existsSync } = require("node:fs");
const { dirname, join } = require("node:path");

const PROGRAM = join(dirname(__dirname), "dist", "coprod.js");

if (existsSync(PROGRAM)) start();
else {
  process.stderr.write("This folder is not built yet. Type: npm ci\n");
  // As where any other file can't be read.
  process.exitCode = 3;
}

function start() {
  // Before anything else is loaded, so that it is there for all of it. Node 20 has none, so we bring our own.
  const {
    enableCompileCache = require("./compile-cache.js").enableCompileCache,
  } = require("node:module");
  enableCompileCache();
  const { main } = require(PROGRAM);
  void main(process.argv.slice(2), { packageFolder: dirname(__dirname) }).then((code) => {
    process.exitCode = code;
  });
}
