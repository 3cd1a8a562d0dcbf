#!/usr/bin/env bash
# git 2.39.5: `git merge -X ours` (or theirs) settles every clash between two branches for one side, so its manual says, and
# people use it to have no conflicts. Where .gitattributes gives a file a merge driver, the option does nothing for that
# file: the driver is called as without it, is not told of it by any argument or variable, and the file is left in
# conflict, while a file without a driver is settled. One expects git either to settle it, or to tell the driver, or to say
# that the option does not hold there. So whoever pulls with -X theirs has half of it, and must know which half.
# Output seen: with -X ours: plain.txt: ours; driven.yaml: in conflict; with -X theirs: plain.txt: theirs; driven.yaml: in
# conflict; the driver was told: nothing
set -euo pipefail
command -v git >/dev/null || { echo "Needs git." >&2; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
export HOME=$folder GIT_CONFIG_NOSYSTEM=1
git init --quiet --initial-branch main here
cd here
git config user.name Ann
git config user.email ann@example.org
cat >../driver <<'SH'
#!/bin/sh
{ echo "$@"; env; } >>../told
exec git merge-file --quiet "$2" "$1" "$3"
SH
chmod +x ../driver
git config merge.mine.driver '../driver %O %A %B %L %P'
echo '*.yaml merge=mine' >.gitattributes
say() {
  echo "level: $1" | tee plain.txt >driven.yaml
  git add --all
  git commit --quiet --message "$1"
}
say base
git checkout --quiet -b other
say theirs
git checkout --quiet main
say ours
merged() {
  git merge --quiet -X "$1" --message merged other >/dev/null 2>&1 && return 1
  local driven="settled"
  [ "$(git ls-files --unmerged | cut -f2 | sort -u)" != driven.yaml ] || driven="in conflict"
  echo "plain.txt: $(sed 's/level: //' plain.txt); driven.yaml: $driven"
  git merge --abort
}
ours=$(merged ours)
theirs=$(merged theirs)
hint=$(grep -iwE 'favou?r|-X|strategy|theirs' ../told || echo nothing)
calls=$(grep -c 'driven.yaml' ../told)
echo "with -X ours: $ours; with -X theirs: $theirs; the driver was told: $hint"
[ "$ours" = "plain.txt: ours; driven.yaml: in conflict" ]
[ "$theirs" = "plain.txt: theirs; driven.yaml: in conflict" ]
[ "$hint" = nothing ]
[ "$calls" = 2 ]
