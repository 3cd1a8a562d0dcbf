import { textAround } from "./format.ts";

const TAG = /<(\/?)([a-zA-Z][a-zA-Z0-9-]*)([^<>]*)>/gu;

interface Tag {
  readonly name: string;
  readonly isEnd: boolean;
  readonly attributes: string;
  readonly at: number;
}

/** What is wrong with the parts of a page as a whole: its headings, names of places, ends and tables. */
export function shapeProblems(html: string): readonly string[] {
  const tags = [...html.matchAll(TAG)].map((found): Tag => {
    const [, slash, name = "", attributes = ""] = found;
    return { name: name.toLowerCase(), isEnd: slash === "/", attributes, at: found.index };
  });
  const found = [headingProblems, idProblems, endProblems, tableProblems];
  return found
    .flatMap((problemsIn) => problemsIn(tags))
    .map(({ says, place }) =>
      place === undefined ? says : `${says} It stands in: ${textAround(html, place)}`,
    );
}

interface Problem {
  readonly says: string;
  readonly place?: number;
}

function headingProblems(tags: readonly Tag[]): readonly Problem[] {
  const headings = tags.filter(({ name, isEnd }) => !isEnd && /^h[1-6]$/u.test(name));
  const depth = ({ name }: Tag) => Number(name[1]);
  const main = headings.some((each) => depth(each) === 1)
    ? []
    : [{ says: "It has no main heading. Put one in an <h1>, such as <h1>{{title}}</h1>." }];
  const steps = headings.flatMap((each, index) => {
    const before = headings[index - 1];
    if (before === undefined || depth(each) <= depth(before) + 1) return [];
    const says = `It goes from <${before.name}> to <${each.name}>: whoever moves from heading to heading looks for what is between.`;
    return [{ says, place: each.at }];
  });
  return [...main, ...steps.slice(0, 1)];
}

function idProblems(tags: readonly Tag[]): readonly Problem[] {
  const seen = new Set<string>();
  return tags.flatMap(({ attributes, at }) => {
    const [, id] = /\sid="([^"]*)"/u.exec(attributes) ?? [];
    if (id === undefined) return [];
    if (seen.has(id)) return [{ says: `Two places have the id "${id}".`, place: at }];
    seen.add(id);
    return [];
  });
}

const NEVER_CLOSED = new Set(["area", "br", "col", "hr", "img", "wbr"]);
/** Browsers end these by themselves where the next one begins. */
const MAY_STAY_OPEN = new Set("caption colgroup dd dt li p tbody td tfoot th thead tr".split(" "));

function endProblems(tags: readonly Tag[]): readonly Problem[] {
  const open: Tag[] = [];
  const left: Tag[] = [];
  for (const tag of tags) {
    if (tag.isEnd) {
      const from = open.findLastIndex(({ name }) => name === tag.name);
      if (from >= 0) left.push(...open.splice(from).slice(1));
    } else if (!NEVER_CLOSED.has(tag.name) && !tag.attributes.endsWith("/")) open.push(tag);
  }
  return [...left, ...open]
    .filter(({ name }) => !MAY_STAY_OPEN.has(name))
    .map(({ name, at }) => ({ says: `It has a <${name}> without its end.`, place: at }));
}

/** A screen reader says a heading cell before each cell it belongs to. */
function tableProblems(tags: readonly Tag[]): readonly Problem[] {
  const parts = tags.filter(({ name, isEnd }) => !isEnd && ["table", "th"].includes(name));
  return parts.flatMap(({ name, at }, index) =>
    name === "table" && parts[index + 1]?.name !== "th"
      ? [{ says: "It has a table without a heading cell, a <th>.", place: at }]
      : [],
  );
}
