import { FileError } from "./errors.ts";
import { decodeText, MAX_BYTES } from "./files.ts";

/** All of standard input as UTF-8 text; the same limits as a file. */
export async function readStdin(): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    const bytes = Buffer.from(chunk as Uint8Array);
    size += bytes.length;
    if (size > MAX_BYTES) throw new FileError("standard input", "too-large");
    chunks.push(bytes);
  }
  return decodeText("standard input", Buffer.concat(chunks));
}
