#!/usr/bin/env bash
# po2csv and csv2po of the Translate Toolkit (Debian's 3.8.4) are for translators who work in a spreadsheet. The table has
# the place in the source (#:) and not the context (msgctxt), and csv2po writes the place as the context: of "Yes" for two
# questions, translated differently, neither is found any more under its name, and msgmerge has to guess. A translation
# marked fuzzy comes back without the mark, as good as checked; of a plural there are two entries. One expects a way there
# and back to keep whose translation it is. By way of po2xliff and xliff2po the mark and the plural stay; the context is
# lost.
# Output seen: csv: contexts a.yaml:1 a.yaml:2, fuzzy 0, plurals 0; xliff: contexts a.yaml:1 a.yaml:2, fuzzy 1, plurals 1
set -euo pipefail
for tool in po2csv csv2po po2xliff xliff2po; do command -v "$tool" >/dev/null || { echo "Needs the Translate Toolkit." >&2; exit 2; }; done
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >a.po <<'PO'
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Language: cy\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

#: a.yaml:1
msgctxt "paid"
msgid "Yes"
msgstr "Ydyn"

#: a.yaml:2
msgctxt "ramp"
msgid "Yes"
msgstr "Oes"

#, fuzzy
msgid "Who decides?"
msgstr "Pwy sy'n talu?"

msgid "one person"
msgid_plural "people"
msgstr[0] "un person"
msgstr[1] "pobl"
PO
way() { # there, back, ending
  "$1" --progress=none a.po "a.$3" >/dev/null
  "$2" --progress=none "a.$3" "back-$3.po" >/dev/null
  echo "contexts $(sed -n 's/^msgctxt "\(..*\)"/\1/p' "back-$3.po" | paste -sd' '), fuzzy $(grep -A 1 '^#, fuzzy' "back-$3.po" | grep -c 'Who decides'), plurals $(grep -c '^msgid_plural' "back-$3.po")"
}
set +e
csv=$(way po2csv csv2po csv)
xliff=$(way po2xliff xliff2po xlf)
set -e
echo "csv: $csv; xliff: $xliff"
[ "$csv" = "contexts a.yaml:1 a.yaml:2, fuzzy 0, plurals 0" ]
[ "$xliff" = "contexts a.yaml:1 a.yaml:2, fuzzy 1, plurals 1" ]
