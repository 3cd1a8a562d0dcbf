#!/usr/bin/env bash
# Chromium 156 (Debian's, headless) prints the words that a style sheet adds (::before, ::after) and the marks of <q>, but
# leaves them out of the tagged structure of the PDF: "Must have: Ask first" is read as "Ask first". On the page itself its
# accessibility tree has them, as the standards want, so one who has listened to the page expects the same of its print.
# The sign of a list, which a sheet draws as well, is kept.
# Output seen: page (sorted): Ask first | Must have: | We do | “ | ”; printed: 1. Must have: Ask first “We do”;
# structure: 1. | Ask first | We do
set -euo pipefail
browser=${CHROMIUM:-$(command -v chromium || true)}
for tool in "${browser:-chromium}" pdfinfo pdftotext; do command -v "$tool" >/dev/null || { echo "Needs $tool." >&2; exit 2; }; done
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund playwright-core@1.65.1
cat >page.html <<'HTML'
<!doctype html><html lang="en"><meta charset="utf-8"><title>T</title>
<style>li::before { content: "Must have: " }</style><ol><li>Ask first</li></ol><p><q>We do</q></p>
HTML
cat >tree.cjs <<'JS'
const { chromium } = require("playwright-core");
(async () => {
  const browser = await chromium.launch({ executablePath: process.argv[2], args: ["--no-sandbox"] });
  const page = await browser.newPage();
  await page.goto(`file://${process.cwd()}/page.html`);
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await page.pdf({ path: "page.pdf", tagged: true });
  await browser.close();
  const texts = nodes.filter(({ ignored, role }) => !ignored && role.value === "StaticText");
  console.log(texts.map(({ name }) => name.value.trim()).sort().join(" | "));
})();
JS
page=$(node tree.cjs "$browser")
printed=$(pdftotext page.pdf - | tr -s '\n\f ' ' ')
structure=$(pdfinfo -struct-text page.pdf | grep -o '"[^"]*"' | sed 's/^" *//; s/ *"$//' | paste -sd'|')
structure=${structure//|/ | }
echo "page (sorted): $page; printed: $printed; structure: $structure"
[ "$page" = "Ask first | Must have: | We do | “ | ”" ]
[[ $printed == *"Must have: Ask first"*"“We do”"* ]]
[ "$structure" = "1. | Ask first | We do" ]
