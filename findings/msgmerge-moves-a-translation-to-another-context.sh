#!/usr/bin/env bash
# msgmerge (Debian's gettext 0.21) brings translations up to date with new English. Where each entry has a context (msgctxt)
# that says which text of a document it is, one expects the context to count: an entry whose English was changed gets its
# own old translation back, marked fuzzy. But fuzzy matching looks at the likeness of the English alone. Two questions
# that came to be worded much like one another's old words get each other's translation, each in its old context; and an
# entry with new words has nothing left, not even as an obsolete one (#~), when its translation went elsewhere.
# Output seen: a: Old words of b (fuzzy) | b: Old words of a (fuzzy) | c: | d: Old words of c (fuzzy); obsolete: 0
set -euo pipefail
command -v msgmerge >/dev/null || { echo "Needs gettext." >&2; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
head() { printf 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'; }
entry() { printf 'msgctxt "%s"\nmsgid "%s"\nmsgstr "%s"\n\n' "$1" "$2" "$3"; }
{
  head
  entry a "Who pays the fares of the people who come?" "Old words of a"
  entry b "Who decides what the meeting talks about?" "Old words of b"
  entry c "We share power with the people who come." "Old words of c"
} >old.po
{
  head
  entry a "Who decides what the meeting talks about, and when?" ""
  entry b "Who pays the fares of the people who come, and how?" ""
  entry c "Nobody is left out." ""
  entry d "We share power with the people who come here." ""
} >new.pot
msgmerge --quiet --no-wrap old.po new.pot >merged.po
seen=$(awk '/^#, fuzzy/ { mark = " (fuzzy)" }
  /^msgctxt/ { name = $2; gsub(/"/, "", name) }
  /^msgstr/ && name { text = $0; sub(/^msgstr "/, "", text); sub(/"$/, "", text); print name ": " text mark; mark = "" }' merged.po |
  paste -sd'|' | sed 's/ *|/ | /g')
obsolete=$(grep -c '^#~' merged.po || true)
echo "$seen; obsolete: $obsolete"
[ "$seen" = "a: Old words of b (fuzzy) | b: Old words of a (fuzzy) | c: | d: Old words of c (fuzzy)" ]
[ "$obsolete" = 0 ]
