#!/usr/bin/env bash
# Chromium 156 (Debian's, headless) hands a screen reader the letters that a style sheet draws, not those of the page: with
# text-transform: uppercase the heading "Ask us about it" is "ASK US ABOUT IT" in the accessibility tree. eSpeak NG
# (Debian's 1.51) spells some short words when they are in capitals: it says "ask U S about I T". One expects a transform
# to be for the eye alone, as it is for what is copied from the DOM. font-variant: small-caps looks much the same, and
# leaves the letters as they are.
# Output seen: plain: Ask us about it, said 'aask ,Vs a#b'aUt It; uppercase: ASK US ABOUT IT, said 'aask j,u:'Es a#b,aUt
# ,aIt'i:; small-caps: Ask us about it
set -euo pipefail
browser=${CHROMIUM:-$(command -v chromium || true)}
for tool in "${browser:-chromium}" espeak-ng; do command -v "$tool" >/dev/null || { echo "Needs $tool." >&2; exit 2; }; done
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund playwright-core@1.65.1
cat >tree.cjs <<'JS'
const { chromium } = require("playwright-core");
(async () => {
  const browser = await chromium.launch({ executablePath: process.argv[2], args: ["--no-sandbox"] });
  const page = await browser.newPage();
  await page.setContent(`<!doctype html><html lang="en"><title>T</title><h1>Ask us about it</h1>
    <h1 style="text-transform: uppercase">Ask us about it</h1><h1 style="font-variant: small-caps">Ask us about it</h1>`);
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  for (const { name } of nodes.filter(({ role }) => role?.value === "heading")) console.log(name.value);
  await browser.close();
})();
JS
mapfile -t names < <(node tree.cjs "$browser")
said() { espeak-ng -q -x -v en-gb "$1" 2>/dev/null | tr -s ' \n' ' ' | sed 's/^ //; s/ $//'; }
plain=$(said "${names[0]}")
capitals=$(said "${names[1]}")
echo "plain: ${names[0]}, said $plain; uppercase: ${names[1]}, said $capitals; small-caps: ${names[2]}"
[ "${names[0]}" = "Ask us about it" ]
[ "${names[2]}" = "Ask us about it" ]
[ "${names[1]}" = "ASK US ABOUT IT" ]
[[ $plain != *"j,u:'Es"* && $plain != *"aIt'i:"* ]]
[[ $capitals == *"j,u:'Es"* && $capitals == *"aIt'i:"* ]]
