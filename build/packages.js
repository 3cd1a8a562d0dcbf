import { join } from "node:path";
import { PACKAGES } from "./places.js";

/** The form in which packages are bundled where it is not the one that Node would take. */
const FORMS = {
  // The same code as ES modules: smaller, and only what is used is taken.
  yaml: "yaml/browser/dist/index.js",
  // Without the hooks into Node's own `require`, and without threads.
  handlebars: "handlebars/dist/cjs/handlebars.js",
  fflate: "fflate/esm/browser.js",
};

/** What packages ask for and we never reach. */
const STUBS = [
  // Opens a text editor for a prompt that we do not use; with it come tables of half a megabyte.
  { filter: /^@inquirer\/external-editor$/, contents: "export const editAsync = undefined;" },
  // We say ourselves whether there is colour; to find it out means to load what handles terminals.
  { filter: /^#supports-color$/, contents: "export default {};" },
  // Handlebars has a way of its own to do without.
  { filter: /^source-map$/, contents: "export {};" },
  // commander starts other programs only for commands that are programs of their own.
  { filter: /^node:child_process$/, from: /commander/, contents: "exports.spawn = undefined;" },
  // It takes 8 ms to load, and most runs hash nothing.
  {
    filter: /^node:crypto$/,
    from: /[\\/]src[\\/]/,
    contents: `export const createHash = (name) => require("node:crypto").createHash(name);`,
  },
];

/** Chooses the forms, and puts the stubs in place of what they stand for. */
export const packages = {
  name: "packages",
  setup(build) {
    build.onResolve({ filter: /^(?:yaml|handlebars|fflate)$/ }, ({ path }) => ({
      path: join(PACKAGES, FORMS[path]),
    }));
    for (const { filter, from, contents } of STUBS) {
      const namespace = `stub${filter.source}`;
      build.onResolve({ filter }, ({ path, importer }) =>
        from === undefined || from.test(importer) ? { path, namespace } : undefined,
      );
      build.onLoad({ filter: /.*/, namespace }, () => ({ contents }));
    }
  },
};
