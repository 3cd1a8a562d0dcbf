#!/usr/bin/env bash
# `npm sbom` of npm 10.9.9 and 11.21.2 gives the whole the name of the folder that it lies in, in CycloneDX alone: its
# `purl` and `bom-ref` beside it have the name of package.json, and so has everything in SPDX. One expects the name of
# the package, and that the two forms of one list agree; in a clean clone, or in CI, the folder is called anything.
# npm 12.2.2 has it right.
# Output seen: npm 10.9.9: cyclonedx a-clone (pkg:npm/day-centre@1.2.3), spdx day-centre; 11.21.2: the same;
# 12.2.2: cyclonedx day-centre (pkg:npm/day-centre@1.2.3), spdx day-centre
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/a-clone" && cd "$folder/a-clone"
echo '{ "name": "day-centre", "version": "1.2.3" }' >package.json
npm install --silent --no-audit --no-fund
named() {
  npm install --silent --no-audit --no-fund --prefix "$folder/$1" "npm@$1" 2>/dev/null
  local npm=$folder/$1/node_modules/.bin/npm
  "$npm" sbom --sbom-format cyclonedx 2>/dev/null >cyclonedx.json
  "$npm" sbom --sbom-format spdx 2>/dev/null >spdx.json
  node -p 'const { name, purl } = require("./cyclonedx.json").metadata.component; `cyclonedx ${name} (${purl}), spdx ${require("./spdx.json").packages[0].name}`'
}
for version in 10.9.9 11.21.2 12.2.2; do
  said=$(named "$version")
  echo "npm $version: $said"
  name=a-clone
  [ "$version" != 12.2.2 ] || name=day-centre
  [ "$said" = "cyclonedx $name (pkg:npm/day-centre@1.2.3), spdx day-centre" ]
done
