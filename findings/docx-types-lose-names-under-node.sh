#!/usr/bin/env bash
# docx (npm) 9.7.0 says in its package.json where its types are for `import`, so one expects TypeScript to find them in
# every mode of Node. With `module: nodenext` (or node16) and TypeScript 5.9.3 the names that a program needs are not
# there: the types import one another without file endings, which a module of Node may not, and `skipLibCheck` keeps
# quiet about it. While the program runs the names are there, and `moduleResolution: bundler` finds them all.
# Output seen: error TS2305: Module '"docx"' has no exported member 'Packer'.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund docx@9.7.0 typescript@5.9.3
cat >made.mts <<'TS'
import { Document, Packer } from "docx";
export const made = Packer.toBuffer(new Document({ sections: [] }));
TS
checked() { npx tsc --noEmit --strict --skipLibCheck --target es2022 "$@" made.mts; }
checked --module esnext --moduleResolution bundler
if said=$(checked --module nodenext --moduleResolution nodenext); then
  echo "The types are found now." >&2
  exit 1
fi
echo "$said"
grep -q "TS2305: Module '\"docx\"' has no exported member 'Packer'" <<<"$said"
node --input-type=module --eval 'import { Packer } from "docx"; if (typeof Packer !== "function") process.exit(1);'
