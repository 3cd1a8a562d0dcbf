import { defineConfig } from "vitest/config";
import ofAllTests from "../../vitest.config.ts";

// biome-ignore lint/style/noDefaultExport: vitest reads its settings from the default export.
export default defineConfig({
  // The SQL is read as the build reads it.
  plugins: ofAllTests({ mode: "test", command: "serve" }).plugins,
  // On a busy machine a test takes long; a mutant that hangs is ended by the run itself.
  test: { include: ["test/mutation/whole-suite.js"], testTimeout: 120_000 },
});
