/** The system's own code of an error, such as ENOENT, or nothing. */
export function codeOf(error: unknown): string {
  return String((error as NodeJS.ErrnoException).code ?? "");
}
