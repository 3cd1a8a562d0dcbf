import { defineConfig } from "vitest/config";

/**
 * Files of tests that need a process of their own: they start programs and browsers, replace modules, or change what all
 * in a process share, such as its time zone. All others share their threads, and with them every module once imported.
 */
const APART = [
  "test/process/**/*.test.ts",
  "test/platform/**/*.test.ts",
  "test/**/browser.test.ts",
  "test/**/same-bytes-properties.test.ts",
];
const TESTS = "test/**/*.test.ts";

/** As the build does it. */
const SQL_AS_TEXT = {
  name: "sql-as-text",
  transform: (code: string, id: string) =>
    id.endsWith(".sql") ? `export default ${JSON.stringify(code)};` : undefined,
};

/** `--mode long` (npm run test:long) makes every property and every row of kills as long as it was meant to be. */
export default defineConfig(({ mode }) => ({
  plugins: [SQL_AS_TEXT],
  test: {
    // Browsers, child processes and property tests are slow on a busy machine; no test measures time.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Without a number, two processors get one file after another.
    maxWorkers: "100%",
    env: mode === "long" ? { COPROD_LONG_TESTS: "1" } : {},
    coverage: { include: ["src/**"], reporter: ["text-summary"] },
    projects: [
      {
        extends: true,
        test: {
          name: "shared",
          include: [TESTS],
          exclude: APART,
          pool: "threads",
          isolate: false,
        },
      },
      {
        extends: true,
        // Afterwards, since a thread is kept only while the next file is for it too.
        test: { name: "apart", include: APART, sequence: { groupOrder: 1 } },
      },
    ],
  },
}));
