import { defineConfig } from "vitest/config";

// Without the property tests: they would catch most mutants too, but take a hundred times as long for each.
// biome-ignore lint/style/noDefaultExport: vitest reads its settings from the default export.
export default defineConfig({
  test: {
    include: ["test/{scorecard,plan}/**/*.test.ts"],
    exclude: ["test/**/*-properties.test.ts"],
  },
});
