import { contentHash } from "./content-hash.ts";

/** What the build made of a text that comes with coprod, so that it is not read as YAML again with every run. */
export interface ReadyText<Value> {
  /** Of the text it was made from. */
  readonly hash: string;
  readonly value: Value;
}

/** The ready value, or undefined where there is none or the text is no longer the one it was made from. */
export async function readyValue<Value>(
  load: (() => Promise<ReadyText<Value>>) | undefined,
  text: string,
): Promise<Value | undefined> {
  const ready = await load?.();
  return ready !== undefined && ready.hash === contentHash(text) ? ready.value : undefined;
}
