import type { ExitCode } from "./errors.ts";
import { nodeContext } from "./node/context.ts";
import type { Program } from "./node/own-program.ts";
import { run } from "./program.ts";

/** The executable's whole body: connects the program to this process. */
export function main(argv: readonly string[], program: Program): Promise<ExitCode> {
  return run(argv, nodeContext(program));
}
