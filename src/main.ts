import { run } from "./commands/program.ts";
import { nodeContext } from "./platform/context.ts";
import type { ExitCode } from "./platform/errors.ts";
import type { Program } from "./platform/ports.ts";

/** The executable's whole body: connects the program to this process. */
export function main(argv: readonly string[], program: Program): Promise<ExitCode> {
  return run(argv, nodeContext(program));
}
