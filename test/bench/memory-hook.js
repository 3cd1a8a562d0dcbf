// Loaded before a measured program: writes the most memory it held, in MB, to the file named in BENCH_MEMORY.
import { writeFileSync } from "node:fs";

process.on("exit", () => {
  writeFileSync(process.env.BENCH_MEMORY, String(process.resourceUsage().maxRSS / 1024));
});
