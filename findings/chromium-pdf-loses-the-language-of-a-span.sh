#!/usr/bin/env bash
# Chromium 156 (Debian's, headless) makes a tagged PDF that keeps the language of a block, of <em>, <strong> and a link,
# and loses that of <span lang>, <i lang> and <q lang>: a screen reader then reads those Welsh words with English sounds,
# though the page itself is right. One expects `lang` to go along wherever it stands. An attribute that says nothing,
# aria-hidden="false" or a title, keeps the span in the structure and its language with it; display: block does not.
# Output seen: kept: em p strong told; lost: block i q span
set -euo pipefail
browser=${CHROMIUM:-chromium}
command -v "$browser" >/dev/null || { echo "Needs Chromium." >&2; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund pdf-lib@1.17.1
cat >languages.cjs <<'JS'
const { PDFDict, PDFDocument } = require("pdf-lib");
PDFDocument.load(require("node:fs").readFileSync(process.argv[2])).then(({ context }) => {
  const parts = context.enumerateIndirectObjects().map(([, value]) => value);
  const found = parts.some((part) => part instanceof PDFDict && /\/StructElem[\s\S]*\/Lang \(cy\)/.test(String(part)));
  process.exit(found ? 0 : 1);
});
JS
declare -A written=(
  [p]='<p lang="cy">bore da</p>'
  [em]='<p>Good: <em lang="cy">bore da</em>.</p>'
  [strong]='<p>Good: <strong lang="cy">bore da</strong>.</p>'
  [told]='<p>Good: <span lang="cy" aria-hidden="false">bore da</span>.</p>'
  [span]='<p>Good: <span lang="cy">bore da</span>.</p>'
  [block]='<p>Good: <span lang="cy" style="display: block">bore da</span></p>'
  [i]='<p>Good: <i lang="cy">bore da</i>.</p>'
  [q]='<p>Good: <q lang="cy">bore da</q>.</p>'
)
kept="" lost=""
for name in $(printf '%s\n' "${!written[@]}" | sort); do
  printf '<!doctype html><html lang="en"><title>T</title><h1>Plan</h1>%s</html>' "${written[$name]}" >"$name.html"
  "$browser" --headless --no-sandbox --user-data-dir="$folder/user" --print-to-pdf="$name.pdf" "file://$folder/$name.html" >/dev/null 2>&1
  if node languages.cjs "$name.pdf"; then kept+=" $name"; else lost+=" $name"; fi
done
echo "kept:$kept; lost:$lost"
[ "$kept" = " em p strong told" ]
[ "$lost" = " block i q span" ]
