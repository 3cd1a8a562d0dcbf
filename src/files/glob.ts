/** Whether a path given on the command line is a pattern rather than a name. */
export function isPattern(given: string): boolean {
  return /[*?[\]{}]/u.test(given);
}

/**
 * A pattern for paths with forward slashes: `*` and `?` stay within a name, `**` goes over any number of folders,
 * `[a-c]` is one character of several, `{a,b}` one word of several. A name that starts with a dot is met only where the
 * pattern says so.
 */
export function globPattern(glob: string): RegExp {
  return new RegExp(`^(?:${alternatives(glob).map(pathPattern).join("|")})$`, "u");
}

/** Every way to choose among the words in braces, inner ones first. */
function alternatives(glob: string): string[] {
  const inner = /\{([^{}]*)\}/u.exec(glob);
  if (inner === null) return [glob];
  const [whole, words = ""] = inner;
  const before = glob.slice(0, inner.index);
  const after = glob.slice(inner.index + whole.length);
  return words.split(",").flatMap((word) => alternatives(`${before}${word}${after}`));
}

const NOT_HIDDEN = "(?!\\.)";
const ANY_FOLDERS = `(?:${NOT_HIDDEN}[^/]+/)*`;

function pathPattern(path: string): string {
  const names = path.split("/");
  return names
    .map((name, index) => {
      const isLast = index === names.length - 1;
      if (name === "**") return isLast ? `${ANY_FOLDERS}${NOT_HIDDEN}[^/]+` : ANY_FOLDERS;
      const hidden = /^[*?[]/u.test(name) ? NOT_HIDDEN : "";
      return `${hidden}${namePattern(name)}${isLast ? "" : "/"}`;
    })
    .join("");
}

/** One name of a path; a `[` that is never closed, and any other character, stands for itself. */
export function namePattern(name: string): string {
  return name.replace(/\\.|\*+|\?|\[[!^]?\]?[^\]]*\]|[\\^$.+()[\]{}|/]/gu, characterPattern);
}

function characterPattern(character: string): string {
  if (character.startsWith("*")) return "[^/]*";
  if (character === "?") return "[^/]";
  if (character.startsWith("\\") && character.length > 1) return literal(character.slice(1));
  const [, not, characters = ""] = /^\[([!^]?)(.+)\]$/u.exec(character) ?? [];
  if (characters === "") return literal(character);
  const one = `[${not === "" ? "" : "^/"}${characters.replace(/[\\[\]^]/gu, "\\$&")}]`;
  return isValid(one) ? one : literal(character);
}

/** Whether it can be used: a range such as `z-a` can't. */
function isValid(pattern: string): boolean {
  try {
    return new RegExp(pattern, "u") instanceof RegExp;
  } catch {
    return false;
  }
}

function literal(characters: string): string {
  return characters.replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&");
}
