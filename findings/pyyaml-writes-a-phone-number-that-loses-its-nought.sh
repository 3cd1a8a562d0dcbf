#!/usr/bin/env bash
# PyYAML 6.0 (Debian's) puts quotes round a text that it would itself read as something else, and a telephone number with an
# 8 or a 9 in it, such as 07700900123, is no octal number for it: it is written plain. yaml (npm) 2.9.1 and js-yaml 5.5.0
# read YAML 1.2, where a number may begin with noughts, and give 7700900123; a room called 3E10 becomes 30000000000. One
# expects a writer that quotes with care to be safe everywhere. Psych 4.0.3 (Ruby 3.1) quotes the telephone number, and
# writes the room plain as well.
# Output seen: pyyaml wrote: 07700900123 3E10; yaml and js-yaml read: [7700900123,30000000000]; psych wrote: '07700900123'
# 3E10
set -euo pipefail
for tool in ruby /usr/bin/python3; do command -v "$tool" >/dev/null || { echo "Needs $tool." >&2; exit 2; }; done
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund yaml@2.9.1 js-yaml@5.5.0
/usr/bin/python3 -c 'import yaml; print(yaml.safe_dump(["07700900123", "3E10"], default_flow_style=False), end="")' >written.yaml
back=$(/usr/bin/python3 -c 'import yaml; print(yaml.safe_load(open("written.yaml")))')
wrote=$(sed 's/^- //' written.yaml | paste -sd' ')
ruby=$(ruby -ryaml -e 'puts ["07700900123", "3E10"].to_yaml' | sed -n 's/^- //p' | paste -sd' ')
cat >read.mjs <<'JS'
import { readFileSync } from "node:fs";
import { load } from "js-yaml";
import { parse } from "yaml";
const text = readFileSync("written.yaml", "utf8");
console.log(`${JSON.stringify(parse(text))} ${JSON.stringify(load(text))}`);
JS
read=$(node read.mjs)
echo "pyyaml wrote: $wrote (reads itself: $back); yaml and js-yaml read: $read; psych wrote: $ruby"
[ "$wrote" = "07700900123 3E10" ]
[ "$back" = "['07700900123', '3E10']" ]
[ "$read" = "[7700900123,30000000000] [7700900123,30000000000]" ]
[ "$ruby" = "'07700900123' 3E10" ]
