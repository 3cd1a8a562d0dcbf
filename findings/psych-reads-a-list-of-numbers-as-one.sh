#!/usr/bin/env bash
# Ruby's own YAML reader (Psych 4.0.3, Ruby 3.1) leaves commas out of a number wherever they stand: questions: 1,2,3 is the
# number 123, pages: 2027,2028 is 20272028, and 0,5, half of something in most of Europe, is 5, without a warning. YAML 1.1
# and 1.2 have no commas in numbers, so one expects text, which PyYAML 6.0 (Debian's) gives; and one does not put quotes
# round it: yaml (npm) 2.9.1 writes 1,2,3 plain, since it reads it as text itself.
# Output seen: written: questions: 1,2,3 (plain); psych [123, 20272028, 5]; pyyaml ['1,2,3', '2027,2028', '0,5']
set -euo pipefail
for tool in ruby /usr/bin/python3; do command -v "$tool" >/dev/null || { echo "Needs $tool." >&2; exit 2; }; done
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund yaml@2.9.1
node -e '
const { stringify } = require("yaml");
process.stdout.write(stringify({ questions: "1,2,3", pages: "2027,2028", part: "0,5" }));
' >written.yaml
plain=$(head -n 1 written.yaml)
psych=$(ruby -ryaml -e 'p YAML.safe_load(File.read("written.yaml")).values')
pyyaml=$(/usr/bin/python3 -c 'import yaml; print(list(yaml.safe_load(open("written.yaml")).values()))')
echo "written: $plain; psych $psych; pyyaml $pyyaml"
[ "$plain" = "questions: 1,2,3" ]
[ "$psych" = "[123, 20272028, 5]" ]
[ "$pyyaml" = "['1,2,3', '2027,2028', '0,5']" ]
