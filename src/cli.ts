import type { ExitCode } from "./errors.ts";
import { nodeContext } from "./node/context.ts";
import { run } from "./program.ts";

/** The executable's whole body: connects the program to this process. */
export async function main(argv: readonly string[]): Promise<ExitCode> {
  return run(argv, await nodeContext());
}
