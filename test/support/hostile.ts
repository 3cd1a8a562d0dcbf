/** Texts that would do harm if a page trusted them. */
const HOSTILE = [
  '<script>document.title="taken"</script>',
  '"><img src=x onerror="document.title=1">',
  "</style><style>*{display:none}</style>",
  "</title><base href='https://evil.example/'>",
  "<meta http-equiv=refresh content='0;url=https://evil.example'>",
  "javascript:alert(1)",
  "<iframe src=https://evil.example></iframe><form action=https://evil.example><input name=a>",
  "<svg onload=alert(1)><a xlink:href=javascript:alert(1)>x</a></svg>",
  "{{paper.charity}} {{{x}}} \\{{y}}",
  "a | b `c` [d](javascript:alert(1)) ![e](https://evil.example/p.png)",
  "| --- | --- |\n# Heading\n\n- [ ] box",
] as const;

/** What means something to some reader of Markdown, HTML or XML, alone or beside another. */
const MARKS = [
  ..."\\`*_{}[]()<>#+-.!|~$^&@:=%\"' \n\t019aZé",
  ...[
    "https://a.example/b",
    "http://",
    "https://en.example/wiki/Foo_(bar)",
    "&lt;",
    "&#106;",
    "&copy;",
  ],
  ...["www.", "<script>", "</td>", "<!--", "[x](javascript:alert(1))", "[x]: /y", "| --- |", "---"],
  ...[
    "```",
    "a@b.example",
    "1. ",
    "- ",
    "* ",
    "~~x~~",
    "x^2",
    ":smile:",
    "[^1]",
    "*[x]: y",
    "==",
    "$x$",
  ],
  ...["![p](https://evil.example/p.png)", "<b>", "\\<", "\\(", "{: .x}", "{::nomarkdown}", "@team"],
] as const;

/** So many texts made of these, the same ones each time. */
export function hostileStrings(count: number): string[] {
  let state = 20_261_130;
  const next = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
  return Array.from({ length: count }, () => {
    const parts = Array.from({ length: 1 + next(14) }, () => MARKS[next(MARKS.length)] ?? "");
    const text = parts.join("").replace(/\s+/gu, " ").trim();
    return text === "" ? "*" : text;
  });
}

/** The same plain value with a hostile text in place of every text that is not a closed choice. */
export function withHostileTexts<Value>(value: Value): Value {
  let at = 0;
  const replace = (inner: unknown, key: string): unknown => {
    if (typeof inner === "string")
      return KEPT.has(key) ? inner : `${HOSTILE[at++ % HOSTILE.length]} ${at}`;
    if (Array.isArray(inner)) return inner.map((each) => replace(each, key));
    if (typeof inner !== "object" || inner === null) return inner;
    return Object.fromEntries(
      Object.entries(inner).map(([name, each]) => [name, replace(each, name)]),
    );
  };
  return replace(value, "") as Value;
}

/** Made by the program from closed sets or checked values, never from a person's text. */
const KEPT = new Set([
  "coprod",
  "audience",
  "length",
  "id",
  "kind",
  "language",
  "number",
  "iso",
  "href",
]);
