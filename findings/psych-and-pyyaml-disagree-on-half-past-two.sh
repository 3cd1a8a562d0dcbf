#!/usr/bin/env bash
# YAML 1.1 takes 14:30 for a number to the base of sixty, which some know and expect to be 870 everywhere. PyYAML 6.0
# (Debian's) and yaml (npm) 2.9.1 asked for version 1.1 give 870; Psych 4.0.3 (Ruby 3.1) takes it for hours and minutes in
# seconds, 52200, as if 14:30:00 stood there, and so reads the two alike. 09:30 is 34200 for Psych, text for PyYAML and 570
# for yaml. So a time of day that was read by one and is written on for the other is sixty times as much.
# Output seen: 14:30: psych 52200, pyyaml 870, yaml 1.1 870; 14:30:00: 52200 in all; 09:30: psych 34200, pyyaml "09:30", yaml
# 1.1 570
set -euo pipefail
for tool in ruby /usr/bin/python3; do command -v "$tool" >/dev/null || { echo "Needs $tool." >&2; exit 2; }; done
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund yaml@2.9.1
printf 'starts: 14:30\nfull: 14:30:00\nearly: 09:30\n' >times.yaml
psych=$(ruby -ryaml -rjson -e 'puts YAML.safe_load(File.read("times.yaml")).values.to_json')
pyyaml=$(/usr/bin/python3 -c 'import json, yaml; print(json.dumps(list(yaml.safe_load(open("times.yaml")).values()), separators=(",", ":")))')
yaml=$(node -e '
const text = require("node:fs").readFileSync("times.yaml", "utf8");
console.log(JSON.stringify(Object.values(require("yaml").parse(text, { version: "1.1" }))));
')
echo "psych $psych; pyyaml $pyyaml; yaml 1.1 $yaml"
[ "$psych" = '[52200,52200,34200]' ]
[ "$pyyaml" = '[870,52200,"09:30"]' ]
[ "$yaml" = '[870,52200,570]' ]
