/**
 * A PDF without the moment it was printed and the browser's own number for it, so that the same plan gives the same bytes.
 * Every change keeps its length, because a PDF counts its own bytes.
 */
export function settlePdf(bytes: Uint8Array, day: string | undefined): Buffer {
  const digits = `${(day ?? "2000-01-01").replaceAll("-", "")}000000`;
  const text = Buffer.from(bytes).toString("latin1");
  const settled = text
    .replace(MOMENT, (_, name: string, zone: string) => `${name}(D:${digits}${plainZone(zone)})`)
    .replace(NUMBERS, (numbers) => numbers.replace(/(?<=<[^<>]*)[^<>](?=[^<>]*>)/gu, "0"));
  return Buffer.from(settled, "latin1");
}

const MOMENT = /(\/(?:CreationDate|ModDate) ?)\(D:\d{14}([^()]*)\)/gu;
const NUMBERS = /\/ID ?\[ ?<[0-9A-Fa-f]+> ?<[0-9A-Fa-f]+> ?\]/gu;

/** The same length, and no place on the globe. */
function plainZone(zone: string): string {
  return zone.replace(/[+-]/gu, "+").replace(/\d/gu, "0");
}
