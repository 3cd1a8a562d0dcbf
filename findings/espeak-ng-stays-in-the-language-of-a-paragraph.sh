#!/usr/bin/env bash
# eSpeak NG (Debian's 1.51), the voice of most screen readers on Linux, reads SSML, where a language ends with the element
# that names it. After <p xml:lang="cy"> it goes on in Welsh through the English paragraphs that follow, until one of them
# names English itself. And the language is heard only in double quotes: <p xml:lang='cy'> is read in English, though
# <p xml:lang='cy-GB'> is not, and though XML makes no difference between the two kinds of quotes.
# Output seen (English "light" is l'aIt, Welsh l'Ight): stays: l'aIt l'Ight l'Ight; named again: l'aIt l'Ight l'aIt;
# single quotes: l'aIt; single quotes, cy-GB: l'Ight
set -euo pipefail
command -v espeak-ng >/dev/null || { echo "Needs espeak-ng." >&2; exit 2; }
sounds() { espeak-ng -q -x -m "<speak xml:lang=\"en-GB\">$1</speak>" 2>/dev/null | tr -s ' \n' ' ' | sed 's/^ //; s/ $//'; }
stays=$(sounds '<p>Light.</p><p xml:lang="cy">Light.</p><p>Light.</p>')
named=$(sounds '<p>Light.</p><p xml:lang="cy">Light.</p><p xml:lang="en-GB">Light.</p>')
single=$(sounds "<p xml:lang='cy'>Light.</p>")
region=$(sounds "<p xml:lang='cy-GB'>Light.</p>")
echo "stays: $stays; named again: $named; single quotes: $single; single quotes, cy-GB: $region"
[ "$stays" = "l'aIt l'Ight l'Ight" ]
[ "$named" = "l'aIt l'Ight l'aIt" ]
[ "$single" = "l'aIt" ]
[ "$region" = "l'Ight" ]
