#!/usr/bin/env node
"use strict";

// Before anything else is loaded, so that it is there for all of it. Node 20 has none, so we bring our own.
const {
  enableCompileCache = require("./compile-cache.js").enableCompileCache,
} = require("node:module");
enableCompileCache();

const { dirname } = require("node:path");
const { main } = require("../dist/coprod.js");

void main(process.argv.slice(2), { packageFolder: dirname(__dirname) }).then((code) => {
  process.exitCode = code;
});
