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
