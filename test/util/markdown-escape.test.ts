import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeMarkdown } from "../../src/util/markdown-escape.ts";

describe("text in Markdown", () => {
  it.each([
    ["a | b", "a &#124; b"],
    ["`code | pipe`", "\\`code &#124; pipe\\`"],
    ["ends in a backslash\\", "ends in a backslash\\\\"],
    ["two\r\nlines\rand\u2028more", "two lines and more"],
    ["[x](javascript:alert(1))", "\\[x\\](javascript:alert(1))"],
    ["![p](https://tracker.example/x)", "!\\[p\\](<https://tracker.example/x>)"],
    ["<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)>"],
    ["[x]: /gone", "\\[x\\]: /gone"],
    ["--- front matter", "\\--- front matter"],
    ["# not a heading", "\\# not a heading"],
    ["#hashtag", "#hashtag"],
    ["1. not a list", "1\\. not a list"],
    ["1.5 hours", "1.5 hours"],
    ["A) not a list", "A\\) not a list"],
    ["> not a quote", "&gt; not a quote"],
    [": not a definition", "&#58; not a definition"],
    ["- not a bullet", "\\- not a bullet"],
    ["a trailing ##", "a trailing \\##"],
    ["snake_case stays", "snake\\_case stays"],
    ["_not slanted_", "\\_not slanted\\_"],
    ["AT&T &amp; &#33;", "AT&T &amp;amp; &amp;#33;"],
    ["{#id} ~sub~ ^sup^ $x$", "\\{#id} &#126;sub&#126; &#94;sup&#94; &#36;x&#36;"],
    ["@someone and me@home.example", "&#64;someone and me@home.example"],
    ["www.river.example", "www&#46;river.example"],
    ["\u202eturned\u200b round\u0000", "turned round"],
  ])("writes %j so that it reads as it was", (text, expected) => {
    expect(escapeMarkdown(text)).toBe(expected);
  });

  it.each([
    ["see https://river.example/a_b?c=d&e=f.", "see <https://river.example/a_b?c=d&e=f>."],
    ["(https://river.example)", "(<https://river.example>)"],
    ["https://river.example|x", "https&#58;//river.example&#124;x"],
    ["xhttps://river.example", "xhttps&#58;//river.example"],
    ["_ftp://river.example", "\\_ftp&#58;//river.example"],
    ["mailto:me@river.example", "mailto&#58;me&#64;river.example"],
    ["at https://en.example/Foo_(bar).", "at <https://en.example/Foo_(bar)>."],
    ["https://a.example/(b", "https&#58;//a.example/(b"],
    ["https://a.example/?b&copy; c", "https&#58;//a.example/?b&amp;copy; c"],
  ])("keeps a clean web address and no other: %j", (text, expected) => {
    expect(escapeMarkdown(text)).toBe(expected);
  });
});

const marks = [
  ..."\\`*_{}[]()<>#+-.!|~$^&@:=%\"' \n\t019aZé",
  "https://a.example/b",
  "&lt;",
  "www.",
];
const hostile = fc
  .array(fc.constantFrom(...marks), { maxLength: 24 })
  .map((parts) => parts.join(""));
const RUNS = { numRuns: 2000, seed: 20261122 };

const NAMED: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&" };

function signOf(_: string, escaped: string | undefined, name = ""): string {
  return escaped ?? NAMED[name] ?? String.fromCodePoint(Number(name.slice(1)));
}

describe("any text in Markdown", () => {
  it("reads back as the same words once backslashes and signs by their numbers are taken off", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const shown = escapeMarkdown(text)
          .replace(/<(https?:\/\/[^<>\s]+)>/gu, "$1")
          .replace(/\\([!-/:-@[-`{-~])|&(lt|gt|amp|#\d+);/gu, signOf);
        expect(shown).toBe(text.replace(/\s+/gu, " ").trim());
      }),
      RUNS,
    );
  });

  it("leaves no mark that could end a table cell, open markup or make a link of somebody's choosing", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const bare = escapeMarkdown(text)
          .replace(/<https?:\/\/[A-Za-z0-9\-._~/?#=&%+,:@()]+>/gu, "")
          .replace(/\\[!-/:-@[-`{-~]|&(?:lt|gt|amp|#\d+);/gu, "\uE000");
        expect(bare).not.toMatch(/[|`*[\]<{\n\\]|&#?\w+;|^\s*(?:[#>+=-]\s|\d+[.)]\s)/u);
      }),
      RUNS,
    );
  });

  it("gives the same text as one line whatever white space it came with", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(escapeMarkdown(`\n ${text}\r\n`)).toBe(escapeMarkdown(text));
      }),
      RUNS,
    );
  });
});
