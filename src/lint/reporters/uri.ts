import { wellFormed } from "./message.ts";

/** A path with forward or backward slashes as a relative URI; one that starts at the top of a disk as `file:`. */
export function relativeUri(path: string): string {
  const segments = path.replaceAll("\\", "/").split("/");
  const drive = /^[A-Za-z]:$/u.test(segments[0] ?? "") ? segments.shift() : undefined;
  const uri = segments.map((segment) => encodeURIComponent(wellFormed(segment))).join("/");
  if (drive !== undefined) return `file:///${drive}/${uri}`;
  return uri.startsWith("/") ? `file://${uri}` : uri;
}

/** Names a rule for programs that want an address. The project has no web page that could be linked. */
export function ruleUri(rule: string): string {
  return `urn:coprod:rule:${rule.split("/").map(encodeURIComponent).join("/")}`;
}
